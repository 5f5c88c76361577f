import Ledger
import Receivables
import TestKit
import Testing

/// A rule is proposed with what it would have done, adopted by another person where that is good,
/// and can be withdrawn.
@Suite struct RuleTests {
    private typealias Trial = MatchingRule.Trial
    private static let good = Trial(caught: 9, wrong: 1, of: 12, wrongOn: [Receipt.ID(7)])

    private func books() -> Ledgered {
        Scenario("entity DL CN CNY\ncustomer C100\ncustomer C200").ledger
    }

    private func propose(
        _ code: String, _ ledger: Ledgered, _ kind: MatchingRule.Kind = .dueMonth,
        limit: Money? = nil
    ) -> ProposeRule {
        let customer = ledger.books.customers.values.first { $0.code == code }?.id
        return ProposeRule(
            customer: customer ?? Customer.ID(999), kind: kind, limit: limit, trial: Self.good)
    }

    private func code<C: Command>(_ command: C, _ ledger: inout Ledgered) -> String {
        let result = Result { () throws(Refusal) in try ledger.perform(command) }
        guard case .failure(let refusal) = result else { return "ok" }
        return refusal.code
    }

    private func last(_ ledger: Ledgered) -> CaseFile.ID {
        ledger.books.cases.keys.max() ?? CaseFile.ID(0)
    }

    @Test func proposedAdoptedWithdrawn() throws {
        var ledger = books()
        #expect(code(propose("C100", ledger), &ledger) == "ok")
        let id = last(ledger)
        ledger.desk = Desk(actor: "wang", today: ledger.desk.today, at: 0)
        let now = Trial(caught: 18, wrong: 2, of: 24)
        #expect(code(DecideRule(rule: id, .adopt(now)), &ledger) == "ok")
        guard case .rule(let rule)? = ledger.books.cases[id]?.content else {
            Issue.record("no rule")
            return
        }
        #expect(rule.state == .adopted && rule.decidedBy == "wang" && rule.trial == now)
        #expect(rule.proposedBy == "clerk")
        #expect(code(DecideRule(rule: id, .withdraw), &ledger) == "ok")
        #expect(ledger.books.cases[id]?.head.isClosed == true)
        // What was withdrawn may be proposed anew.
        #expect(code(propose("C100", ledger), &ledger) == "ok")
        // No rule moves money.
        #expect(ledger.lines.isEmpty)
    }

    @Test func refusals() {
        var ledger = books()
        let usd = Money(minor: 80_00, .usd)
        var seen: Set<String> = []
        func refused<C: Command>(_ command: C, _ reason: String) {
            #expect(code(command, &ledger) == reason)
            seen.insert(reason)
        }
        refused(propose("C999", ledger), "customer-not-found")
        refused(propose("C100", ledger, .dueMonth, limit: usd), "rule-limit")
        refused(propose("C100", ledger, .chargeLimit), "rule-limit")
        refused(propose("C100", ledger, .chargeLimit, limit: .zero(.usd)), "rule-limit")
        #expect(code(propose("C100", ledger), &ledger) == "ok")
        let first = last(ledger)
        refused(propose("C100", ledger), "rule-known")
        // Of charges there is one by currency; another kind or customer is another rule.
        #expect(code(propose("C100", ledger, .chargeLimit, limit: usd), &ledger) == "ok")
        let euro = Money(minor: 80_00, .eur)
        #expect(code(propose("C100", ledger, .chargeLimit, limit: euro), &ledger) == "ok")
        refused(propose("C100", ledger, .chargeLimit, limit: euro), "rule-known")
        #expect(code(propose("C200", ledger), &ledger) == "ok")
        let none = CaseFile.ID(Identifiers.perEntity + 999)
        refused(DecideRule(rule: none, .withdraw), "rule-not-found")
        let adopt = DecideRule(rule: first, .adopt(Self.good))
        refused(adopt, "maker-is-checker")
        ledger.desk = Desk(actor: "wang", today: ledger.desk.today, at: 0)
        refused(
            DecideRule(rule: first, .adopt(Trial(caught: 8, wrong: 1, of: 12))), "rule-unproven")
        #expect(code(adopt, &ledger) == "ok")
        refused(adopt, "rule-adopted")
        #expect(code(DecideRule(rule: first, .withdraw), &ledger) == "ok")
        refused(adopt, "rule-withdrawn")
        let all = Set(ProposeRule.Reason.allCases.map(\.rawValue))
            .union(DecideRule.Reason.allCases.map(\.rawValue))
        #expect(seen == all)
    }

    /// Three caught at least, and of ten at most one wrong.
    @Test(arguments: [
        (2, 0, false), (3, 0, true), (8, 1, false), (9, 1, true), (17, 2, false), (18, 2, true),
    ]) func goodEnough(_ caught: Int64, _ wrong: Int64, _ isGood: Bool) {
        #expect(Trial(caught: caught, wrong: wrong, of: 99).isGood == isGood)
    }

    @Test func saysWhatItWouldHaveDone() {
        let trial = Trial(caught: 13, wrong: 1, of: 14, wrongOn: [Receipt.ID(42)])
        #expect(trial.sentence.en == "would have caught 13 of 14, wrong on 1: receipt 42")
        #expect(Trial(caught: 3, wrong: 0, of: 4).sentence.en.hasSuffix("wrong on none"))
    }
}
