import Ledger
import Receivables
import Store

enum ReceiptExport {
    static func table(_ connection: any Connection) throws -> Table {
        let places = Receipt.Place.allCases.map { "\($0)" }
        var table = Table(
            "receipts",
            ([
                "receipt", "entity", "account", "bankReference", "endToEndId", "bookedOn",
                "valueDate", "payer", "payerAccount", "customer", "currency", "amount", "state",
            ] + places + ["text"]).map { Table.Column($0) })
        try table.fill(
            connection,
            """
            SELECT r.id, e.code, r.account, r.bankReference, r.endToEndId, r.bookedOn, r.valueDate,
                r.payer, r.payerAccount, c.code, r.currency, r.amount, r.state,
                r.unidentified, r.unapplied, r.onAccount, r.advance, r.applied, r.refunded,
                r.writtenOff, r.reversed, r.elsewhere, r.parted, r.text
            FROM receipt r JOIN entity e ON e.id = r.entity LEFT JOIN customer c ON c.id = r.customer
            ORDER BY r.id
            """
        ) { row in
            let currency = row.currencyCode(10)
            return [.text("\(row.int(0))")] + (1..<5).map { row.textCell($0) }
                + [row.dayCell(5), row.dayCell(6)] + (7..<11).map { row.textCell($0) }
                + [row.moneyCell(11, currency), row.textCell(12)]
                + (13..<23).map { row.moneyCell($0, currency) }
                + [.text(row.text(23).spaced)]
        }
        return table
    }
}

/// `acquit export applications`, with the columns and values that interfaces.md promises.
enum ApplicationExport {
    static let columns = [
        "receipt", "bankReference", "endToEndId", "bookedOn", "valueDate", "payer",
        "payerAccount", "customer", "item", "amount", "discount", "bankCharge", "writeOff",
        "currency", "status", "rule", "score", "evidence",
    ]

    static func table(_ connection: any Connection) throws -> Table {
        var table = Table("applications", columns.map { Table.Column($0) })
        try applied(&table, connection)
        try proposed(&table, connection)
        try rest(&table, connection)
        return table
    }

    private static let receipt = """
        r.id, r.bankReference, r.endToEndId, r.bookedOn, r.valueDate, r.payer, r.payerAccount
        """

    private static func head(_ row: any Row) -> [Table.Cell] {
        [
            .text("\(row.int(0))"), row.textCell(1), row.textCell(2), row.dayCell(3),
            row.dayCell(4), row.textCell(5), row.textCell(6),
        ]
    }

    private static func applied(_ table: inout Table, _ connection: any Connection) throws {
        try table.fill(
            connection,
            """
            SELECT \(receipt), c.code, i.number, a.cash, a.discount, a.bankCharge, a.writeOff,
                r.currency, a.byHand, a.rule, a.score, a.evidence
            FROM application a JOIN receipt r ON r.id = a.receipt
                JOIN item i ON i.id = a.item JOIN customer c ON c.id = i.customer
                LEFT JOIN clearedItem n ON n.id = i.id
            WHERE a.reverses IS NULL AND a.reversedBy IS NULL AND a.total <> 0
                AND COALESCE(n.status, 0) <> 2
            ORDER BY a.id
            """
        ) { row in
            let currency = row.currencyCode(13)
            return head(row) + [row.textCell(7), row.textCell(8)]
                + (9..<13).map { row.moneyCell($0, currency) }
                + [
                    row.textCell(13), .text(row.int(14) == 0 ? "applied" : "applied-by-hand"),
                    row.textCell(15), .count(row.int(16)), row.textCell(17),
                ]
        }
    }

    /// Proposals of receipts that still wait.
    private static func proposed(_ table: inout Table, _ connection: any Connection) throws {
        try table.fill(
            connection,
            """
            SELECT \(receipt), c.code, i.number, l.amount, l.discount, l.bankCharge, l.writeOff,
                r.currency, p.rule, p.score, p.evidence
            FROM proposalLine l JOIN proposal p ON p.receipt = l.receipt
                JOIN receipt r ON r.id = p.receipt JOIN item i ON i.id = l.item
                JOIN customer c ON c.id = i.customer
            WHERE p.disposition = 'propose' ORDER BY l.receipt, l.place
            """
        ) { row in
            let currency = row.currencyCode(13)
            return head(row) + [row.textCell(7), row.textCell(8)]
                + (9..<13).map { row.moneyCell($0, currency) }
                + [
                    row.textCell(13), .text("proposed"), row.textCell(14), .count(row.int(15)),
                    row.textCell(16),
                ]
        }
    }

    /// Money that no item has: one row for each place it is in, unless a proposal stands for it.
    private static func rest(_ table: inout Table, _ connection: any Connection) throws {
        for (column, status) in [
            ("onAccount", "on-account"), ("unapplied", "unapplied"),
            ("unidentified", "unidentified"),
        ] {
            // The column is one of the three names above.
            try table.fill(
                connection,
                """
                SELECT \(receipt), c.code, r.\(column), r.currency, p.rule, p.score, p.evidence
                FROM receipt r LEFT JOIN customer c ON c.id = r.customer
                    LEFT JOIN proposal p ON p.receipt = r.id
                WHERE r.\(column) > 0 AND (r.applied > 0 OR p.receipt IS NULL
                    OR p.disposition <> 'propose')
                ORDER BY r.id
                """
            ) { row in
                let currency = row.currencyCode(9)
                return head(row)
                    + [
                        row.textCell(7), .empty, row.moneyCell(8, currency), .empty, .empty,
                        .empty, row.textCell(9), .text(status), row.textCell(10),
                        row.isNull(11) ? .empty : .count(row.int(11)), row.textCell(12),
                    ]
            }
        }
    }
}

enum ProposalExport {
    static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "proposals",
            [
                "receipt", "bankReference", "payer", "customer", "disposition", "rule", "score",
                "item", "amount", "discount", "bankCharge", "writeOff", "residual", "reason",
                "currency", "why", "evidence", "evidenceZh",
            ].map { Table.Column($0) })
        try table.fill(
            connection,
            """
            SELECT r.id, r.bankReference, r.payer, c.code, p.disposition, p.rule, p.score, i.number,
                l.amount, l.discount, l.bankCharge, l.writeOff, l.residual, l.reason, r.currency,
                p.stops, p.evidence, p.evidenceZh
            FROM proposal p JOIN receipt r ON r.id = p.receipt
                LEFT JOIN customer c ON c.id = p.customer
                LEFT JOIN proposalLine l ON l.receipt = p.receipt
                LEFT JOIN item i ON i.id = l.item
            ORDER BY r.id, l.place
            """
        ) { row in
            let currency = row.currencyCode(14)
            return [.text("\(row.int(0))")] + (1..<6).map { row.textCell($0) }
                + [.count(row.int(6)), row.textCell(7)]
                + (8..<13).map { row.moneyCell($0, currency) }
                + [
                    row.textCell(13), row.textCell(14), .text(row.text(15).spaced),
                    row.textCell(16), row.textCell(17),
                ]
        }
        return table
    }
}

extension String {
    /// On one line.
    var spaced: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? " " : $0 }))
    }
}
