import Ledger
import Receivables

/// The rows of `bankStatement`.
enum StatementTable {
    static let name = "bankStatement"
    static let columns = [
        "id", "entity", "account", "currency", "number", "sequence", "fromDay", "toDay",
        "opening", "closing", "lineCount", "format", "withdrawn",
    ]

    static func write(_ row: BankStatement, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.text(row.account)
        out.text(row.currency.code)
        out.text(row.number)
        out.text(row.sequence)
        out.day(row.from)
        out.day(row.to)
        out.int(row.opening)
        out.int(row.closing)
        out.int(row.lines)
        out.text(row.format)
        out.int(row.isWithdrawn ? 1 : 0)
        try out.end()
    }

    static func read(_ row: any Row) throws -> BankStatement {
        var value = BankStatement(
            id: row.id(0), entity: row.id(1), account: row.text(2), currency: try row.currency(3),
            number: row.textOrNil(4), sequence: row.textOrNil(5), from: row.day(6), to: row.day(7),
            opening: row.intOrNil(8), closing: row.intOrNil(9), lines: row.int(10),
            format: row.text(11))
        value.isWithdrawn = row.int(12) != 0
        return value
    }
}
