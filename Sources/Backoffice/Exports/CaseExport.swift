import Ledger
import Receivables
import Store

/// What people work on, open and closed, of every kind.
enum CaseExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "cases",
            [
                "case", "entity", "kind", "opened", "state", "closed", "customer", "receipt",
                "item", "amount", "currency", "number", "due", "owner", "what",
            ].map { Table.Column($0, number: $0 == "amount") })
        var codes: [Entity.ID: String] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            codes[entity.id] = entity.code
        }
        let names = try CustomerNames(connection)
        try ModelReader(connection).cases { file in
            let head = file.head
            table.rows.append([
                .text("\(file.id.raw)"), .text(codes[file.entity] ?? ""),
                .text(file.kind.rawValue), .day(file.openedOn), .text(head.state),
                .text(head.isClosed ? "yes" : "no"),
                Table.Cell(head.customer.map { names[$0].code }),
                Table.Cell(head.receipt.map { "\($0.raw)" }),
                Table.Cell(head.item.map { "\($0.raw)" }),
                head.amount.map { .money($0) } ?? .empty,
                Table.Cell(head.amount?.currency.code), Table.Cell(head.number),
                head.dueOn.map { .day($0) } ?? .empty, Table.Cell(head.owner),
                .text(file.content.sentence.en),
            ])
        }
        return table
    }
}
