/// One row of a table that is not text: a sheet of a workbook.
public struct TableRow: Hashable, Sendable {
    /// The number of the row in the sheet, from 1.
    public var number: Int
    public var cells: [TableCell]

    public init(number: Int, cells: [TableCell]) {
        self.number = number
        self.cells = cells
    }
}

/// One cell, as text with what the workbook knows of it.
public struct TableCell: Hashable, Sendable {
    public enum Kind: String, Sendable { case text, number, date, bool, error, empty }

    /// Numbers with a decimal point, dates as `YYYY-MM-DD`, perhaps with a time behind.
    public var text: String
    public var kind: Kind
    /// Whether a number had more digits than the workbook keeps.
    public var lostDigits: Bool

    public init(text: String, kind: Kind, lostDigits: Bool = false) {
        self.text = text
        self.kind = kind
        self.lostDigits = lostDigits
    }
}
