import Ledger
import Receivables
import Store

enum EntryExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "entries",
            [
                "line", "event", "kind", "postedOn", "debit", "credit", "currency", "amount",
                "functional", "functionalCurrency", "rate", "receipt",
            ].map { Table.Column($0) })
        let functional = try MasterReader(connection: connection).entities().reduce(
            into: [Int64: Currency]()
        ) { $0[$1.0.id.raw] = $1.0.currency }
        try table.fill(
            connection,
            """
            SELECT l.id, l.event, e.kind, l.postedOn, l.debit, l.credit, l.currency, l.amount,
                l.functional, l.rate, l.receipt
            FROM line l JOIN event e ON e.id = l.event ORDER BY l.id
            """
        ) { row in
            let entity = row.int(1) / Identifiers.perEntity
            let own = functional[entity] ?? row.currencyCode(6)
            return [
                .text("\(row.int(0))"), .text("\(row.int(1))"),
                .text(EventKind(rawValue: row.int(2))?.name ?? ""), row.dayCell(3),
                row.textCell(4), row.textCell(5), row.textCell(6),
                row.moneyCell(7, row.currencyCode(6)), row.moneyCell(8, own), .text(own.code),
                row.textCell(9), row.isNull(10) ? .empty : .text("\(row.int(10))"),
            ]
        }
        return table
    }
}

enum EventExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "events",
            ["event", "kind", "at", "actor", "cause", "postedOn", "hash", "payload"].map {
                Table.Column($0)
            })
        try table.fill(
            connection,
            "SELECT id, kind, at, actor, cause, postedOn, hash, payload FROM event ORDER BY id"
        ) { row in
            let hash = row.blob(6).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            return [
                .text("\(row.int(0))"), .text(EventKind(rawValue: row.int(1))?.name ?? ""),
                .text("\(row.int(2))"), row.textCell(3), row.textCell(4), row.dayCell(5),
                .text(hash.joined()), row.textCell(7),
            ]
        }
        return table
    }
}
