import Ledger
import Receivables

/// The rows of `refund`.
enum RefundTable {
    static let name = "refund"
    static let columns = [
        "id", "entity", "receipt", "currency", "rate", "amount", "functional", "toAccount",
        "requestedBy", "approvedBy", "state",
    ]

    static func write(_ row: Refund, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.int(row.receipt.raw)
        out.text(row.currency.code)
        out.text(row.rate.description)
        out.int(row.amount)
        out.int(row.functional)
        out.text(row.toAccount)
        out.text(row.requestedBy)
        out.text(row.approvedBy)
        out.int(row.state.rawValue)
        try out.end()
    }

    static func read(_ row: any Row) throws -> Refund {
        let value = Refund(
            id: row.id(0), entity: row.id(1), receipt: row.id(2), currency: try row.currency(3),
            rate: try row.rate(4), amount: row.int(5), functional: row.int(6),
            toAccount: row.text(7), requestedBy: row.text(8), approvedBy: row.text(9),
            state: try row.raw(10))
        return value
    }
}
