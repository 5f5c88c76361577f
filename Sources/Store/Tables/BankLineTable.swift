import Ledger
import Receivables

/// The rows of `bankLine`.
enum BankLineTable {
    static let name = "bankLine"
    static let columns = [
        "id", "statement", "entity", "account", "currency", "rate", "amount", "functional",
        "bookedOn", "valueDate", "postedOn", "kind", "bankReference", "code", "text",
        "fingerprint", "reversedOn",
    ]

    static func write(_ row: BankLine, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.statement.raw)
        out.int(row.entity.raw)
        out.text(row.account)
        out.text(row.currency.code)
        out.text(row.rate.description)
        out.int(row.amount)
        out.int(row.functional)
        out.day(row.bookedOn)
        out.day(row.valueDate)
        out.day(row.postedOn)
        out.int(row.kind.rawValue)
        out.text(row.bankReference)
        out.text(row.code)
        out.text(row.text)
        out.int(row.fingerprint)
        out.day(row.reversedOn)
        try out.end()
    }

    static func read(_ row: any Row) throws -> BankLine {
        var value = BankLine(
            id: row.id(0), statement: row.id(1), entity: row.id(2), account: row.text(3),
            currency: try row.currency(4), rate: try row.rate(5), amount: row.int(6),
            functional: row.int(7), bookedOn: row.day(8), valueDate: row.day(9),
            postedOn: row.day(10), kind: try row.raw(11), bankReference: row.textOrNil(12),
            code: row.textOrNil(13), text: row.textOrNil(14), fingerprint: row.int(15))
        value.reversedOn = row.dayOrNil(16)
        return value
    }
}
