import Ledger
import Receivables
import Store

/// What banks have told of money, and whether it has come.
enum NoticeExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "notices",
            [
                "notice", "entity", "account", "day", "amount", "currency", "status", "format",
                "batch", "bankReference", "payments", "state", "line",
            ].map { Table.Column($0) })
        var codes: [Entity.ID: String] = [:]
        for (entity, _) in try MasterReader(connection: connection).entities() {
            codes[entity.id] = entity.code
        }
        try ModelReader(connection).notices { notice in
            let state = notice.isWithdrawn ? "withdrawn" : notice.line == nil ? "waits" : "come"
            table.rows.append([
                .text("\(notice.id.raw)"), .text(codes[notice.entity] ?? ""),
                .text(notice.account), .day(notice.day),
                .money(Money(minor: notice.amount, notice.currency)),
                .text(notice.currency.code), .text("\(notice.status)"), .text(notice.format),
                Table.Cell(notice.batch), Table.Cell(notice.bankReference),
                .count(Int64(notice.parts.count)), .text(state),
                Table.Cell(notice.line.map { "\($0.raw)" }),
            ])
        }
        return table
    }
}

/// What payers have told of payments, line by line, and the receipt that each was tied to.
enum AdviceExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "advices",
            [
                "advice", "format", "number", "day", "payer", "trace", "total", "currency",
                "document", "gross", "discount", "reason", "net", "state", "receipt",
            ].map { Table.Column($0) })
        try ModelReader(connection).advices { advice in
            let state =
                advice.isWithdrawn ? "withdrawn" : advice.receipt == nil ? "waits" : "tied"
            let lines = advice.lines.isEmpty ? [Advice.Line()] : advice.lines
            for line in lines {
                table.rows.append([
                    .text("\(advice.id.raw)"), .text(advice.format), Table.Cell(advice.number),
                    .day(advice.day), Table.Cell(advice.payer), Table.Cell(advice.trace),
                    .text("\(advice.amount)"), Table.Cell(advice.currency?.code),
                    Table.Cell(line.document), Table.Cell(line.gross?.description),
                    Table.Cell(line.discount?.description), Table.Cell(line.reason),
                    Table.Cell(line.net?.description), .text(state),
                    Table.Cell(advice.receipt.map { "\($0.raw)" }),
                ])
            }
        }
        return table
    }
}
