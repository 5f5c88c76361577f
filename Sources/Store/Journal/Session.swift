import Ledger
import Receivables

/// One entity's books within one writing transaction: loads what is named, takes events, writes
/// them.
///
/// While a session lives no one else writes to the entity. Everything it does is done when the
/// transaction commits, or never was.
public final class Session {
    public private(set) var books = Books()
    public let entity: Entity.ID
    public let desk: Desk
    /// What made the events happen: a command's key, a file, a run.
    public let cause: String

    let connection: any Connection
    private var chain: Chain
    private var hash = EventHash()
    private var writer = FieldWriter()
    private var functional: Currency?
    private var pending = Pending()

    /// Locks the entity's chain. Entity 0 is the books as a whole.
    public init(
        _ connection: any Connection, entity: Entity.ID, desk: Desk, cause: String
    ) throws {
        self.connection = connection
        self.entity = entity
        self.desk = desk
        self.cause = cause
        chain = try Chain.lock(entity, connection) ?? .start
        try loadMaster()
    }

    /// How many events the session has taken.
    public private(set) var eventCount = 0

    /// The journal number of the next event.
    public var nextEvent: Int64 {
        entity.raw * Identifiers.perEntity + chain.event + 1
    }

    /// The journal number of an entity's next event, without a lock. Where it is still the same
    /// once a session has the lock, nothing of the entity has changed since it was read.
    public static func nextEvent(
        of entity: Entity.ID, _ connection: any Connection
    ) throws -> Int64 {
        let chain = try Chain.read(entity, connection) ?? .start
        return entity.raw * Identifiers.perEntity + chain.event + 1
    }

    /// Loads the documents that `names` names.
    public func load(_ names: Names) throws {
        try Prefetch(connection: connection, entity: entity).load(names, into: &books)
    }

    /// Puts something already read into the books that decisions see.
    public func load(_ item: OpenItem) { books.load(item) }
    public func load(_ receipt: Receipt) { books.load(receipt) }
    public func load(_ customer: Customer) { books.load(customer) }

    /// Decides `command` on what is loaded, and takes its events.
    @discardableResult
    public func perform(_ command: some Command) throws -> [Event] {
        let events = try command.decide(on: books, at: desk)
        for event in events { take(event) }
        return events
    }

    /// Takes an event: it is evolved, posted, chained, and written at the next ``flush()``.
    public func take(_ event: Event) {
        precondition(event.entity == entity, "an event of entity \(event.entity.raw)")
        if case .entityOpened(let opened) = event { functional = opened.currency }
        books.evolve(event)
        eventCount += 1
        chain.event += 1
        let id = entity.raw * Identifiers.perEntity + chain.event
        writer.reset()
        event.write(to: &writer)
        chain.hash = writer.bytes.withUnsafeBytes {
            hash.next(
                after: chain.hash, id: id, kind: event.kind.rawValue, at: desk.at,
                actor: desk.actor, cause: cause, payload: $0)
        }
        let lines = functional.map { PostingRules.lines(event, functional: $0) } ?? []
        pending.add(
            event, id: id, payload: writer.bytes, hash: chain.hash, lines: lines,
            firstLine: entity.raw * Identifiers.perEntity + chain.line + 1)
        chain.line += Int64(lines.count)
    }

    /// Writes what was taken. With `forgetting`, the loaded documents are let go, so that a long
    /// import holds no more than one batch.
    public func flush(forgetting: Bool = false) throws {
        try pending.write(entity: entity, desk: desk, cause: cause, connection)
        try Projection(connection: connection, entity: entity).write(books)
        chain.counter = books.counters[entity] ?? chain.counter
        try chain.save(entity, connection)
        pending = Pending()
        books.settle(forgetting: forgetting)
    }

    private func loadMaster() throws {
        books.load(counter: chain.counter, of: entity)
        let reader = MasterReader(connection: connection)
        for (entity, closedThrough) in try reader.entities() {
            // Only the own counter counts: no other entity's documents are made here.
            let counter = entity.id == self.entity ? chain.counter : 0
            books.load(entity, closedThrough: closedThrough, counter: counter)
            if entity.id == self.entity { functional = entity.currency }
        }
        for account in try reader.ownAccounts() { books.load(account) }
        for rate in try reader.rates() { books.load(rate) }
        for holiday in try reader.holidays() { books.load(holiday) }
    }
}
