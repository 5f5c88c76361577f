import Ledger
import Receivables

/// Books in memory with their ledger: what the store does, without a store. Commands are decided,
/// their events evolved and posted.
public struct Ledgered: Sendable {
    public private(set) var books = Books()
    public private(set) var events: [Event] = []
    public private(set) var lines: [Line] = []
    /// For each line the day it is posted on, and the event that posts it.
    public private(set) var postings: [(day: Day, event: Int)] = []
    /// The first event of the last command that was performed.
    public private(set) var latest = 0
    public var desk: Desk

    public init(today: Day, actor: String = "clerk") {
        desk = Desk(actor: actor, today: today, at: 0)
    }

    public mutating func perform(_ command: some Command) throws(Refusal) -> [Event] {
        let decided = try command.decide(on: books, at: desk)
        latest = events.count
        for event in decided { take(event) }
        return decided
    }

    public mutating func take(_ event: Event) {
        books.evolve(event)
        events.append(event)
        guard let functional = books.entities[event.entity]?.currency, let day = event.postedOn
        else { return }
        for line in PostingRules.lines(event, functional: functional) {
            lines.append(line)
            postings.append((day, events.count - 1))
        }
    }

    /// Gives no identifier out up to `count`.
    mutating func skip(to count: Int64, _ entity: Entity.ID) {
        guard let company = books.entities[entity], books.counters[entity] ?? 0 < count else {
            return
        }
        books.load(company, closedThrough: books.closedThrough[entity], counter: count)
    }

    /// Debits positive, in functional currency.
    public func balance(_ account: Account) -> Int64 {
        lines.reduce(0) { sum, line in
            sum + (line.debit == account ? line.functional.minor : 0)
                - (line.credit == account ? line.functional.minor : 0)
        }
    }

    /// Debits positive, in a transaction currency.
    public func balance(_ account: Account, in currency: Currency) -> Int64 {
        lines.reduce(0) { sum, line in
            guard line.amount.currency == currency else { return sum }
            return sum + (line.debit == account ? line.amount.minor : 0)
                - (line.credit == account ? line.amount.minor : 0)
        }
    }

    public mutating func settle() { books.settle(forgetting: false) }
}
