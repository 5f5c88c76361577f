import Ledger
import Testing

@testable import Matching

/// The table G-MAT of domain.md §3.1, row by row.
struct GoldenTests {
    @Test func `G-MAT-01 the number in the text clears the invoice`() {
        let proposal = Desk.match(Desk.receipt(11_300_00, "货款INV-1001"))
        #expect(proposal.disposition == .apply)
        #expect(proposal.rule == .invoiceNumber)
        #expect(proposal.score == 98)
        #expect(proposal.lines == [.init(item: 1, amount: 11_300_00)])
        #expect(proposal.unapplied == 0)
        #expect(proposal.stops.isEmpty)
        #expect(proposal.evidence.count == 3)
    }

    @Test func `G-MAT-02 a shortened list clears both`() {
        let proposal = Desk.match(Desk.receipt(41_300_00, "INV1001/1002"))
        #expect(proposal.disposition == .apply)
        #expect(proposal.rule == .invoiceNumbers)
        #expect(proposal.cash == [1: 11_300_00, 2: 30_000_00])
    }

    @Test func `G-MAT-03 a credit note named is used up`() {
        let proposal = Desk.match(Desk.receipt(40_170_00, "INV1001 1002 LESS CM77"))
        #expect(proposal.disposition == .apply)
        #expect(proposal.rule == .invoiceNumbers)
        #expect(proposal.cash == [1: 11_300_00, 2: 30_000_00, 4: -1_130_00])
    }

    @Test func `G-MAT-04 banks on the way kept a charge`() {
        var receipt = Desk.receipt(19_970_00, "/INV/INV-2001", currency: .usd)
        receipt.channel = .wire
        receipt.chargeBearer = "SHAR"
        let proposal = Desk.match(receipt)
        #expect(proposal.disposition == .apply)
        #expect(proposal.rule == .bankCharge)
        #expect(proposal.lines.map(\.amount) == [19_970_00])
        #expect(proposal.lines.map(\.bankCharge) == [30_00])
        #expect(proposal.lines.map(\.writeOff) == [0])
        receipt.chargeBearer = "DEBT"
        #expect(Desk.match(receipt).rule == .invoiceNumber, "the payer bears all: a tolerance")
    }

    @Test func `G-MAT-05 the amount of exactly one item is a suggestion`() {
        let proposal = Desk.match(Desk.receipt(11_300_00))
        #expect(proposal.disposition == .propose)
        #expect(proposal.rule == .singleAmount)
        #expect(proposal.score == 88)
        #expect(proposal.cash == [1: 11_300_00])
        #expect(proposal.stops == [.amountOnly])
    }

    @Test func `G-MAT-06 an unknown payer is capped at 90`() {
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-1001", account: "999888777", name: "Somebody Ltd"))
        #expect(proposal.disposition == .propose)
        #expect(proposal.score == 90)
        #expect(proposal.cash == [1: 11_300_00])
        #expect(proposal.customer == Desk.hairun)
        #expect(!proposal.payerIsKnown)
        #expect(proposal.stops == [.payerUnknown])
    }

    @Test func `G-MAT-07 a small difference is written off`() {
        let proposal = Desk.match(Desk.receipt(11_290_00, "INV-1001"))
        #expect(proposal.disposition == .apply)
        #expect(proposal.lines.map(\.amount) == [11_290_00])
        #expect(proposal.lines.map(\.writeOff) == [10_00])
    }

    @Test func `G-MAT-08 a short payment becomes a residual with its reason`() {
        let proposal = Desk.match(Desk.receipt(10_800_00, "INV-1001 缺货扣500"))
        #expect(proposal.disposition == .propose)
        #expect(proposal.lines.map(\.amount) == [10_800_00])
        #expect(proposal.lines.map(\.residual) == [500_00])
        #expect(proposal.lines.map(\.reason) == ["QTY_SHORT"])
        #expect(proposal.stops == [.shortPayment])
    }

    @Test func `G-MAT-09 the same again next day is perhaps paid twice`() {
        var matcher = Desk.matcher()
        let first = matcher.match(Desk.receipt(11_300_00, "INV-1001", id: 1))
        let second = matcher.match(
            Desk.receipt(11_300_00, "INV-1001", id: 2, on: Desk.today.adding(1)))
        #expect(first.disposition == .apply)
        #expect(second.disposition == .unmatched)
        #expect(second.stops == [.duplicateSuspect])
        #expect(second.lines.isEmpty)
        #expect(second.unapplied == 11_300_00)
        #expect(second.customer == Desk.hairun)
    }

