import Ledger
import Matching
import Receivables
import Store

/// Decides one receipt by itself, on what has to do with it: the customers it may be of, their
/// items, and those it names by number. What it costs depends on these and not on how many items
/// the books have (a page shows it in a blink).
///
/// The rules are those of a run. A few things need all that a run reads, and are left to it: a
/// receipt for which nothing is found here (its amount may be owed once in the whole ledger, R14;
/// an order may say who a payer is that is not known), a difference written off within the year's
/// cap, and an advance, for the order it may name.
public struct OneReceipt {
    private let connection: any Connection
    private let entity: Entity
    private let today: Day
    private let policy: MatchingPolicy

    public init(
        _ connection: any Connection, _ entity: Entity, today: Day,
        policy: MatchingPolicy = MatchingPolicy()
    ) {
        self.connection = connection
        self.entity = entity
        self.today = today
        self.policy = policy
    }

    /// Nil where a run must say.
    public func explanation(
        _ receipt: Receipt, calibration: Calibration? = nil
    ) throws -> Explanation? {
        let explanation = try firstLook(receipt, calibration: calibration)
        let proposal = explanation.proposal
        let isWhole =
            proposal.lines.isEmpty || proposal.remainder.isAdvance
            || proposal.lines.contains { $0.writeOff != 0 }
        return isWhole ? nil : explanation
    }

    /// What is found at once, whatever a run would add.
    public func firstLook(
        _ receipt: Receipt, calibration: Calibration? = nil
    ) throws -> Explanation {
        var known = Known()
        known.calibration = calibration
        let remittance = Remittance(receipt, functional: entity.currency)
        let reader = ItemsToMatch(connection, entity.id, today: today)
        let since = receipt.valueDate
        let numbers = WrittenNumbers(learnedFrom: try reader.someNumbers())
            .mayMean(remittance)
        let named = try reader.numbered(numbers, since: since)
        let aliases = try ConfirmedAliases(connection, entity.id)
        let rules = try AdoptedRules(connection, entity.id)
        let customers = try CustomersToMatch(connection, entity.id, aliases)
            .of(remittance, owners: Set(named.map(\.customer)))
        let payers = Matcher(
            policies: rules.policies(policy), entity: entity.id.raw,
            payers: PayerBook(MatchInput.payers(customers, aliases, rules)), items: [],
            known: known)
        let owners = Set(payers.customers(for: remittance)).union(named.map(\.customer))
        var items = try owners.sorted().flatMap { try reader.of($0, since: since) }
        let own = Set(items.map(\.id))
        items += named.filter { !own.contains($0.id) }
        return payers.over(items, rules.policies(policy)).explain(remittance)
    }
}

extension Proposal.Remainder {
    fileprivate var isAdvance: Bool {
        if case .advance = self { true } else { false }
    }
}
