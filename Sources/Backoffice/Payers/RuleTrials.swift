import Ledger
import Matching
import Receivables
import Store

/// Tries rules on what people applied by hand: each receipt is matched anew over what was open
/// when the person decided, once without the rule and once with it.
struct RuleTrials {
    private let entity: Entity
    private let policy: MatchingPolicy
    private let rules: AdoptedRules
    private let history: HandHistory
    /// Without items; the second knows all customers of the history as paying oldest first.
    private let plain: Matcher
    private let oldestFirst: Matcher

    init(_ connection: any Connection, _ entity: Entity, policy: MatchingPolicy) throws {
        self.entity = entity
        self.policy = policy
        rules = try AdoptedRules(connection, entity.id)
        let history = try HandHistory(connection, entity.id)
        self.history = history
        let payers =
            history.pasts.isEmpty
            ? []
            : MatchInput.payers(
                try CustomersOfEntity(connection).all(entity.id),
                try ConfirmedAliases(connection, entity.id), AdoptedRules())
        let matcher = { (payers: [Payer]) in
            Matcher(
                policies: MatchingPolicies(policy), entity: entity.id.raw,
                payers: PayerBook(payers), items: [])
        }
        plain = matcher(payers)
        oldestFirst = matcher(
            payers.map { payer in
                var payer = payer
                if history.pasts[payer.customer] != nil { payer.flags.insert(.oldestFirst) }
                return payer
            })
    }

    /// What a rule did, with the receipts it caught.
    struct Outcome {
        var trial: MatchingRule.Trial
        var caught: Set<Int64> = []
    }

    func outcome(_ rule: MatchingRule) -> Outcome {
        let pasts = history.pasts[rule.customer.raw] ?? []
        let without = rules.replacing(rule, counts: false)
        let with = rules.replacing(rule, counts: true)
        var outcome = Outcome(trial: .init(caught: 0, wrong: 0, of: Int64(pasts.count)))
        var wrong: [Receipt.ID] = []
        for past in pasts {
            let items = history.items(at: past)
            let before = decide(past, items, without)
            // Who is not known is not known by a rule either.
            if !before.payerIsKnown || before.disposition == .apply { continue }
            let after = decide(past, items, with)
            if after.disposition != .apply { continue }
            if after.taken == past.taken {
                outcome.caught.insert(past.receipt.id.raw)
            } else {
                wrong.append(past.receipt.id)
            }
        }
        outcome.trial = .init(
            caught: Int64(outcome.caught.count), wrong: Int64(wrong.count),
            of: Int64(pasts.count), wrongOn: wrong)
        return outcome
    }

    private func decide(
        _ past: HandHistory.Past, _ items: [Item], _ rules: AdoptedRules
    ) -> Proposal {
        var receipt = Remittance(
            past.receipt, functional: entity.currency, amount: past.amount)
        receipt.customer = nil
        receipt.isRest = false
        let payers = rules.paysOldestFirst(past.customer) ? oldestFirst : plain
        var matcher = payers.over(items, rules.policies(policy))
        return matcher.match(receipt)
    }
}

/// Looking for rules: each kind is tried for each customer, and those that explain most are taken.
extension RuleTrials {
    func suggestions() -> [MatchingRule] {
        history.pasts.keys.sorted().flatMap { suggestions(Customer.ID($0)) }
    }

    private func suggestions(_ customer: Customer.ID) -> [MatchingRule] {
        let pasts = history.pasts[customer.raw] ?? []
        if pasts.count < 3 { return [] }
        var tried: [(rule: MatchingRule, caught: Set<Int64>)] = []
        for candidate in candidates(customer, pasts) {
            let outcome = outcome(candidate)
            if !outcome.trial.isGood { continue }
            var rule = candidate
            rule.trial = outcome.trial
            tried.append((rule, outcome.caught))
        }
        // Of what catches the same, the surer kind; a stable order of equal ones.
        let order = tried.indices.sorted {
            let (a, b) = (tried[$0].rule.trial, tried[$1].rule.trial)
            return (b.caught - 9 * b.wrong, $0) < (a.caught - 9 * a.wrong, $1)
        }
        var explained: Set<Int64> = []
        var taken: [MatchingRule] = []
        for place in order where !tried[place].caught.isSubset(of: explained) {
            explained.formUnion(tried[place].caught)
            taken.append(tried[place].rule)
        }
        return taken
    }

    private func candidates(
        _ customer: Customer.ID, _ pasts: [HandHistory.Past]
    ) -> [MatchingRule] {
        let rule = { (kind: MatchingRule.Kind, limit: Money?) in
            MatchingRule(
                customer: customer, kind: kind, limit: limit,
                trial: .init(caught: 0, wrong: 0, of: 0), proposedBy: "")
        }
        var found: [MatchingRule] = []
        for kind in MatchingRule.Kind.allCases where kind != .chargeLimit {
            found.append(rule(kind, nil))
        }
        var charges: [Currency: [Int64]] = [:]
        for past in pasts {
            let charge = past.taken.values.reduce(Int64(0)) { $0 + $1.charge }
            if charge > 0 { charges[past.receipt.currency, default: []].append(charge) }
        }
        for (currency, all) in charges.sorted(by: { $0.key < $1.key }) where all.count >= 3 {
            found.append(rule(.chargeLimit, Money(minor: all.max() ?? 0, currency)))
        }
        return found
    }
}

extension Proposal {
    fileprivate var taken: [Int64: HandHistory.Taken] {
        var taken: [Int64: HandHistory.Taken] = [:]
        for line in lines {
            taken[line.item] = .init(
                cash: line.amount,
                total: line.amount + line.discount + line.bankCharge + line.writeOff
                    + line.residual)
        }
        return taken
    }
}
