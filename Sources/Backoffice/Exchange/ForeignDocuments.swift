import Ledger
import Receivables
import Store

/// The documents of one entity in one foreign currency that were posted by a day and are open.
struct ForeignDocuments {
    private let connection: any Connection
    private let entity: Entity.ID
    private let bounds: [Value]

    init(_ connection: any Connection, _ entity: Entity.ID, _ currency: Currency, upTo day: Day) {
        self.connection = connection
        self.entity = entity
        bounds = [.text(currency.code), .int(Int64(day.number))]
    }

    func items() throws -> [OpenItem.ID] {
        var found: [OpenItem.ID] = []
        try connection.rows(
            """
            SELECT id FROM openItem WHERE id >= $1 AND id < $2 AND currency = $3
                AND postedOn <= $4 ORDER BY id
            """, Identifiers.range(of: entity) + bounds
        ) { row in found.append(OpenItem.ID(row.int(0))) }
        return found
    }

    func receipts() throws -> [Receipt.ID] {
        var found: [Receipt.ID] = []
        try connection.rows(
            """
            SELECT id FROM receipt WHERE entity = $1
                AND unidentified + unapplied + onAccount > 0 AND currency = $2
                AND postedOn <= $3 ORDER BY id
            """, [.int(entity.raw)] + bounds
        ) { row in found.append(Receipt.ID(row.int(0))) }
        return found
    }
}
