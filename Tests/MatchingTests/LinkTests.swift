import Ledger
import Testing

@testable import Matching

/// R7: orders, contracts and deliveries stand for their invoices.
struct LinkTests {
    private static func item(
        _ id: Int64, _ open: Int64, _ links: [Item.Link], customer: Int64 = Desk.hairun
    ) -> Item {
        var item = Desk.item(id, "INV-\(5_000 + id)", open, customer: customer)
        item.links = links
        return item
    }

    private static let items = [
        item(1, 100_00, [.init(.po, "4500012345"), .init(.contract, "HT-2026-018")]),
        item(2, 250_00, [.init(.po, "4500012345"), .init(.delivery, "DN/88001")]),
        item(3, 70_00, [.init(.order, "SO-7001"), .init(.customerDocument, "KR 190044")]),
        item(4, 70_00, []), item(5, 40_00, [.init(.po, "4500012345")], customer: 200),
    ]

    @Test(arguments: [
        ("PO 4500012345", 350_00, [1, 2]), ("PO-NO. 4500012345", 350_00, [1, 2]),
        ("合同号HT-2026-018货款", 100_00, [1]), ("DELIVERY DN 88001", 250_00, [2]),
        ("订单SO-7001", 70_00, [3]), ("OUR REF KR190044", 70_00, [3]),
    ])
    func `the number's items, the amount equal`(text: String, amount: Int64, ids: [Int64]) {
        let proposal = Desk.match(Desk.receipt(amount, text), Self.items)
        #expect(proposal.disposition == .apply && proposal.rule == .linkedDocument, "\(proposal)")
        #expect(proposal.score == 95 && proposal.cash.keys.sorted() == ids)
    }

    @Test func `one of several under an order is told by its amount, and proposed`() {
        let proposal = Desk.match(Desk.receipt(250_00, "PO 4500012345"), Self.items)
        #expect(proposal.cash == [2: 250_00] && proposal.rule == .linkedDocument)
        #expect(proposal.disposition == .propose && proposal.score == 88)
        #expect(proposal.evidence.contains { $0.en == "purchase order 4500012345 is named" })
    }

    @Test func `another amount leaves it to the amounts`() {
        let proposal = Desk.match(Desk.receipt(99_00, "PO 4500012345"), Self.items)
        #expect(proposal.rule != .linkedDocument && proposal.disposition != .apply)
    }

    @Test func `an order of an unknown payer proposes, of two customers not`() {
        let contract = Desk.match(
            Desk.receipt(100_00, "HT-2026-018", account: nil), Self.items)
        #expect(contract.disposition == .propose && contract.customer == Desk.hairun)
        #expect(contract.score == 90 && contract.stops == [.payerUnknown])
        let order = Desk.match(Desk.receipt(350_00, "PO 4500012345", account: nil), Self.items)
        #expect(order.rule != .linkedDocument)
    }

    @Test func `a disputed item is not paid by its order`() {
        var item = Desk.item(1, "INV-5001", 100_00, flags: .disputed)
        item.links = [.init(.po, "4500012345")]
        let proposal = Desk.match(Desk.receipt(100_00, "PO 4500012345"), [item])
        #expect(proposal.disposition == .propose && proposal.stops == [.disputedItem])
    }

    @Test func `a number of ours goes before`() {
        let proposal = Desk.match(Desk.receipt(70_00, "INV-5004 PO 4500012345"), Self.items)
        #expect(proposal.rule == .invoiceNumber && proposal.cash == [4: 70_00])
    }

    @Test func `an advice of the customer's own numbers`() {
        var receipt = Desk.receipt(350_00)
        receipt.advice = [.init(document: "4500012345", amount: 350_00)]
        let proposal = Desk.match(receipt, Self.items)
        #expect(proposal.rule == .linkedDocument && proposal.cash.count == 2)
    }
}
