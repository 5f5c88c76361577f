import Ledger
import Matching
import Receivables
import Testing

@testable import Backoffice

/// What each kind of rule lets the matcher do for its customer, and for no other.
@Suite struct AdoptedRuleTests {
    private static let day = Day("2026-04-20")!

    private func rule(_ kind: MatchingRule.Kind, limit: Money? = nil) -> MatchingRule {
        MatchingRule(
            customer: Customer.ID(1), kind: kind, limit: limit,
            trial: .init(caught: 3, wrong: 0, of: 3), proposedBy: "acquit")
    }

    /// What becomes of a receipt of `customer` over two items of March, one of April and a later
    /// one.
    private func proposal(
        _ rules: AdoptedRules, _ minor: Int64, customer: Int64 = 1, text: String = "payment"
    ) -> Proposal {
        var payer = Payer(customer: customer, name: "Adler GmbH")
        rules.add(to: &payer)
        let items = [
            ("INV-20260101", Int64(110_03), "2026-02-05", "2026-03-07"),
            ("INV-20260102", 230_11, "2026-02-15", "2026-03-17"),
            ("INV-20260103", 5_310_17, "2026-03-10", "2026-04-09"),
            ("INV-20260104", 470_29, "2026-04-15", "2026-06-15"),
        ].enumerated().map { place, item in
            Item(
                id: Int64(place + 1), customer: customer, number: item.0, currency: .usd,
                open: item.1, issuedOn: Day(item.2)!, dueOn: Day(item.3)!)
        }
        var matcher = Matcher(
            policies: rules.policies(MatchingPolicy()), entity: 1, payers: PayerBook([payer]),
            items: items)
        var receipt = Remittance(id: 9, currency: .usd, amount: minor, valueDate: Self.day)
        receipt.channel = .wire
        receipt.payerName = "Adler GmbH"
        receipt.text = [text]
        return matcher.match(receipt)
    }

    @Test(arguments: [
        (MatchingRule.Kind.singleAmount, Int64(5_310_17), [Int64(3)]),
        (.wholeBalance, 6_120_60, [1, 2, 3, 4]), (.pastDue, 5_650_31, [1, 2, 3]),
        (.dueMonth, 340_14, [1, 2]), (.statement, 5_650_31, [1, 2, 3]),
        (.oldestFirst, 150_00, [1, 2]),
    ]) func appliesWhatTheCustomerMeans(
        _ kind: MatchingRule.Kind, _ minor: Int64, _ items: [Int64]
    ) {
        let rules = AdoptedRules().replacing(rule(kind), counts: true)
        let with = proposal(rules, minor)
        #expect(with.disposition == .apply)
        #expect(with.lines.map(\.item).sorted() == items)
        #expect(proposal(AdoptedRules(), minor).disposition != .apply)
        #expect(proposal(rules, minor, customer: 2).disposition != .apply)
        let withdrawn = rules.replacing(rule(kind), counts: false)
        #expect(proposal(withdrawn, minor).disposition != .apply)
    }

    /// Short by 80.00 on a wire, where banks keep at most 50.00 of others.
    @Test func chargesUpToTheLimitOfTheCustomer() {
        let limit = Money(minor: 80_00, .usd)
        let rules = AdoptedRules().replacing(rule(.chargeLimit, limit: limit), counts: true)
        let with = proposal(rules, 5_230_17, text: "INV-20260103")
        #expect(with.disposition == .apply && with.rule == .bankCharge)
        #expect(with.lines.first?.bankCharge == 80_00)
        let without = proposal(AdoptedRules(), 5_230_17, text: "INV-20260103")
        #expect(without.disposition == .propose)
        let more = proposal(rules, 5_230_16, text: "INV-20260103")
        #expect(more.disposition == .propose)
    }
}
