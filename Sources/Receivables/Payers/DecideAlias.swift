import Ledger

/// Confirms a proposed alias for payments of certain days, refuses it, or revokes one that was
/// confirmed: what it has identified stays, nothing more is identified by it.
public struct DecideAlias: Command {
    public enum Decision: Sendable, Equatable {
        case confirm(from: Day?, until: Day?)
        case refuse
        case revoke
    }

    public let alias: CaseFile.ID
    public let decision: Decision
    /// As it was written, to find whom else it belongs to.
    public let text: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case aliasNotFound = "alias-not-found"
        case aliasDecided = "alias-decided"
        case aliasNotConfirmed = "alias-not-confirmed"
        case makerIsChecker = "maker-is-checker"
        case aliasOfAnother = "alias-of-another"
        case daysReversed = "days-reversed"
    }

    public init(alias: CaseFile.ID, text: String, _ decision: Decision) {
        self.alias = alias
        self.text = text
        self.decision = decision
    }

    public var entity: Entity.ID { alias.entity }

    public var names: Names {
        var names = Names()
        names.cases = [alias]
        names.caseNumbers = [text]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[alias], case .alias(var alias) = file.content else {
            throw refusal(.aliasNotFound, "\(alias)")
        }
        if decision == .revoke {
            if alias.state != .confirmed { throw refusal(.aliasNotConfirmed, alias.text) }
            alias.state = .revoked
            return [.caseChanged(file.changed(to: .alias(alias)), [], on: desk.today)]
        }
        if alias.state != .proposed {
            throw refusal(.aliasDecided, "\(alias.text): \(alias.state.rawValue)")
        }
        if alias.proposedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
        alias.decidedBy = desk.actor
        alias.state = .refused
        if case .confirm(let from, let until) = decision {
            let other = books.aliases(alias.text).first {
                $0.1.state == .confirmed && $0.1.customer != alias.customer
            }
            if let other {
                throw refusal(
                    .aliasOfAnother,
                    books.customers[other.1.customer]?.code ?? "\(other.1.customer)")
            }
            if let from, let until, until < from {
                throw refusal(.daysReversed, "\(from) to \(until)")
            }
            (alias.from, alias.until, alias.state) = (from, until, .confirmed)
        }
        return [.caseChanged(file.changed(to: .alias(alias)), [], on: desk.today)]
    }
}
