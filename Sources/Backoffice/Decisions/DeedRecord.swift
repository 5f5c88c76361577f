import Ledger
import Receivables
import Store

/// Reads what happened under the journal numbers of a decision.
struct DeedRecord {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func sentences(_ numbers: ClosedRange<Int64>?) throws -> [(en: String, zh: String)] {
        guard let numbers else { return [] }
        var events: [Event] = []
        try connection.rows(
            "SELECT id, kind, payload FROM event WHERE id >= $1 AND id <= $2 ORDER BY id",
            [.int(numbers.lowerBound), .int(numbers.upperBound)]
        ) { row in
            guard let kind = EventKind(rawValue: row.int(1)) else { return }
            var reader = FieldReader(row.utf8(2))
            events.append(try Event(kind, from: &reader))
        }
        return try events.map { event in
            var items: [OpenItem.ID: String] = [:]
            for id in event.clearedItems { items[id] = try number(of: id) }
            return EventWords(items: items).sentence(event)
        }
    }

    /// The lines as accountants read them; the functional amount only where it is another.
    func lines(_ numbers: ClosedRange<Int64>?) throws -> Table {
        var columns =
            ["posted", "Dr", "Cr"].map { Table.Column($0) }
            + [Table.Column("amount", number: true), Table.Column("currency")]
        guard let numbers else { return Table("", columns) }
        let functional = try MasterReader(connection: connection).entities().first {
            $0.0.id.raw == numbers.lowerBound / Identifiers.perEntity
        }?.0.currency
        var rows: [[Table.Cell]] = []
        var isForeign = false
        try connection.rows(
            """
            SELECT l.postedOn, l.debit, l.credit, l.amount, l.currency, l.functional
            FROM event e JOIN line l ON l.id >= e.firstLine AND l.id < e.firstLine + e.lineCount
            WHERE e.id >= $1 AND e.id <= $2 ORDER BY l.id
            """, [.int(numbers.lowerBound), .int(numbers.upperBound)]
        ) { row in
            let currency = row.currencyCode(4)
            let own = functional ?? currency
            isForeign = isForeign || own != currency
            rows.append([
                row.dayCell(0), account(row.text(1)), account(row.text(2)),
                row.moneyCell(3, currency), .text(currency.code), row.moneyCell(5, own),
                .text(own.code),
            ])
        }
        if isForeign { columns += [Table.Column("functional", number: true), Table.Column("in")] }
        var table = Table("", columns)
        table.rows = rows.map { Array($0.prefix(columns.count)) }
        return table
    }

    private func account(_ code: String) -> Table.Cell {
        .text(Account(rawValue: code).map { "\(code) \($0.name)" } ?? code)
    }

    private func number(of item: OpenItem.ID) throws -> String {
        var number = "\(item.raw)"
        try connection.rows(
            "SELECT number FROM item WHERE id = $1", [.int(item.raw)]
        ) { row in number = row.text(0) }
        return number
    }
}

extension Event {
    /// The items it names by identifier only.
    fileprivate var clearedItems: [OpenItem.ID] {
        switch self {
        case .receiptApplied(let applied), .receiptUnapplied(let applied):
            applied.applications.map(\.item)
        case .creditApplied(let credit, let item), .creditUnapplied(let credit, let item):
            [credit.item, item.item]
        case .itemWrittenOff(let application), .writeOffReversed(let application):
            [application.item]
        case .disputeMarked(_, let item, _): [item]
        default: []
        }
    }
}
