import Ledger
import Receivables

/// The rows of `caseFile`.
enum CaseTable {
    static let name = "caseFile"
    static let columns = ["id", "entity", "kind", "openedOn"] + changing.dropLast() + ["revision"]
    /// The columns that change after it was opened; the revision guards them.
    static let changing = [
        "state", "closed", "customer", "receipt", "item", "amount", "currency", "number", "dueOn",
        "owner", "content", "revision",
    ]

    static func write(_ row: CaseFile, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.text(row.kind.rawValue)
        out.day(row.openedOn)
        try writeHead(row, out)
    }

    static func writeChange(_ row: CaseFile, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        try writeHead(row, out)
    }

    private static func writeHead(_ row: CaseFile, _ out: any Loader) throws(Fault) {
        let head = row.head
        out.text(head.state)
        out.int(head.isClosed ? 1 : 0)
        out.int(head.customer?.raw)
        out.int(head.receipt?.raw)
        out.int(head.item?.raw)
        out.int(head.amount?.minor)
        out.text(head.amount?.currency.code)
        out.text(head.number)
        out.day(head.dueOn)
        out.text(head.owner)
        out.text(WireText.of(row.content))
        out.int(row.revision)
        try out.end()
    }

    static func read(_ row: any Row) throws -> CaseFile {
        guard let kind = CaseFile.Kind(rawValue: row.text(2)) else {
            throw RowError(description: "not a kind of case: \(row.text(2))")
        }
        var file = CaseFile(
            id: row.id(0), entity: row.id(1), openedOn: row.day(3),
            try WireText.content(kind, row.utf8(14)))
        file.revision = row.int(15)
        // Its own columns must say what its content says.
        let head = file.head
        guard row.text(4) == head.state, (row.int(5) != 0) == head.isClosed,
            row.idOrNil(6) == head.customer, row.idOrNil(7) == head.receipt,
            row.idOrNil(8) == head.item, row.textOrNil(11) == head.number,
            row.dayOrNil(12) == head.dueOn, row.textOrNil(13) == head.owner,
            row.isNull(9) && head.amount == nil
                || !row.isNull(9) && row.int(9) == head.amount?.minor,
            row.textOrNil(10) == head.amount?.currency.code
        else { throw RowError(description: "case \(file.id.raw): its columns and content differ") }
        return file
    }
}
