import Ledger
import Store

/// Every file the books have seen: imported with its counts, or waiting with its first finding.
public enum ImportLog {
    public static func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "",
            [
                Table.Column("file"), Table.Column("state"), Table.Column("format"),
                Table.Column("rows", number: true), Table.Column("new", number: true),
                Table.Column("day"), Table.Column("finding"),
            ])
        try table.fill(
            connection,
            """
            SELECT h.name, h.format, h.at, f.code, f.location, f.en
            FROM heldFile h LEFT JOIN heldFinding f ON f.hash = h.hash AND f.place =
                (SELECT MIN(place) FROM heldFinding
                    WHERE hash = h.hash AND severity = 'error')
            ORDER BY h.name
            """
        ) { row in
            let finding = [3, 4, 5].compactMap { row.textOrNil($0) }.joined(separator: " ")
            return [
                row.textCell(0), .text("waits"), row.textCell(1), .empty, .empty,
                .day(Day(number: Int32(clamping: row.int(2) / 86_400_000))), .text(finding),
            ]
        }
        try table.fill(
            connection,
            "SELECT name, format, rowCount, newCount, at FROM importedFile ORDER BY at, name"
        ) { row in
            [
                row.textCell(0), .text("imported"), row.textCell(1), .count(row.int(2)),
                .count(row.int(3)), .day(Day(number: Int32(clamping: row.int(4) / 86_400_000))),
                .empty,
            ]
        }
        return table
    }
}
