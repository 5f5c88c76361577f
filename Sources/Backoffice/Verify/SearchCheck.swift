import Ledger
import Receivables
import Store

/// Everything can be found by what the journal says of it. What it said formerly stays findable, so
/// there may be more lines than things.
struct SearchCheck {
    private let connection: any Connection
    private let replay: Replay

    init(_ connection: any Connection, _ replay: Replay) {
        self.connection = connection
        self.replay = replay
    }

    func run() throws -> Verification.Check {
        let digests = try SearchDigests(connection)
        var count: Int64 = 0
        var failure: String?
        let look = { (thing: SearchThing) in
            count += 1
            if failure == nil, !digests.holds(thing) {
                failure = "\(thing.kind) \(thing.id) is not found by its words"
            }
        }
        for customer in replay.books.customers.values { look(SearchThing(customer)) }
        for item in replay.books.items.values {
            count += 1
            if failure == nil, !digests.holds(item) {
                failure = "item \(item.number) is not found by its words"
            }
        }
        for receipt in replay.books.receipts.values { look(SearchThing(receipt)) }
        for line in replay.bankLines.values where line.kind != .receipt { look(SearchThing(line)) }
        for statement in replay.statements.values { look(SearchThing(statement)) }
        for notice in replay.notices.values { look(SearchThing(notice)) }
        for advice in replay.advices.values { look(SearchThing(advice)) }
        return Verification.Check(
            name: "words to be found by = journal, evolved again", count: count, failure: failure)
    }
}
