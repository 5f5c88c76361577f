/// One row of a sheet or table: cells as text.
public struct TableRow: Sendable, Equatable {
    /// The row's number in the file, from 1: rows that are empty are passed over, but counted.
    public var number: Int
    /// From the first column on; cells behind the last one that says anything are left out.
    public var cells: [TableCell]

    public init(number: Int, cells: [TableCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column, from 0; empty where the row is shorter.
    public subscript(column: Int) -> TableCell {
        cells.indices.contains(column) ? cells[column] : .empty
    }
}

/// One cell, as text that needs no locale.
public struct TableCell: Sendable, Equatable {
    public enum Kind: Sendable { case text, number, date, bool, error, empty }

    /// A number as plain decimal without exponent and without binary noise; a day, moment or time
    /// of day in ISO 8601 (`2026-03-31`, `2026-03-31T12:45:27`, `12:45:27`), without zone; `true`
    /// and `false`; an error as the spreadsheet writes it (`#N/A`).
    public var text: String
    public var kind: Kind
    /// Whether a long number lost digits in the spreadsheet: it has more than 15 significant
    /// digits, or is written as `6.22202E+17`.
    public var lostDigits: Bool

    public init(text: String, kind: Kind, lostDigits: Bool = false) {
        self.text = text
        self.kind = kind
        self.lostDigits = lostDigits
    }

    public static let empty = TableCell(text: "", kind: .empty)
}
