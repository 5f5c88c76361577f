import Ledger
import Receivables

/// Reads the journal in its order, with the hash that each event must have.
public struct JournalReader {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// One journal row, read and hashed anew.
    public struct Entry {
        public let id: Int64
        public let kind: EventKind
        public let at: Int64
        public let actor: String
        public let cause: String
        public let event: Event
        public let firstLine: Int64
        public let lineCount: Int64
        /// Whether the stored hash is that of the contents and the event before, and the columns
        /// that are not hashed say what the contents mean.
        public let isChained: Bool
    }

    /// A row that is no event.
    public struct Broken: Error {
        public let id: Int64
        public let message: String
    }

    public func each(_ body: (Entry) throws -> Void) throws {
        var hash = EventHash()
        var heads: [Int64: [UInt8]] = [:]
        var last: [Int64: Int64] = [:]
        try connection.rows(
            """
            SELECT id, kind, at, actor, cause, payload, firstLine, lineCount, hash,
                postedOn, hashFormat
            FROM event ORDER BY id
            """
        ) { row in
            let id = row.int(0)
            let entity = id / Identifiers.perEntity
            guard let kind = EventKind(rawValue: row.int(1)) else {
                throw Broken(id: id, message: "event kind \(row.int(1)) is not of this version")
            }
            let (at, actor, cause) = (row.int(2), row.text(3), row.text(4))
            let payload = row.utf8(5)
            let expected = hash.next(
                after: heads[entity] ?? Chain.start.hash, id: id, kind: kind.rawValue, at: at,
                actor: actor, cause: cause, payload: UnsafeRawBufferPointer(payload))
            let stored = row.blob(8)
            let follows = last[entity].map { $0 + 1 == id } ?? (id % Identifiers.perEntity == 1)
            heads[entity] = stored
            last[entity] = id
            var reader = FieldReader(payload)
            let event: Event
            do throws(WireError) {
                event = try Event(kind, from: &reader)
            } catch {
                throw Broken(id: id, message: error.message)
            }
            try body(
                Entry(
                    id: id, kind: kind, at: at, actor: actor, cause: cause, event: event,
                    firstLine: row.int(6), lineCount: row.int(7),
                    isChained: stored == expected && follows && reader.isAtEnd
                        && row.dayOrNil(9) == event.postedOn && row.int(10) == EventHash.format))
        }
    }

    /// The events from `first` to `last`, as they are, without their hashes.
    public func events(
        _ first: Int64, _ last: Int64, _ body: (Event) throws -> Void
    ) throws {
        try connection.rows(
            "SELECT id, kind, payload FROM event WHERE id >= $1 AND id <= $2 ORDER BY id",
            [.int(first), .int(last)]
        ) { row in
            guard let kind = EventKind(rawValue: row.int(1)) else {
                throw Broken(id: row.int(0), message: "event kind \(row.int(1))")
            }
            var reader = FieldReader(row.utf8(2))
            let event: Event
            do throws(WireError) {
                event = try Event(kind, from: &reader)
            } catch {
                throw Broken(id: row.int(0), message: error.message)
            }
            try body(event)
        }
    }

    /// The events from `first` to `last` that bring, change or withdraw records of master data.
    public func records(
        _ first: Int64, _ last: Int64, _ body: (Event) throws -> Void
    ) throws {
        // All kinds of master data have numbers below these of documents, or the one of lines.
        try connection.rows(
            """
            SELECT kind, payload FROM event
            WHERE id >= $1 AND id <= $2 AND (kind < 20 OR kind = 22) ORDER BY id
            """, [.int(first), .int(last)]
        ) { row in
            guard let kind = EventKind(rawValue: row.int(0)) else { return }
            var reader = FieldReader(row.utf8(1))
            let event: Event
            do throws(WireError) {
                event = try Event(kind, from: &reader)
            } catch {
                throw Broken(id: 0, message: error.message)
            }
            try body(event)
        }
    }

    /// The head of each chain as it is kept: the number of the last event, and its hash.
    public func heads() throws -> [Int64: (event: Int64, hash: [UInt8])] {
        var heads: [Int64: (event: Int64, hash: [UInt8])] = [:]
        try connection.rows("SELECT entity, event, hash FROM chain") { row in
            heads[row.int(0)] = (row.int(1), row.blob(2))
        }
        return heads
    }

    /// The stored hash of one event.
    public func hash(of event: Int64) throws -> [UInt8]? {
        var found: [UInt8]?
        try connection.rows("SELECT hash FROM event WHERE id = $1", [.int(event)]) { row in
            found = row.blob(0)
        }
        return found
    }
}
