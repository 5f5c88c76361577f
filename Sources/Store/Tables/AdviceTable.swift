import Ledger
import Receivables

/// The rows of `advice`.
enum AdviceTable {
    static let name = "advice"
    static let columns = [
        "id", "format", "number", "day", "payer", "payerAccount", "currency", "amount", "trace",
        "documents", "fingerprint", "receipt", "byHand",
        "withdrawn",
    ]

    static func write(_ row: Advice, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.text(row.format)
        out.text(row.number)
        out.day(row.day)
        out.text(row.payer)
        out.text(row.payerAccount)
        out.text(row.currency?.code)
        out.text(row.amount.description)
        out.text(row.trace)
        out.text(WireText.of(row.lines))
        out.int(row.fingerprint)
        out.int(row.receipt?.raw)
        out.int(row.isByHand ? 1 : 0)
        out.int(row.isWithdrawn ? 1 : 0)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Advice {
        guard let amount = Amount(row.text(7)) else {
            throw RowError(description: "not an amount: \(row.text(7))")
        }
        var advice = Advice(
            id: row.id(0), format: row.text(1), number: row.textOrNil(2), day: row.day(3),
            payer: row.textOrNil(4), payerAccount: row.textOrNil(5),
            currency: try row.currencyOrNil(6), amount: amount, trace: row.textOrNil(8),
            lines: try WireText.lines(row.utf8(9)), fingerprint: row.int(10))
        advice.receipt = row.idOrNil(11)
        advice.isByHand = row.int(12) != 0
        advice.isWithdrawn = row.int(13) != 0
        return advice
    }
}
