import Ledger
import Testing

@testable import Matching

/// Promises and instalments (R13), and what a payer's words say the money is for: advances,
/// retention, part payments, credits (domain.md §3.5).
struct PromiseTests {
    private static let items = [
        Desk.item(1, "INV-1001", 300_00, due: "2026-01-10"),
        Desk.item(2, "INV-1002", 400_00, due: "2026-02-10"),
        Desk.item(3, "INV-1003", 500_00, due: "2026-02-20"),
    ]

    private static func match(
        _ receipt: Remittance, _ promises: [Promise], orders: [Order] = []
    ) -> Proposal {
        var known = Known()
        known.promises = promises
        known.orders = orders
        var matcher = Matcher(
            policies: MatchingPolicies(), payers: PayerBook([Desk.payer]), items: items,
            known: known)
        return matcher.match(receipt)
    }

    private static func promise(
        _ amount: Int64, _ day: String, _ items: [Int64] = [], customer: Int64 = Desk.hairun,
        isInstalment: Bool = false
    ) -> Promise {
        Promise(
            customer: customer, currency: .cny, amount: amount, dueOn: Day(day)!, items: items,
            isInstalment: isInstalment)
    }

    @Test func `a promise for the account is kept oldest first`() {
        let proposal = Self.match(Desk.receipt(450_00), [Self.promise(450_00, "2026-03-01")])
        #expect(proposal.rule == .promise && proposal.score == 80)
        #expect(proposal.disposition == .propose && proposal.stops == [.amountOnly])
        #expect(proposal.lines.map(\.item) == [1, 2])
        #expect(proposal.lines.map(\.amount) == [300_00, 150_00])
        #expect(proposal.evidence.last?.en == "a promise of 2026-03-01 has this amount")
    }

    @Test func `an instalment pays the items of its plan and leaves the rest open`() {
        let plan = ["2026-02-28", "2026-03-31"].map {
            Self.promise(150_00, $0, [3], isInstalment: true)
        }
        let proposal = Self.match(Desk.receipt(150_00), plan)
        #expect(proposal.rule == .promise && proposal.cash == [3: 150_00])
        #expect(proposal.lines.allSatisfy { $0.residual == 0 })
    }

    @Test(arguments: [
        [promise(450_00, "2026-01-15")], [promise(450_00, "2026-03-01", customer: 7)],
        [promise(451_00, "2026-03-01")], [promise(450_00, "2026-03-01", [1])],
    ]) func `is none`(promises: [Promise]) {
        let proposal = Self.match(Desk.receipt(450_00), promises)
        #expect(proposal.rule != .promise, "\(proposal)")
    }

    @Test func `two promises of one amount for different items are none`() {
        let proposal = Self.match(
            Desk.receipt(150_00),
            [Self.promise(150_00, "2026-03-01", [1]), Self.promise(150_00, "2026-03-03", [2])])
        #expect(proposal.stops == [.severalCombinations] && proposal.lines.isEmpty)
    }

    @Test func `an advance goes to the account, or to the order that is named`() {
        let receipt = Desk.receipt(2_000_00, "30% 定金 SO-2026-0815")
        let orders = [
            Order(customer: Desk.hairun, number: "SO-2026-0815"),
            Order(customer: Desk.hairun, number: "SO-2026-0816"),
        ]
        let against = Self.match(receipt, [], orders: orders)
        #expect(against.disposition == .propose && against.stops == [.advancePayment])
        #expect(against.remainder == .advance(order: "SO-2026-0815"))
        #expect(against.unapplied == 2_000_00 && against.lines.isEmpty)
        #expect(Self.match(receipt, []).remainder == .advance(order: nil))
        let unknown = Desk.receipt(2_000_00, "定金", account: nil, name: "Nobody")
        #expect(Desk.match(unknown).disposition == .unmatched)
        let item = Self.match(Desk.receipt(300_00, "ANZAHLUNG"), [])
        #expect(item.rule == .singleAmount && item.remainder == .unapplied)
    }

    @Test(arguments: ["INV-1003 质保金", "INV-1003 LESS 10% RETENTION", "INV-1003 EINBEHALT"])
    func `what is kept until the warranty ends is a residual`(text: String) {
        let proposal = Self.match(Desk.receipt(450_00, text), [])
        #expect(proposal.stops == [.shortPayment] && proposal.cash == [3: 450_00])
        #expect(proposal.lines[0].residual == 50_00 && proposal.lines[0].reason == "RETENTION")
    }

    @Test func `a discount taken too late says so by its figure`() {
        let items = [
            Desk.item(1, "INV-1001", 1_000_00, discount: 20_00, until: "2026-02-01")
        ]
        let proposal = Desk.match(Desk.receipt(980_00, "INV-1001"), items)
        #expect(proposal.lines.map(\.reason) == ["DISC_UNEARNED"])
        let grace = Desk.match(
            Desk.receipt(980_00, "INV-1001", on: Day("2026-02-04")!), items)
        #expect(grace.rule == .earnedDiscount && grace.disposition == .apply)
    }

    @Test func `the days of grace are the customer's`() {
        let items = [
            Desk.item(1, "INV-1001", 1_000_00, discount: 20_00, until: "2026-02-20")
        ]
        var policies = MatchingPolicies()
        policies.customers[Desk.hairun] = MatchingPolicy()
        policies.customers[Desk.hairun]?.discountGrace = 10
        var matcher = Matcher(
            policies: policies, payers: PayerBook([Desk.payer]), items: items)
        #expect(matcher.match(Desk.receipt(980_00, "INV-1001")).rule == .earnedDiscount)
        #expect(Desk.match(Desk.receipt(980_00, "INV-1001"), items).rule == .invoiceNumber)
    }

    @Test func `several credit notes that make up the difference, if they are the only ones`() {
        let items = [
            Desk.item(1, "INV-1001", 1_000_00),
            Desk.item(2, "CN-9001", -30_00, kind: .creditNote),
            Desk.item(3, "CN-9002", -45_00, kind: .creditNote),
            Desk.item(4, "CN-9003", -80_00, kind: .creditNote),
        ]
        let proposal = Desk.match(Desk.receipt(925_00, "INV-1001"), items)
        #expect(proposal.disposition == .propose)
        #expect(proposal.cash == [1: 1_000_00, 2: -30_00, 3: -45_00])
        let twice = items + [Desk.item(5, "CN-9004", -75_00, kind: .creditNote)]
        #expect(Desk.match(Desk.receipt(845_00, "INV-1001"), twice).lines.count == 1)
    }

    @Test func `a debit note named is paid with its invoice`() {
        let items = [
            Desk.item(1, "INV-1001", 1_000_00),
            Desk.item(2, "DN-70001", 25_00, kind: .debitNote),
        ]
        let proposal = Desk.match(Desk.receipt(1_025_00, "INV-1001 DN-70001"), items)
        #expect(proposal.disposition == .apply && proposal.lines.count == 2)
    }

    @Test func `an instalment smaller than each item pays in the order named`() {
        let proposal = Self.match(
            Desk.receipt(350_00, "INV-1002 INV-1001 INV-1003 INSTALMENT"), [])
        #expect(proposal.stops == [.shortPayment])
        #expect(proposal.lines.map(\.item) == [2] && proposal.cash == [2: 350_00])
    }
}
