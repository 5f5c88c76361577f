import Receivables

/// The rows of `proposal` and `proposalLine`.
enum ProposalTable {
    static let name = "proposal"
    static let columns = [
        "receipt", "customer", "disposition", "rule", "score", "evidence", "evidenceZh", "stops",
    ]
    static let lineName = "proposalLine"
    static let lineColumns = [
        "receipt", "place", "item", "amount", "discount", "bankCharge", "writeOff", "residual",
        "reason",
    ]

    static func write(_ row: Proposed, _ out: any Loader) throws(Fault) {
        out.int(row.receipt.raw)
        out.int(row.customer?.raw)
        out.text(row.disposition)
        out.text(row.rule)
        out.int(row.score)
        out.text(row.evidence)
        out.text(row.evidenceZh)
        out.list(row.stops)
        try out.end()
    }

    static func writeLines(_ row: Proposed, _ out: any Loader) throws(Fault) {
        for (place, line) in row.lines.enumerated() {
            out.int(row.receipt.raw)
            out.int(Int64(place))
            out.int(line.item.raw)
            out.int(line.amount)
            out.int(line.discount)
            out.int(line.bankCharge)
            out.int(line.writeOff)
            out.int(line.residual)
            out.text(line.reason)
            try out.end()
        }
    }

    static func read(_ row: any Row, lines: [Proposed.Line]) -> Proposed {
        Proposed(
            receipt: row.id(0), customer: row.idOrNil(1), disposition: row.text(2),
            rule: row.textOrNil(3), score: row.int(4), lines: lines, evidence: row.text(5),
            evidenceZh: row.text(6), stops: row.list(7))
    }

    /// `receipt` first, then the line.
    static func readLine(_ row: any Row) -> (Receipt.ID, Proposed.Line) {
        (
            row.id(0),
            Proposed.Line(
                item: row.id(2), amount: row.int(3), discount: row.int(4), bankCharge: row.int(5),
                writeOff: row.int(6), residual: row.int(7), reason: row.textOrNil(8))
        )
    }
}
