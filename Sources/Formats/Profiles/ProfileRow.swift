/// One row as bytes, with what a workbook knows of its cells.
struct ProfileRow {
    let row: CSVRow
    /// Nil where the row is of a text.
    let table: [TableCell]?

    var line: Int { row.line }
    var count: Int { row.count }

    /// The bare text of a cell; empty beyond the row.
    @inline(__always) subscript(place: Int) -> ByteRun { CellText.bare(row[place]) }

    func isNumber(_ place: Int) -> Bool { cell(place)?.kind == .number }
    func isDate(_ place: Int) -> Bool { cell(place)?.kind == .date }

    /// Whether a number in it has lost its last digits on its way.
    func isRounded(_ place: Int) -> Bool {
        place >= 0 && (row[place].trimmed.looksRounded || cell(place)?.lostDigits == true)
    }

    private func cell(_ place: Int) -> TableCell? {
        guard let table, table.indices.contains(place) else { return nil }
        return table[place]
    }
}
