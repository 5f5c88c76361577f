/// Rows that did not come as UTF-8 text, laid out as those that did, so that one reader reads both.
struct RowBuffer {
    private var bytes: [UInt8] = []
    private var spans: [CSVRow.Span] = []

    /// A row of a workbook; what is longer or wider than a row of text may be is cut.
    mutating func with(_ row: TableRow, _ body: (CSVRow) -> Void) {
        clear()
        var isHigh = false
        for cell in row.cells.prefix(CSVReader.mostColumns) {
            let start = bytes.count
            let room = min(CSVReader.longestField, CSVReader.longestRow - start)
            bytes.append(contentsOf: cell.text.utf8.prefix(max(room, 0)))
            if !isHigh { isHigh = bytes[start...].contains { $0 >= 0x80 } }
            end(start)
        }
        hand(row.number, isHigh: isHigh, body)
    }

    /// A row in Windows-1252.
    mutating func widened(_ row: CSVRow, _ body: (CSVRow) -> Void) {
        clear()
        for field in 0..<row.count {
            let start = bytes.count
            Windows1252.utf8(row[field], into: &bytes)
            end(start)
        }
        hand(row.line, isHigh: true, body)
    }

    private mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
    }

    private mutating func end(_ start: Int) {
        spans.append(CSVRow.Span(start: Int32(start), end: Int32(bytes.count)))
    }

    private mutating func hand(_ line: Int, isHigh: Bool, _ body: (CSVRow) -> Void) {
        // Room for a base even where all cells are empty.
        bytes.append(0)
        bytes.withUnsafeBufferPointer { bytes in
            spans.withUnsafeBufferPointer { spans in
                guard let base = bytes.baseAddress, let first = spans.baseAddress else { return }
                body(
                    CSVRow(
                        line: line, count: spans.count, hasHighBytes: isHigh,
                        hasControlBytes: true, base: base, spans: first))
            }
        }
    }
}
