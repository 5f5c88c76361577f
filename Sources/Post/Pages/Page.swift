/// What can be read of an HTML page: its text, and which of its lines are tables of data.
public struct Page: Sendable, Equatable {
    public var text: String
    /// In the order in which they begin.
    public var tables: [Table]

    public init(text: String = "", tables: [Table] = []) {
        self.text = text
        self.tables = tables
    }

    public struct Table: Sendable, Equatable {
        /// Rows of cells.
        public var rows: [[String]]
        /// Where it stands in the text, in bytes.
        public var range: Range<Int>

        public init(rows: [[String]], range: Range<Int>) {
            self.rows = rows
            self.range = range
        }
    }
}

extension Page {
    /// Pages that stand under each other; nil for none.
    static func joining(_ pages: [Page]) -> Page? {
        guard var whole = pages.first else { return nil }
        for page in pages.dropFirst() {
            let start = whole.text.utf8.count
            whole.text += page.text
            whole.tables += page.tables.map { table in
                let range = table.range.lowerBound + start..<table.range.upperBound + start
                return Table(rows: table.rows, range: range)
            }
        }
        return whole
    }
}
