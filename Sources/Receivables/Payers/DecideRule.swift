import Ledger

/// Adopts a proposed rule, with what it would do on history as it is now, or withdraws one: what it
/// has applied stays, nothing more is applied by it.
public struct DecideRule: Command {
    public enum Decision: Sendable, Equatable {
        case adopt(MatchingRule.Trial)
        case withdraw
    }

    public let rule: CaseFile.ID
    public let decision: Decision

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case ruleNotFound = "rule-not-found"
        case ruleWithdrawn = "rule-withdrawn"
        case ruleAdopted = "rule-adopted"
        case makerIsChecker = "maker-is-checker"
        case ruleUnproven = "rule-unproven"
    }

    public init(rule: CaseFile.ID, _ decision: Decision) {
        self.rule = rule
        self.decision = decision
    }

    public var entity: Entity.ID { rule.entity }

    public var names: Names {
        var names = Names()
        names.cases = [rule]
        return names
    }

    /// A rule is known by its number; what the trial found is no part of what is asked for, so that
    /// saying it again under the same key does nothing.
    public var wording: String {
        "\(entity.raw) DecideRule(rule: \(rule.raw), adopt: \(decision != .withdraw))"
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[rule], case .rule(var rule) = file.content else {
            throw refusal(.ruleNotFound, "\(rule.raw)")
        }
        if rule.state == .withdrawn { throw refusal(.ruleWithdrawn, rule.kind.rawValue) }
        switch decision {
        case .withdraw: rule.state = .withdrawn
        case .adopt(let trial):
            if rule.state == .adopted { throw refusal(.ruleAdopted, rule.kind.rawValue) }
            if rule.proposedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
            if !trial.isGood { throw refusal(.ruleUnproven, trial.sentence.en) }
            rule.trial = trial
            rule.state = .adopted
        }
        rule.decidedBy = desk.actor
        return [.caseChanged(file.changed(to: .rule(rule)), [], on: desk.today)]
    }
}
