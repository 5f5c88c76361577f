import Ledger
import Testing

@testable import Matching

/// Who may pay for whom: parents, agents, factors, and accounts of ours that stand for a customer.
struct PayerGraphTests {
    private static let items = [
        Desk.item(1, "INV-1001", 100_00, customer: 1),
        Desk.item(2, "INV-1002", 250_00, customer: 2),
        Desk.item(3, "INV-1003", 70_00, customer: 3),
    ]

    private static func payers(
        _ role: Payer.PaysFor.Role = .payingAgent, until: String? = nil
    ) -> [Payer] {
        var agent = Payer(customer: 900, name: "Meridian Agency Pte Ltd")
        agent.flags = .thirdParty
        agent.accounts = ["AGENT0001"]
        agent.paysFor = [
            .init(1, role, from: Day("2026-01-01"), until: until.flatMap { Day($0) }),
            .init(2, role),
        ]
        return [agent] + (1...3).map { Payer(customer: $0, name: "Customer \($0) Ltd") }
    }

    @Test func `an agent pays for two customers with one receipt`() {
        let proposal = Desk.match(
            Desk.receipt(350_00, "INV-1001 INV-1002", account: "AGENT0001"), Self.items,
            Self.payers())
        #expect(proposal.disposition == .apply && proposal.rule == .invoiceNumbers)
        #expect(proposal.cash == [1: 100_00, 2: 250_00])
        #expect(proposal.customer == 1 && proposal.payerIsKnown)
        #expect(proposal.evidence.map(\.en).contains("pays for 2 customers"))
    }

    @Test func `an agent does not pay for a customer that nobody confirmed`() {
        let proposal = Desk.match(
            Desk.receipt(70_00, "INV-1003", account: "AGENT0001"), Self.items, Self.payers())
        #expect(proposal.disposition == .propose && proposal.stops == [.payerNotCustomer])
    }

    @Test func `the right to pay ends`() {
        for (until, becomes) in [
            ("2026-03-01", Proposal.Disposition.propose), ("2026-03-02", .apply),
        ] {
            let proposal = Desk.match(
                Desk.receipt(350_00, "INV-1001 INV-1002", account: "AGENT0001"), Self.items,
                Self.payers(.factor, until: until))
            #expect(proposal.disposition == becomes, "\(until)")
        }
    }

    @Test func `an agent of one customer stands for it, of none for nobody`() {
        var payers = Self.payers()
        payers[0].paysFor = [.init(2, .payingAgent)]
        let one = Desk.match(Desk.receipt(250_00, account: "AGENT0001"), Self.items, payers)
        #expect(one.customer == 2 && one.rule == .singleAmount && one.payerIsKnown)
        payers[0].paysFor = []
        let none = Desk.match(Desk.receipt(250_00, account: "AGENT0001"), Self.items, payers)
        #expect(none.customer == nil && !none.payerIsKnown)
    }

    @Test func `an agent known by its name alone pays for all whose record has it`() {
        var payers = Self.payers()
        payers.removeFirst()
        for index in 0..<2 { payers[index].names = [OtherName("Hansa Inkasso KG", .payingAgent)] }
        let proposal = Desk.match(
            Desk.receipt(350_00, "INV-1001 INV-1002", account: nil, name: "HANSA INKASSO"),
            Self.items, payers)
        #expect(proposal.disposition == .apply && proposal.cash.count == 2)
        let foreign = Desk.match(
            Desk.receipt(70_00, "INV-1003", account: nil, name: "HANSA INKASSO"), Self.items, payers
        )
        #expect(foreign.stops == [.payerNotCustomer])
    }

    @Test func `a parent that is named in a record and a customer itself is one`() {
        var payers = Self.payers()
        payers.removeFirst()
        payers[0].names = [OtherName("Customer 3", .parent)]
        let proposal = Desk.match(
            Desk.receipt(170_00, "INV-1001 INV-1003", account: nil, name: "CUSTOMER 3 LIMITED"),
            Self.items, payers)
        #expect(proposal.disposition == .apply && proposal.customer == 3)
    }

    @Test func `R11 an account of ours that stands for a customer adds five`() {
        var payers = Self.payers()
        payers[1].virtualAccounts = [.init("9910 0001 0001")]
        var receipt = Desk.receipt(100_00, account: nil, name: "Whoever")
        receipt.creditedAccount = "991000010001"
        let proposal = Desk.match(receipt, Self.items, payers)
        #expect(proposal.customer == 1 && proposal.payerIsKnown)
        #expect(proposal.rule == .singleAmount && proposal.score == 93)
        #expect(proposal.disposition == .propose)
        receipt.text = ["INV-1001"]
        #expect(Desk.match(receipt, Self.items, payers).score == 98)
    }

    @Test func `paid to one customer's account from another's: nobody is the payer`() {
        var payers = Self.payers()
        payers[1].virtualAccounts = [.init("991000010001")]
        payers[2].accounts = ["NORD0001"]
        var receipt = Desk.receipt(100_00, "INV-1001", account: "NORD0001")
        receipt.creditedAccount = "991000010001"
        let proposal = Desk.match(receipt, Self.items, payers)
        #expect(proposal.disposition == .propose && proposal.stops == [.payerAmbiguous])
        // The parent may.
        payers[1].parent = 2
        #expect(Desk.match(receipt, Self.items, payers).disposition == .apply)
    }

    @Test func `an account that was another's before counts by its days`() {
        var payers = Self.payers()
        payers[1].datedAccounts = [.init("NORD0001", Scope(until: Day("2025-12-31")))]
        payers[2].datedAccounts = [.init("NORD0001", Scope(from: Day("2026-01-01")))]
        let now = Desk.match(Desk.receipt(250_00, account: "NORD0001"), Self.items, payers)
        #expect(now.customer == 2)
    }

    @Test func `a ring of parents ends`() {
        var payers = Self.payers()
        payers[1].parent = 2
        payers[2].parent = 3
        payers[3].parent = 1
        payers[1].accounts = ["RING0001"]
        let proposal = Desk.match(
            Desk.receipt(70_00, "INV-1003", account: "RING0001"), Self.items, payers)
        #expect(proposal.disposition == .apply)
    }

    @Test func `three hundred customers and a thousand items in one receipt`() {
        var factor = Payer(customer: 10_000, name: "Factor AG")
        factor.flags = .thirdParty
        factor.accounts = ["FACT0001"]
        factor.paysFor = (0..<300).map { .init($0, .factor) }
        let payers = [factor] + (0..<300).map { Payer(customer: $0, name: "Shop \($0) Ltd") }
        let items = (0..<1_000).map {
            Desk.item($0 + 1, "INV-\(700_000 + $0)", 100_00 + $0, customer: $0 % 300)
        }
        var receipt = Desk.receipt(items.reduce(0) { $0 + $1.open }, account: "FACT0001")
        receipt.text = items.map(\.number)
        let spent = ContinuousClock().measure {
            let named = Desk.match(receipt, items, payers)
            #expect(named.disposition == .apply && named.lines.count == 1_000)
            receipt.advice = items.map { .init(document: $0.number, amount: $0.open) }
            let advised = Desk.match(receipt, items, payers)
            #expect(advised.disposition == .apply && advised.rule == .adviceLines)
        }
        // A debug build on a busy machine; what is cubic takes minutes.
        #expect(spent < .seconds(20))
    }
}
