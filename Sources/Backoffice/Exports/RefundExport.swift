import Ledger
import Receivables
import Store

/// Refunds with their people, and what each waits for.
public enum RefundExport {
    /// On a screen: those that wait for somebody, or all.
    public static func list(_ connection: any Connection, isDue: Bool) throws -> Table {
        let whole = try table(connection, isDue: isDue)
        let shown: Set = [
            "refund", "customer", "amount", "currency", "state", "to", "requestedBy", "approvedBy",
            "bankReason",
        ]
        let places = whole.columns.indices.filter { shown.contains(whole.columns[$0].name) }
        var short = Table("refunds", places.map { whole.columns[$0] })
        short.rows = whole.rows.map { row in places.map { row[$0] } }
        return short
    }

    /// With `isDue`, those only that wait for somebody.
    public static func table(_ connection: any Connection, isDue: Bool = false) throws -> Table {
        var table = Table(
            "refunds",
            [
                "refund", "entity", "receipt", "customer", "amount", "currency", "state", "to",
                "from", "payee", "requestedBy", "requestedOn", "approvedBy", "warnings", "despite",
                "callback", "file", "line", "bankReason", "why",
            ].map { Table.Column($0, number: $0 == "amount") })
        var codes: [Entity.ID: String] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            codes[entity.id] = entity.code
        }
        let names = try CustomerNames(connection)
        try ModelReader(connection).refunds { refund in
            if isDue, refund.state == .paid || refund.state == .cancelled { return }
            table.rows.append([
                .text(refund.number), .text(codes[refund.entity] ?? ""),
                .text("\(refund.receipt.raw)"), .text(names[refund.customer].code),
                .money(refund.money), .text(refund.currency.code), .text(refund.status),
                .text(refund.toAccount), Table.Cell(refund.cameFrom), .text(refund.payee),
                .text(refund.requestedBy), .day(refund.requestedOn),
                .text(
                    refund.approvals.map { $0.by + ($0.asController ? " (controller)" : "") }
                        .joined(separator: ", ")),
                .text(refund.warnings.map(\.rawValue).joined(separator: ", ")),
                .text(refund.despite), Table.Cell(refund.callback.map { "\($0.raw)" }),
                Table.Cell(refund.file.map { "\($0.raw)" }),
                Table.Cell(refund.line.map { "\($0.raw)" }), Table.Cell(refund.bankReason),
                .text(refund.why),
            ])
        }
        return table
    }
}
