import Ledger
import Matching
import Receivables
import Store

/// The rules of customers that count, as the matcher reads them: a customer's own policy, or what
/// its payer has agreed to.
struct AdoptedRules {
    private var byCustomer: [Int64: [MatchingRule]] = [:]

    init() {}

    init(_ connection: any Connection, _ entity: Entity.ID) throws {
        for file in try CaseReader(connection).open(.rule, of: entity) {
            guard case .rule(let rule) = file.content, rule.state == .adopted else { continue }
            byCustomer[rule.customer.raw, default: []].append(rule)
        }
    }

    /// The same without what the customer has of the kind of `rule`; with it in its place, where
    /// it is to count.
    func replacing(_ rule: MatchingRule, counts: Bool) -> AdoptedRules {
        var other = self
        var own = byCustomer[rule.customer.raw] ?? []
        own.removeAll { $0.kind == rule.kind && $0.limit?.currency == rule.limit?.currency }
        if counts { own.append(rule) }
        other.byCustomer[rule.customer.raw] = own
        return other
    }

    func add(to payer: inout Payer) {
        if paysOldestFirst(payer.customer) { payer.flags.insert(.oldestFirst) }
    }

    func paysOldestFirst(_ customer: Int64) -> Bool {
        byCustomer[customer]?.contains { $0.kind == .oldestFirst } ?? false
    }

    func policies(_ standard: MatchingPolicy) -> MatchingPolicies {
        var policies = MatchingPolicies(standard)
        for (customer, rules) in byCustomer {
            var policy = standard
            // What is said last is looked at first: so the surest comes first.
            let places = MatchingRule.Kind.allCases
            for kind in places.reversed() {
                for rule in rules where rule.kind == kind { policy.adopt(rule) }
            }
            if policy != standard { policies.customers[customer] = policy }
        }
        return policies
    }
}

extension MatchingPolicy {
    fileprivate mutating func adopt(_ rule: MatchingRule) {
        if let limit = rule.limit {
            charges.limits[limit.currency] = max(charges.limits[limit.currency] ?? 0, limit.minor)
        }
        guard let kind = rule.kind.amountRule else { return }
        amountRules.removeAll { $0.kind == kind }
        amountRules.insert(AmountRule(kind, .yes), at: 0)
    }
}

extension MatchingRule.Kind {
    /// Nil for what is no amount rule of the policy.
    fileprivate var amountRule: AmountRule.Kind? {
        switch self {
        case .singleAmount: .singleAmount
        case .wholeBalance: .clearAccount
        case .pastDue: .clearPastDue
        case .dueMonth: .clearPastDueByMonth
        case .statement: .statement
        case .oldestFirst, .chargeLimit: nil
        }
    }
}
