import Ledger
import Receivables

/// The rows of `refund`: what it is looked for by, and the whole of it as the event has it.
enum RefundTable {
    static let name = "refund"
    static let columns = [
        "id", "entity", "receipt", "customer", "currency", "amount", "functional", "toAccount",
        "requestedBy", "approvedBy", "requestedOn", "file", "line", "state", "content",
    ]

    static func write(_ row: Refund, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.int(row.receipt.raw)
        out.int(row.customer.raw)
        out.text(row.currency.code)
        out.int(row.amount)
        out.int(row.functional)
        out.text(row.toAccount)
        out.text(row.requestedBy)
        out.list(row.approvals.map(\.by))
        out.day(row.requestedOn)
        out.int(row.file?.raw)
        out.int(row.line?.raw)
        out.int(row.state.rawValue)
        out.text(WireText.of(row))
        try out.end()
    }

    static func read(_ row: any Row) throws -> Refund {
        let refund = try WireText.refund(row.utf8(14))
        // Its own columns must say what its content says.
        guard row.id(0) == refund.id, row.id(1) == refund.entity, row.id(2) == refund.receipt,
            row.id(3) == refund.customer, try row.currency(4) == refund.currency,
            row.int(5) == refund.amount, row.int(6) == refund.functional,
            row.text(7) == refund.toAccount, row.text(8) == refund.requestedBy,
            row.list(9) == refund.approvals.map(\.by), row.day(10) == refund.requestedOn,
            row.idOrNil(11) == refund.file, row.idOrNil(12) == refund.line,
            row.int(13) == refund.state.rawValue
        else {
            throw RowError(
                description: "refund \(row.int(0)): its columns and content differ")
        }
        return refund
    }
}
