import Testing

@testable import Matching

/// Each kind of evidence counts by itself, in its order (domain.md §3.3).
struct EvidenceTests {
    private let items = [
        Desk.item(1, "INV-1001", 11_300_00), Desk.item(2, "INV-1002", 30_000_00),
    ]

    @Test func `the payer's advice goes before what the payment names`() {
        var receipt = Desk.receipt(11_300_00)
        receipt.documents = [.init(document: "INV-1002", amount: 11_300_00)]
        receipt.advice = [.init(document: "INV-1001", amount: 11_300_00)]
        let proposal = Desk.match(receipt, items)
        #expect(proposal.disposition == .apply && proposal.rule == .adviceLines)
        #expect(proposal.lines.map(\.item) == [1])
        receipt.advice = []
        receipt.documents = [.init(document: "INV-1001", amount: 11_300_00)]
        #expect(Desk.match(receipt, items).rule == .adviceLines)
    }

    @Test func `the end-to-end id counts in full, and where nothing else names anything`() {
        var receipt = Desk.receipt(11_300_00)
        receipt.endToEndId = "INV-1001"
        let proposal = Desk.match(receipt, items)
        #expect(proposal.disposition == .apply && proposal.rule == .invoiceNumber)
        // A part of a number is none of ours, and the text goes before.
        receipt.endToEndId = "1001"
        #expect(Desk.match(receipt, items).rule != .invoiceNumber)
        var both = Desk.receipt(30_000_00, "INV-1002")
        both.endToEndId = "INV-1001"
        #expect(Desk.match(both, items).lines.map(\.item) == [2])
    }

    @Test func `an account number that two banks have is told by the bank`() {
        var payers = [Payer(customer: 1, name: "One"), Payer(customer: 2, name: "Two")]
        payers[0].accounts = ["021000021/1234567890"]
        payers[1].accounts = ["111000025/1234567890"]
        let items = [Desk.item(1, "INV-1001", 100_00, customer: 2)]
        var check = Desk.receipt(100_00, "INV-1001", account: "1234567890", name: "")
        #expect(Desk.match(check, items, payers).disposition != .apply)
        check.payerBank = "111000025"
        let proposal = Desk.match(check, items, payers)
        #expect(proposal.customer == 2 && proposal.disposition == .apply)
    }
}
