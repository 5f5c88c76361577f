import Ledger
import Receivables

/// The rows of `notice`.
enum NoticeTable {
    static let name = "notice"
    static let columns = [
        "id", "entity", "account", "currency", "amount", "day", "status", "format", "batch",
        "bankReference", "parts", "fingerprint", "line", "withdrawn",
    ]

    static func write(_ row: Notice, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.text(row.account)
        out.text(row.currency.code)
        out.int(row.amount)
        out.day(row.day)
        out.int(row.status.rawValue)
        out.text(row.format)
        out.text(row.batch)
        out.text(row.bankReference)
        out.text(WireText.of(row.parts))
        out.int(row.fingerprint)
        out.int(row.line?.raw)
        out.int(row.isWithdrawn ? 1 : 0)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Notice {
        var notice = Notice(
            id: row.id(0), entity: row.id(1), account: row.text(2), currency: try row.currency(3),
            amount: row.int(4), day: row.day(5), status: try row.raw(6), format: row.text(7),
            batch: row.textOrNil(8), bankReference: row.textOrNil(9),
            parts: try WireText.parts(row.utf8(10)), fingerprint: row.int(11))
        notice.line = row.idOrNil(12)
        notice.isWithdrawn = row.int(13) != 0
        return notice
    }
}
