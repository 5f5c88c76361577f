/// A table while its page is read.
///
/// A cell over several columns fills the first and leaves the others empty; so does one over
/// several rows. Nothing is repeated: an amount that stands once is one amount.
struct TableDraft {
    /// Where it begins in the page's text.
    let start: Int
    private(set) var rows: [[String]] = []
    private var row: [String]?
    private var cell: [UInt8]?
    private var cellColumns = 1
    private var cellRows = 1
    /// For each column, how many of the rows to come an earlier cell still covers.
    private var covered: [Int] = []

    private static let mostRows = 50_000
    private static let mostColumns = 256
    /// Bytes.
    private static let longestCell = 16 << 10

    init(start: Int) { self.start = start }

    mutating func startRow() {
        endRow()
        if rows.count < Self.mostRows { row = [] }
    }

    mutating func endRow() {
        endCell()
        guard var row else { return }
        fillCovered(&row)
        rows.append(row)
        self.row = nil
    }

    mutating func startCell(across: Int, down: Int) {
        if row == nil { startRow() }
        endCell()
        guard var row else { return }
        fillCovered(&row)
        self.row = row
        cell = []
        (cellColumns, cellRows) = (min(max(across, 1), 64), min(max(down, 1), 1000))
    }

    mutating func endCell() {
        guard let cell, var row else { return }
        self.cell = nil
        let words = cell.withUnsafeBufferPointer { MailText.words($0) }
        for place in 0..<cellColumns where row.count < Self.mostColumns {
            let column = row.count
            row.append(place == 0 ? words : "")
            while covered.count <= column { covered.append(0) }
            covered[column] = cellRows - 1
        }
        self.row = row
    }

    mutating func say(_ text: UnsafeBufferPointer<UInt8>) {
        guard let count = cell?.count, count < Self.longestCell else { return }
        cell?.append(contentsOf: text)
    }

    /// Something that parts words: a line break, the end of a block.
    mutating func blank() { cell?.append(0x20) }

    /// The text of a table inside that is only layout.
    mutating func take(_ inner: TableDraft) {
        for words in inner.rows.joined() where !words.isEmpty {
            Array(words.utf8).withUnsafeBufferPointer { say($0) }
            blank()
        }
    }

    mutating func finish() { endRow() }

    /// Whether rows of several cells stand under each other.
    var isData: Bool {
        rows.count { row in row.count { !$0.isEmpty } > 1 } > 1
    }

    /// The columns that an earlier row's cell covers, from here on.
    private mutating func fillCovered(_ row: inout [String]) {
        while row.count < covered.count, covered[row.count] > 0 {
            covered[row.count] -= 1
            row.append("")
        }
    }
}
