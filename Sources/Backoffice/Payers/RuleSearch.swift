import Ledger
import Matching
import Receivables
import Store

/// Finds how customers pay in what people applied by hand, and proposes it with what it would have
/// done on that history. Nothing is used before a person adopts it.
public struct RuleSearch {
    private let database: any Database
    private let desk: Desk
    private let policy: MatchingPolicy

    public init(_ database: any Database, desk: Desk, policy: MatchingPolicy = MatchingPolicy()) {
        self.database = database
        self.desk = Desk(actor: AliasSearch.proposer, today: desk.today, at: desk.at)
        self.policy = policy
    }

    /// How many rules were proposed that were not there before.
    public func run() throws -> Int {
        let entities = try database.read { connection in
            try MasterReader(connection: connection).entities().map(\.0)
        }
        var proposed = 0
        for entity in entities {
            let found = try database.read { connection in
                try RuleTrials(connection, entity, policy: policy).suggestions()
            }
            if found.isEmpty { continue }
            proposed += try database.write { connection in
                let session = try Session(connection, entity: entity.id, desk: desk, cause: "rules")
                var count = 0
                for rule in found {
                    let propose = ProposeRule(
                        customer: rule.customer, kind: rule.kind, limit: rule.limit,
                        trial: rule.trial)
                    try session.load(propose.names)
                    // Known or withdrawn: a person has seen it.
                    let isDecided = session.books.cases.values.contains {
                        guard case .rule(let known) = $0.content else { return false }
                        return known.customer == rule.customer && known.kind == rule.kind
                            && known.limit?.currency == rule.limit?.currency
                    }
                    if isDecided { continue }
                    try session.perform(propose)
                    count += 1
                }
                try session.flush(forgetting: true)
                return count
            }
        }
        return proposed
    }
}

extension Naming {
    /// A rule by its number.
    public func rule(_ name: String) throws -> (id: CaseFile.ID, rule: MatchingRule) {
        let file = try Int64(name).flatMap { try CaseReader(connection).file(CaseFile.ID($0)) }
        guard let file, case .rule(let rule) = file.content else {
            throw Refusal(code: "rule-not-found", name)
        }
        return (file.id, rule)
    }

    /// What a rule would do on the history as it is now.
    public func trial(
        _ rule: MatchingRule, policy: MatchingPolicy = MatchingPolicy()
    ) throws -> MatchingRule.Trial {
        let entity = entities.first { $0.id == rule.customer.entity }
        guard let entity else { throw Refusal(code: "entity-not-found", "") }
        return try RuleTrials(connection, entity, policy: policy).outcome(rule).trial
    }
}
