import Ledger
import Matching
import Receivables
import Store

/// Reads what waits in one entity and finds out who paid what, part by part, on a thread of its
/// own: the next part is matched while the one before is posted.
///
/// A proposal depends on what the run has read and on the other receipts of the run, and never on
/// how far posting has come. So the outcome is the same however fast either goes.
struct MatchAhead: Sendable {
    let database: any Database
    let entity: Entity
    let policy: MatchingPolicy
    let today: Day

    /// Receipts in the first part, which posting waits for, and at most in a later one.
    private static let sizes = 1_000...5_000
    /// Parts that may wait to be posted.
    private static let ahead = 3

    func start() -> PartsAhead<MatchedPart> {
        PartsAhead(ahead: Self.ahead) { give in try run(give) }
    }

    private func run(_ give: (MatchedPart) -> Bool) throws {
        let clock = ContinuousClock()
        let start = clock.now
        var input = try MatchInput(database, entity.id, today: today)
        if input.receipts.isEmpty { return }
        let read = clock.now
        let matcher = Matcher(
            policies: input.rules.policies(policy), entity: entity.id.raw, payers: input.payers,
            items: input.takeItems(), known: input.before, atOnce: PartsAhead<Void>.atOnce)
        let receipts = input.receipts
        var assignment = Assignment(
            matcher, receipts.map { Remittance($0, functional: entity.currency) })
        var paid: Set<Int64> = []
        var done = 0
        while done < receipts.count {
            let decided = assignment.next(
                atMost: min(max(done, Self.sizes.lowerBound), Self.sizes.upperBound))
            done += decided.count
            let proposals = decided.map(\.proposal)
            var part = MatchedPart(
                decided.map { receipts[$0.place] }, proposals, known: input.known,
                total: receipts.count,
                nextEvent: input.nextEvent)
            try complete(&part, proposals, from: input, &paid)
            part.reading = read - start
            part.matching = clock.now - read
            if !give(part) { return }
        }
    }

    /// Adds what posting will need of the books.
    private func complete(
        _ part: inout MatchedPart, _ proposals: [Proposal], from input: MatchInput,
        _ paid: inout Set<Int64>
    ) throws {
        var wanted: [OpenItem.ID] = []
        var customers: Set<Int64> = []
        for proposal in proposals {
            if let customer = proposal.customer, customers.insert(customer).inserted,
                let known = input.customers[customer]
            {
                part.customers.append(known)
            }
            if proposal.disposition != .apply { continue }
            for line in proposal.lines where paid.insert(line.item).inserted {
                wanted.append(OpenItem.ID(line.item))
            }
        }
        if database.readsWhileWriting {
            part.items = try database.read { try ItemsInFull($0, entity.id).of(wanted) }
        }
    }
}
