import Ledger
import Receivables
import Store

/// The claim desk's part of the day: what is unidentified a business day after its value date is
/// published to all, and what is published comes to the step that its timers have reached
/// (domain.md §1.10 step 4, §3.9). Repeated, it changes nothing.
public struct ClaimsRun {
    private let database: any Database
    private let desk: Desk

    /// Receipts of one transaction.
    private static let batch = 500

    public init(_ database: any Database, desk: Desk) {
        self.database = database
        self.desk = desk
    }

    /// Gives how many receipts were published.
    @discardableResult
    public func run() throws -> Int {
        let (entities, holidays) = try database.read { connection in
            let reader = MasterReader(connection: connection)
            return (try reader.entities().map(\.0), try reader.holidays())
        }
        var published = 0
        for entity in entities {
            let calendar = Self.calendar(of: entity, holidays)
            let (new, due) = try database.read { connection in
                let new = try unpublished(entity.id, connection).filter {
                    calendar.day(1, after: $0.valueDate) <= desk.today
                }
                return (new.map(\.receipt), try self.due(entity.id, connection))
            }
            try each(new, of: entity.id) { PublishReceipt(receipt: $0) }
            try each(due, of: entity.id) { FollowPool(receipt: $0) }
            published += new.count
        }
        return published
    }

    static func calendar(of entity: Entity, _ holidays: [Holiday]) -> BusinessCalendar {
        var books = Books()
        books.load(entity, closedThrough: nil, counter: 0)
        for holiday in holidays { books.load(holiday) }
        return books.calendar(of: entity.id)
    }

    private func unpublished(
        _ entity: Entity.ID, _ connection: any Connection
    ) throws -> [(receipt: Receipt.ID, valueDate: Day)] {
        var found: [(receipt: Receipt.ID, valueDate: Day)] = []
        try connection.rows(
            """
            SELECT r.id, r.valueDate FROM receipt r
            WHERE r.entity = $1 AND r.unidentified + r.unapplied + r.onAccount > 0
                AND r.unidentified > 0 AND NOT EXISTS
                    (SELECT 1 FROM caseFile c
                        WHERE c.receipt = r.id AND c.kind = 'pooled' AND c.closed = 0)
            ORDER BY r.id
            """, [.int(entity.raw)]
        ) { row in
            found.append((Receipt.ID(row.int(0)), Day(number: Int32(clamping: row.int(1)))))
        }
        return found
    }

    private func due(
        _ entity: Entity.ID, _ connection: any Connection
    ) throws -> [Receipt.ID] {
        var found: [Receipt.ID] = []
        try connection.rows(
            """
            SELECT c.receipt FROM caseFile c JOIN receipt r ON r.id = c.receipt
            WHERE c.entity = $1 AND c.kind = 'pooled' AND c.closed = 0
                AND (c.dueOn <= $2 OR r.unidentified = 0 OR EXISTS
                    (SELECT 1 FROM caseFile k WHERE k.receipt = c.receipt AND k.kind = 'claim'
                        AND k.state = 'pending' AND k.openedOn <= $3))
            ORDER BY c.receipt
            """,
            [
                .int(entity.raw), .int(Int64(desk.today.number)),
                .int(Int64(desk.today.adding(-ClaimPolicy.expiry).number)),
            ]
        ) { row in found.append(Receipt.ID(row.int(0))) }
        return found
    }

    private func each(
        _ receipts: [Receipt.ID], of entity: Entity.ID, _ command: (Receipt.ID) -> some Command
    ) throws {
        var left = receipts[...]
        while !left.isEmpty {
            let commands = left.prefix(Self.batch).map(command)
            left = left.dropFirst(Self.batch)
            try database.write { connection in
                let session = try Session(
                    connection, entity: entity, desk: desk, cause: "claims")
                var names = Names()
                for command in commands { names.formUnion(command.names) }
                try session.load(names)
                for command in commands {
                    // What has changed since it was read is left to the next run.
                    do { try session.perform(command) } catch is Refusal {}
                }
                try session.flush()
            }
        }
    }
}
