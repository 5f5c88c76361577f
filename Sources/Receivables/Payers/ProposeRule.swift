import Ledger

/// Proposes how a customer pays, with what that would have done on history. It changes nothing
/// until another person adopts it.
public struct ProposeRule: Command {
    public let customer: Customer.ID
    public let kind: MatchingRule.Kind
    /// Of a charge limit, and of nothing else.
    public let limit: Money?
    public let trial: MatchingRule.Trial

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case customerNotFound = "customer-not-found"
        case ruleLimit = "rule-limit"
        case ruleKnown = "rule-known"
    }

    public init(
        customer: Customer.ID, kind: MatchingRule.Kind, limit: Money? = nil,
        trial: MatchingRule.Trial
    ) {
        self.customer = customer
        self.kind = kind
        self.limit = limit
        self.trial = trial
    }

    public var entity: Entity.ID { customer.entity }

    public var names: Names {
        var names = Names()
        names.customers = [customer]
        names.caseNumbers = [kind.rawValue]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let known = books.customers[customer] else {
            throw refusal(.customerNotFound, "\(customer)")
        }
        if kind == .chargeLimit ? limit.map(\.minor) ?? 0 <= 0 : limit != nil {
            throw refusal(.ruleLimit, kind.rawValue)
        }
        if let rule = books.rule(kind, limit?.currency, of: customer) {
            throw refusal(.ruleKnown, "\(known.code): \(rule.state.rawValue)")
        }
        let rule = MatchingRule(
            customer: customer, kind: kind, limit: limit, trial: trial, proposedBy: desk.actor)
        return [
            .caseChanged(
                CaseFile(
                    id: books.fresh(entity), entity: entity, openedOn: desk.today, .rule(rule)),
                [], on: desk.today)
        ]
    }
}

extension Books {
    /// The customer's rule of the kind that waits or counts; of charges there is one by currency.
    func rule(
        _ kind: MatchingRule.Kind, _ currency: Currency?, of customer: Customer.ID
    ) -> MatchingRule? {
        cases.values.sorted { $0.id < $1.id }.lazy.compactMap { file -> MatchingRule? in
            guard case .rule(let rule) = file.content, rule.customer == customer,
                rule.kind == kind, rule.limit?.currency == currency, rule.state != .withdrawn
            else { return nil }
            return rule
        }.first
    }
}
