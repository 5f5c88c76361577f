import Ledger
import Matching
import Receivables
import Store

/// Reads what waits in one entity and finds out who paid what, part by part, on a thread of its
/// own: the next part is matched while the one before is posted.
///
/// A proposal depends on what the run has read and on the proposals before it, in the order of
/// value dates and numbers, and never on how far posting has come. So the outcome is the same
/// however fast either goes.
struct MatchAhead: Sendable {
    let database: any Database
    let entity: Entity
    let policy: MatchingPolicy
    let today: Day

    /// Receipts in one part.
    private static let size = 5_000
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
        var matcher = Matcher(policy: policy, payers: input.payers, items: input.takeItems())
        let receipts = input.receipts
        var paid: Set<Int64> = []
        for first in stride(from: 0, to: receipts.count, by: Self.size) {
            var part = MatchedPart(total: receipts.count, nextEvent: input.nextEvent)
            part.receipts = Array(receipts[first..<min(first + Self.size, receipts.count)])
            part.proposals = part.receipts.map { receipt in
                matcher.match(Remittance(receipt, functional: entity.currency))
            }
            try complete(&part, from: input, &paid)
            part.reading = read - start
            part.matching = clock.now - read
            if !give(part) { return }
        }
    }

    /// Adds what posting will need of the books.
    private func complete(
        _ part: inout MatchedPart, from input: MatchInput, _ paid: inout Set<Int64>
    ) throws {
        var wanted: [OpenItem.ID] = []
        for proposal in part.proposals {
            if let customer = proposal.customer.flatMap({ input.customers[$0] }) {
                part.customers.append(customer)
            }
            if proposal.disposition != .apply { continue }
            for line in proposal.lines where paid.insert(line.item).inserted {
                wanted.append(OpenItem.ID(line.item))
            }
        }
        for receipt in part.receipts { part.known[receipt.id] = input.known[receipt.id] }
        if database.readsWhileWriting {
            part.items = try database.read { try ItemsInFull($0, entity.id).of(wanted) }
        }
    }
}
