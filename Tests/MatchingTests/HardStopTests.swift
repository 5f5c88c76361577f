import Testing

@testable import Matching

/// Hard stops hold on every path, also where the customer's flag would apply by itself.
struct HardStopTests {
    @Test func `a check paid in full is stopped though only its amount names the item`() {
        var payer = Desk.payer
        payer.flags = .autoSingleAmount
        var check = Desk.receipt(11_300_00, "PAID IN FULL")
        check.channel = .check
        let proposal = Desk.match(check, Desk.items, [payer])
        #expect(proposal.disposition != .apply)
        #expect(proposal.stops.contains(.paidInFullLegend))
    }

    @Test func `an advice that takes money back on an invoice pays nothing by itself`() {
        var receipt = Desk.receipt(11_300_00)
        receipt.advice = [.init(document: "INV-1001", amount: -11_300_00)]
        let proposal = Desk.match(receipt)
        #expect(proposal.disposition != .apply)
        #expect(proposal.stops.contains(.referenceAmbiguous))
    }

    @Test func `an item paid already beside an open one is perhaps paid twice`() {
        let items = [Desk.item(1, "INV-1001", 0), Desk.item(2, "INV-1002", 30_000_00)]
        let both = Desk.match(Desk.receipt(41_300_00, "INV-1001 INV-1002"), items)
        #expect(both.disposition == .unmatched)
        #expect(both.stops.first == .duplicateSuspect)
        #expect(both.unapplied == 41_300_00)
        let one = Desk.match(Desk.receipt(30_000_00, "INV-1001 INV-1002"), items)
        #expect(one.disposition == .apply, "the open one alone explains the money")
    }

    @Test(.timeLimit(.minutes(1)))
    func `a customer with a hundred thousand items is searched within bounds`() {
        let items = (0..<100_000).map {
            Desk.item(Int64($0) + 1, "INV-\(1_000_000 + $0)", Int64(1_000 + $0 * 2))
        }
        let proposal = Desk.match(Desk.receipt(10_000_001), items)
        #expect(proposal.disposition == .unmatched)
        #expect(proposal.stops == [.tooManyToSearch])
    }
}
