import Ledger
import Testing

@testable import Matching

/// The amount rules as a policy orders them (field.md, row m, M1): the first that fits counts.
struct AmountRuleTests {
    static let items = [
        Desk.item(1, "INV-1001", 100_00, issued: "2025-11-01", due: "2025-12-01"),
        Desk.item(2, "INV-1002", 210_00, issued: "2025-12-05", due: "2026-01-04"),
        Desk.item(3, "INV-1003", 330_00, issued: "2025-11-20", due: "2026-01-19"),
        Desk.item(4, "INV-1004", 450_00, issued: "2026-02-01", due: "2026-04-02"),
        Desk.item(5, "CN-9001", -40_00, kind: .creditNote, issued: "2026-02-02", due: "2026-02-02"),
    ]

    static func policy(_ rules: (AmountRule.Kind, AmountRule.Consent)...) -> MatchingPolicy {
        var policy = MatchingPolicy()
        policy.amountRules = rules.map { AmountRule($0.0, $0.1) }
        return policy
    }

    static func match(
        _ amount: Int64, _ policy: MatchingPolicy, _ items: [Item] = items
    ) -> Proposal {
        var matcher = Desk.matcher(items, [Desk.payer], policy)
        return matcher.match(Desk.receipt(amount))
    }

    @Test(
        arguments: [
            (.singleAmount, 330_00, [3]), (.clearAccount, 1_050_00, [5, 1, 2, 3, 4]),
            (.clearPastDue, 600_00, [5, 1, 2, 3]), (.clearPastDueByMonth, 540_00, [2, 3]),
            (.clearPastDueByTerm, 310_00, [1, 2]), (.statement, 640_00, [1, 3, 2]),
            (.combination, 620_00, [5, 2, 4]), (.oldestFirst(partial: true), 150_00, [1, 2]),
            (.oldestFirst(partial: false), 310_00, [1, 2]),
        ] as [(AmountRule.Kind, Int64, [Int64])])
    func `fits`(kind: AmountRule.Kind, amount: Int64, expected: [Int64]) {
        for (consent, becomes) in [
            (AmountRule.Consent.yes, Proposal.Disposition.apply), (.review, .propose),
            (.no, .unmatched),
        ] {
            let proposal = Self.match(amount, Self.policy((kind, consent)))
            #expect(proposal.disposition == becomes, "\(kind) \(consent): \(proposal)")
            if consent == .no { continue }
            #expect(Set(proposal.lines.map(\.item)) == Set(expected), "\(kind)")
            #expect(proposal.rule == kind.rule)
            #expect(proposal.lines.reduce(0) { $0 + $1.amount } == amount)
        }
    }

    @Test(
        arguments: [
            .singleAmount, .clearAccount, .clearPastDue, .clearPastDueByMonth, .clearPastDueByTerm,
            .statement, .combination, .promise, .oldestFirst(partial: false),
        ] as [AmountRule.Kind])
    func `does not fit`(kind: AmountRule.Kind) {
        let proposal = Self.match(77_77, Self.policy((kind, .yes)))
        #expect(proposal.disposition == .unmatched)
        #expect(proposal.stops == [.nothingFits])
    }

    @Test func `the order is the policy's`() {
        // 310.00 is the oldest two, all of 30 days' terms, and a combination.
        let oldest = Self.match(
            310_00, Self.policy((.oldestFirst(partial: true), .yes), (.combination, .review)))
        #expect(oldest.rule == .oldestFirst && oldest.disposition == .apply)
        let term = Self.match(
            310_00, Self.policy((.clearPastDueByTerm, .review), (.oldestFirst(partial: true), .yes))
        )
        #expect(term.rule == .balance && term.disposition == .propose)
    }

    @Test func `the nearest policy counts whole`() {
        var policies = MatchingPolicies(Self.policy((.singleAmount, .review)))
        policies.entities[7] = Self.policy((.clearPastDue, .yes))
        policies.customers[Desk.hairun] = Self.policy((.singleAmount, .yes))
        func becomes(_ amount: Int64, entity: Int64?) -> Proposal.Disposition {
            var matcher = Matcher(
                policies: policies, entity: entity, payers: PayerBook([Desk.payer]),
                items: Self.items)
            return matcher.match(Desk.receipt(amount)).disposition
        }
        #expect(becomes(330_00, entity: 7) == .apply)
        #expect(becomes(600_00, entity: 7) == .unmatched)
        policies.customers = [:]
        #expect(becomes(330_00, entity: 7) == .unmatched)
        #expect(becomes(600_00, entity: 7) == .apply)
        #expect(becomes(330_00, entity: 8) == .propose)
    }

