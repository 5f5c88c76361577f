import Ledger
import Testing

@testable import Matching

/// A range wider than can be looked up number by number, and a surplus that says that more was
/// meant.
@Suite struct WideRangeTests {
    /// Every seventh invoice is the payer's; the others between them are of another customer.
    private static let items: [Item] = (0...60).map { place in
        let number = "DL26-" + String("000\(400 + place * 7)".suffix(6))
        return Desk.item(
            Int64(place), number, Int64(100_00 + place), customer: place % 3 == 0 ? 200 : 100)
    }

    private static var owed: Int64 {
        items.filter { $0.customer == 100 }.reduce(0) { $0 + $1.open }
    }

    @Test func coversThePayersOwnItems() {
        let first = items(of: 100).first?.number ?? ""
        let last = items(of: 100).last?.number ?? ""
        for text in ["\(first)-\(last)", "INVOICES \(first) TO \(last)"] {
            let proposal = Desk.match(Desk.receipt(Self.owed, text), Self.items)
            #expect(proposal.rule == .invoiceNumbers, "\(text)")
            #expect(proposal.disposition == .apply, "\(text)")
            #expect(proposal.lines.count == items(of: 100).count)
        }
    }

    /// The ends alone are never paid with the rest left over.
    @Test func anUnknownPayersRangeIsNotCutToItsEnds() {
        let (first, last) = (items(of: 100).first, items(of: 100).last)
        let receipt = Desk.receipt(
            Self.owed, "\(first?.number ?? "")-\(last?.number ?? "")", account: nil)
        #expect(Desk.match(receipt, Self.items).disposition != .apply)
    }

    /// 22,301.47 for an invoice of 217.16: the number is another one, mistyped.
    @Test func aLargeSurplusIsNoOverpayment() {
        let items = [
            Desk.item(1, "HH-2601025", 217_16), Desk.item(2, "HH-2600125", 22_301_47),
        ]
        let proposal = Desk.match(Desk.receipt(22_301_47, "HH-2601025"), items)
        #expect(proposal.disposition != .apply)
    }

    /// 20,955.92 for an invoice of 20,710.00, and another of exactly that is open.
    @Test func anotherItemOfTheAmountIsADoubt() {
        let items = [
            Desk.item(1, "72600181", 20_710_00), Desk.item(2, "72600981", 20_955_92),
        ]
        let proposal = Desk.match(Desk.receipt(20_955_92, "72600181"), items)
        #expect(proposal.disposition == .propose)
    }

    /// The channel has cut the list off: more was meant than was read.
    @Test func aListCutOffIsNotAllRead() {
        let items = [
            Desk.item(1, "DL26-000939", 100_000_00), Desk.item(2, "DL26-000807", 5_123_45),
        ]
        let whole = Desk.match(Desk.receipt(105_000_00, "DL26-000939"), items)
        #expect(whole.disposition == .apply)
        let cut = Desk.match(Desk.receipt(105_000_00, "DL26-000939; DL26-00"), items)
        #expect(cut.disposition == .propose)
    }

    /// Paid too much while a discount could be taken: the amount was mistyped.
    @Test func aSurplusBesideADiscountIsADoubt() {
        let item = Desk.item(
            1, "HH-2601798", 11_538_68, discount: 230_77, until: "2026-03-10")
        let receipt = Desk.receipt(11_607_91, "HH-2601798")
        #expect(Desk.match(receipt, [item]).disposition == .propose)
        let later = Desk.receipt(11_607_91, "HH-2601798", on: Day("2026-03-20")!)
        #expect(Desk.match(later, [item]).disposition == .apply)
    }

    /// 28.33 short of two invoices: within tolerance, but to the cent the discount of one of them,
    /// which is no longer earned.
    @Test func aDiscountTakenLateIsNoSmallDifference() {
        let items = [
            Desk.item(1, "HH-2601157", 1_416_59, discount: 28_33, until: "2026-01-25"),
            Desk.item(2, "HH-2601336", 7_809_16),
        ]
        let proposal = Desk.match(
            Desk.receipt(9_197_42, "HH-2601157 HH-2601336"), items)
        #expect(proposal.disposition == .propose && proposal.stops.contains(.shortPayment))
        #expect(proposal.lines.contains { $0.reason == "DISC_UNEARNED" && $0.residual == 28_33 })
    }

    private func items(of customer: Int64) -> [Item] {
        Self.items.filter { $0.customer == customer }
    }
}
