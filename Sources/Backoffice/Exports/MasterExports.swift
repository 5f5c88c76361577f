import Ledger
import Receivables
import Store

enum CustomerExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "customers",
            [
                "customer", "entity", "name", "nameLocal", "country", "currency", "taxId", "terms",
                "creditLimit", "parent", "email", "language", "accounts", "aliases", "riskClass",
                "collector",
            ].map { Table.Column($0) })
        try table.fill(
            connection,
            """
            SELECT c.code, e.code, c.name, c.nameLocal, c.country, c.currency, c.taxId, c.terms,
                c.creditLimit, c.parent, c.email, c.language, c.accounts, c.aliases, c.riskClass,
                c.collector, e.currency
            FROM customer c JOIN entity e ON e.id = c.entity ORDER BY c.id
            """
        ) { row in
            let currency = row.isNull(5) ? row.currencyCode(16) : row.currencyCode(5)
            return (0..<8).map { row.textCell($0) } + [row.moneyCell(8, currency)]
                + (9..<12).map { row.textCell($0) } + (12..<14).map { piped(row.text($0)) }
                + (14..<16).map { row.textCell($0) }
        }
        return table
    }

    /// Lists are separated by `|`, as they came.
    private static func piped(_ lines: String) -> Table.Cell {
        lines.isEmpty
            ? .empty
            : .text(
                lines.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
                    .joined(separator: "|"))
    }
}

enum ItemExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "items",
            [
                "item", "entity", "type", "customer", "issued", "due", "currency", "original",
                "open", "openFunctional", "functionalCurrency", "rate", "status", "clearedOn",
                "reference", "disputed", "reason", "po", "order", "contract", "delivery",
                "precedes",
            ].map { Table.Column($0) })
        try table.fill(
            connection,
            """
            SELECT i.number, e.code, i.kind, c.code, i.issuedOn, i.dueOn, i.currency, i.original,
                i.open, i.openFunctional, e.currency, i.rate, i.status, i.clearedOn, i.reference,
                i.disputed, i.reason, i.po, i.orderNumber, i.contract, i.delivery, i.precedes
            FROM itemInFull i JOIN entity e ON e.id = i.entity JOIN customer c ON c.id = i.customer
            ORDER BY i.id
            """
        ) { row in
            let (currency, functional) = (row.currencyCode(6), row.currencyCode(10))
            let status = OpenItem.Status(rawValue: row.int(12)).map { "\($0)" } ?? ""
            let kind = row.int(2) == 1 ? "residual" : "\(row.int(2))"
            return [
                row.textCell(0), row.textCell(1), .text(kind), row.textCell(3), row.dayCell(4),
                row.dayCell(5), row.textCell(6), row.moneyCell(7, currency),
                row.moneyCell(8, currency), row.moneyCell(9, functional), row.textCell(10),
                row.textCell(11), .text(status), row.dayCell(13), row.textCell(14),
                .text(row.int(15) == 0 ? "no" : "yes"),
            ] + (16..<22).map { row.textCell($0) }
        }
        return table
    }
}