    @Test func `what is left of a receipt is no second payment`() {
        var rest = Desk.receipt(500_00, "INV-1001")
        rest.isRest = true
        let proposal = Desk.match(rest, [Desk.item(1, "INV-1001", 0)])
        #expect(proposal.stops == [.overpayment])
        #expect(proposal.disposition == .unmatched)
    }

    @Test func `G-MAT-10 a disputed item nobody named stops the combination`() {
        let proposal = Desk.match(Desk.receipt(50_000_00, "货款"))
        #expect(proposal.disposition == .unmatched)
        #expect(proposal.stops == [.disputedItem])
        #expect(proposal.lines.isEmpty)
        #expect(proposal.unapplied == 50_000_00)
    }

    @Test(arguments: ["RF16INV20260001", "ZAHLUNG RF16 INV2 0260 001", "rf16inv20260001 danke"])
    func `G-MAT-11 a creditor reference names item and customer`(text: String) {
        let proposal = Desk.match(Desk.receipt(5_000_00, text, account: nil))
        #expect(proposal.disposition == .apply)
        #expect(proposal.rule == .creditorReference)
        #expect(proposal.score == 100)
        #expect(proposal.cash == [6: 5_000_00])
        #expect(proposal.customer == 200)
    }

    @Test func `G-MAT-12 failing check digits only suggest`() {
        var payer = Payer(customer: 200, name: "Acme Ltd")
        payer.accounts = ["12345678"]
        let proposal = Desk.match(
            Desk.receipt(5_000_00, "RF17INV20260001", account: "12345678"), Desk.items, [payer])
        #expect(proposal.disposition == .propose)
        #expect(proposal.cash == [6: 5_000_00])
        #expect(proposal.stops == [.referenceInvalid])
        #expect(proposal.rule != .creditorReference)
        var structured = Desk.receipt(5_000_00, account: "12345678")
        structured.references = ["RF17INV20260001"]
        #expect(Desk.match(structured, Desk.items, [payer]).disposition != .apply)
    }

    /// G-TOL-01: 50.00 and 0.5 %, both must hold.
    @Test func `tolerance is the smaller of amount and share`() {
        func isWrittenOff(_ open: Int64, short: Int64) -> Bool {
            let proposal = Desk.match(
                Desk.receipt(open - short, "INV-1001"), [Desk.item(1, "INV-1001", open)])
            #expect((proposal.disposition == .apply) == proposal.stops.isEmpty)
            return proposal.disposition == .apply && proposal.lines[0].writeOff == short
        }
        #expect(isWrittenOff(11_300_00, short: 45_00))
        #expect(isWrittenOff(11_300_00, short: 50_00))
        #expect(!isWrittenOff(11_300_00, short: 52_00))
        #expect(isWrittenOff(2_000_00, short: 9_00))
        #expect(isWrittenOff(2_000_00, short: 10_00))
        #expect(!isWrittenOff(2_000_00, short: 12_00))
        #expect(Tolerance.Limit.standard.amount(open: 11_300_00, .cny) == 50_00)
        #expect(Tolerance.Limit.standard.amount(open: 2_000_00, .cny) == 10_00)
        #expect(Tolerance.Limit.standard.amount(open: 2_000_00, Currency("JPY")!) == 0)
    }

    @Test func `tolerance holds for the receipt, not for each item`() {
        let items = (0..<20).map { Desk.item(Int64($0) + 1, "INV-10\(10 + $0)", 2_000_00) }
        let text = items.map(\.number).joined(separator: " ")
        let proposal = Desk.match(Desk.receipt(40_000_00 - 20 * 9_00, text), items)
        #expect(proposal.disposition == .propose)
        #expect(proposal.stops == [.shortPayment])
    }

    @Test func `a charge and a rounding go to the largest item, ties to the first`() {
        let items = [
            Desk.item(1, "INV-1001", 9_000_00), Desk.item(2, "INV-1002", 20_000_00),
            Desk.item(3, "INV-1003", 20_000_00),
        ]
        let proposal = Desk.match(Desk.receipt(48_990_00, "INV-1001 INV-1002 INV-1003"), items)
        #expect(proposal.disposition == .apply)
        #expect(proposal.lines.map(\.writeOff) == [0, 10_00, 0])
    }
}
