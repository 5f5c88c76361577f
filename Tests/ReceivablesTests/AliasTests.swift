import Ledger
import Receivables
import TestKit
import Testing

/// A name is proposed by one, confirmed by another, counts for its days, and can be revoked
/// (domain.md §3.6).
@Suite struct AliasTests {
    private static let name = "HAIRUN TRADING DALIAN"

    private func books() -> Ledgered {
        Scenario("entity DL CN CNY\ncustomer C100\ncustomer C200").ledger
    }

    private func customer(_ code: String, _ ledger: Ledgered) -> Customer.ID {
        ledger.books.customers.values.first { $0.code == code }?.id ?? Customer.ID(999)
    }

    private func propose(
        _ code: String, _ ledger: Ledgered, text: String = name, evidence: String = "letter"
    ) -> ProposeAlias {
        ProposeAlias(
            customer: customer(code, ledger), kind: .tradingEnglish, text: text,
            evidence: evidence)
    }

    private func code<C: Command>(_ command: C, _ ledger: inout Ledgered) -> String {
        let result = Result { () throws(Refusal) in try ledger.perform(command) }
        guard case .failure(let refusal) = result else { return "ok" }
        return refusal.code
    }

    private func last(_ ledger: Ledgered) -> CaseFile.ID {
        ledger.books.cases.keys.max() ?? CaseFile.ID(0)
    }

    private func decide(
        _ id: CaseFile.ID, _ decision: DecideAlias.Decision
    ) -> DecideAlias { DecideAlias(alias: id, text: Self.name, decision) }

    @Test func proposedAndConfirmedByTwo() throws {
        var ledger = books()
        #expect(code(propose("C100", ledger), &ledger) == "ok")
        let id = last(ledger)
        let confirm = decide(id, .confirm(from: Day("2026-01-01"), until: nil))
        #expect(code(confirm, &ledger) == "maker-is-checker")
        ledger.desk = Desk(actor: "wang", today: ledger.desk.today, at: 0)
        #expect(code(confirm, &ledger) == "ok")
        guard case .alias(let alias)? = ledger.books.cases[id]?.content else {
            Issue.record("no alias")
            return
        }
        #expect(alias.state == .confirmed && alias.decidedBy == "wang")
        #expect(alias.from == Day("2026-01-01") && alias.until == nil)
        #expect(code(decide(id, .revoke), &ledger) == "ok")
        #expect(ledger.books.cases[id]?.head.isClosed == true)
    }

    @Test func refusals() {
        var ledger = books()
        let none = CaseFile.ID(Identifiers.perEntity + 999)
        #expect(code(propose("C999", ledger), &ledger) == "customer-not-found")
        #expect(code(propose("C100", ledger, text: "A."), &ledger) == "alias-empty")
        #expect(code(propose("C100", ledger, evidence: ""), &ledger) == "evidence-missing")
        #expect(code(propose("C100", ledger), &ledger) == "ok")
        let first = last(ledger)
        #expect(code(propose("C100", ledger), &ledger) == "alias-known")
        #expect(code(propose("C200", ledger), &ledger) == "ok")
        let second = last(ledger)
        #expect(code(decide(none, .refuse), &ledger) == "alias-not-found")
        #expect(code(decide(first, .revoke), &ledger) == "alias-not-confirmed")
        ledger.desk = Desk(actor: "wang", today: ledger.desk.today, at: 0)
        let reversed = DecideAlias.Decision.confirm(
            from: Day("2026-02-01"), until: Day("2026-01-01"))
        #expect(code(decide(first, reversed), &ledger) == "days-reversed")
        let always = DecideAlias.Decision.confirm(from: nil, until: nil)
        #expect(code(decide(first, always), &ledger) == "ok")
        #expect(code(decide(first, .refuse), &ledger) == "alias-decided")
        #expect(code(decide(second, always), &ledger) == "alias-of-another")
        #expect(code(decide(second, .refuse), &ledger) == "ok")
        #expect(code(propose("C200", ledger), &ledger) == "alias-of-another")
    }
}