    @Test func `oldest first may go by the kind of item before the day`() {
        let items =
            Self.items + [
                Desk.item(6, "DN-30001", 12_00, kind: .financeCharge, due: "2026-02-28")
            ]
        var policy = Self.policy((.oldestFirst(partial: true), .yes))
        #expect(Self.match(50_00, policy, items).cash == [1: 50_00])
        policy.settledFirst = [.financeCharge]
        #expect(Self.match(50_00, policy, items).cash == [6: 12_00, 1: 38_00])
    }

    @Test func `several groups that fit are none`() {
        let items = [
            Desk.item(1, "INV-1001", 100_00, issued: "2025-12-01", due: "2026-01-10"),
            Desk.item(2, "INV-1002", 200_00, issued: "2025-12-01", due: "2026-01-10"),
            Desk.item(3, "INV-1003", 140_00, issued: "2025-12-01", due: "2026-02-10"),
            Desk.item(4, "INV-1004", 160_00, issued: "2025-12-01", due: "2026-02-10"),
        ]
        let proposal = Self.match(300_00, Self.policy((.clearPastDueByMonth, .yes)), items)
        #expect(proposal.stops == [.severalCombinations] && proposal.lines.isEmpty)
        #expect(proposal.ladder?.en == "Medium 3")
    }

    @Test func `what a balance consists of is the policy's`() {
        let items = [
            Desk.item(1, "INV-1001", 100_00, flags: .disputed), Desk.item(2, "INV-1002", 200_00),
            Desk.item(3, "INV-1003", 300_00), Desk.item(4, "DN-01001", 7_00, kind: .financeCharge),
        ]
        var policy = Self.policy((.clearAccount, .yes))
        #expect(Self.match(607_00, policy, items).stops == [.disputedItem])
        policy.balances.includesDisputed = false
        #expect(Self.match(507_00, policy, items).disposition == .apply)
        policy.balances.includesFinanceCharges = false
        #expect(Self.match(500_00, policy, items).disposition == .apply)
        #expect(Self.match(507_00, policy, items).disposition == .unmatched)
    }

    @Test func `a balance less the discounts still earned`() {
        let items = [
            Desk.item(1, "INV-1001", 100_00, discount: 2_00, until: "2026-03-01"),
            Desk.item(2, "INV-1002", 200_00, discount: 4_00, until: "2026-01-01"),
        ]
        var policy = Self.policy((.clearAccount, .review))
        let proposal = Self.match(298_00, policy, items)
        #expect(proposal.lines.map(\.discount).sorted() == [0, 2_00])
        policy.balances.lessDiscounts = false
        #expect(Self.match(298_00, policy, items).lines.isEmpty)
    }

    @Test func `only a small, proved combination is ever applied by itself`() {
        let policy = Self.policy((.combination, .yes))
        let items = (0..<12).map {
            Desk.item(Int64($0) + 1, "INV-\(2001 + $0)", 1 << Int64($0 + 8))
        }
        #expect(Self.match(0xF << 8, policy, items).disposition == .apply)
        let five = Self.match(0x1F << 8, policy, items)
        #expect(five.disposition == .propose && five.lines.count == 5)
        let many = (0..<40).map {
            Desk.item(Int64($0) + 1, "INV-\(2001 + $0)", 1_000_003 + Int64($0 * $0) * 7_919)
        }
        let two = many[3].open + many[7].open
        #expect(Self.match(two, policy, many).disposition == .propose)
    }

    @Test func `what is left is the customer's, on account where the policy says so`() {
        var policy = Self.policy((.oldestFirst(partial: true), .yes))
        #expect(Self.match(2_000_00, policy).remainder == .unapplied)
        policy.remainder = .onAccount
        let proposal = Self.match(2_000_00, policy)
        #expect(proposal.disposition == .apply && proposal.remainder == .onAccount)
        #expect(proposal.unapplied == 910_00)
        #expect(Self.match(77_77, Self.policy((.singleAmount, .yes))).remainder == .unapplied)
    }

    @Test func `an account of ours that stands for the customer raises the score`() {
        var payer = Desk.payer
        payer.virtualAccounts = [.init("9900112233")]
        var receipt = Desk.receipt(330_00, account: nil)
        receipt.creditedAccount = "9900112233"
        let proposal = Desk.match(receipt, Self.items, [payer])
        #expect(proposal.rule == .singleAmount && proposal.score == 93)
        #expect(proposal.disposition == .propose, "raised, and still only an amount")
    }
}
