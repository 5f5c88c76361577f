/// A table of documents and amounts as it stands in a source: which cell is what, not yet read.
struct AdviceTable {
    let columns: AdviceColumns
    /// Those columns of which lines are made.
    let slots: [Int]
    /// For each row the cell of each slot; -1 where there is none.
    private(set) var cells: [Int32] = []
    /// For each row its line in the grid.
    private(set) var lines: [Int] = []
    /// More words of a row in the lines below it: row, and the cell.
    var notes: [(row: Int, cell: Int32)] = []
    var totals: [Total] = []

    struct Total {
        var kind: Kind
        /// For each slot its cell.
        var cells: [Int32]
        var line: Int
        /// How many rows stand above.
        var rows: Int

        enum Kind { case part, whole }
    }

    init(_ columns: AdviceColumns) {
        self.columns = columns
        slots = columns.slots
    }

    var rowCount: Int { lines.count }

    mutating func add(_ row: [Int32], line: Int) {
        for slot in slots { cells.append(row[slot]) }
        lines.append(line)
    }

    func row(_ index: Int) -> ArraySlice<Int32> {
        cells[index * slots.count..<(index + 1) * slots.count]
    }

    func role(_ slot: Int) -> AdviceRole { columns.columns[slots[slot]].role }
    func column(_ slot: Int) -> AdviceColumns.Column { columns.columns[slots[slot]] }
}

/// What a group of sources has: its tables, and the lines around them.
struct AdviceLayout {
    var grid: AdviceGrid
    private(set) var tables: [AdviceTable] = []
    /// Lines of no table, each with the number of tables above it.
    private(set) var others: [(line: Int, after: Int)] = []

    private var fit: AdviceRowFit?
    /// The table has had its total: rows after it are none of its own.
    private var isClosed = false
    /// Other lines stand behind the last row.
    private var isBroken = false

    init(_ grid: AdviceGrid) {
        self.grid = grid
        var line = 0
        while line < self.grid.lines.count {
            if let header = self.grid.header(at: line) {
                begin(header.columns)
                line += header.lines
                continue
            }
            take(line)
            line += 1
        }
    }

    private mutating func begin(_ columns: AdviceColumns) {
        isBroken = false
        if let last = tables.last, last.columns.isSame(as: columns), !isClosed {
            fit = AdviceRowFit(columns)
            return
        }
        // A header alone, with the same in another language below it.
        if let last = tables.last, last.rowCount == 0,
            last.columns.columns.count
                == columns.columns.count, last.columns.worth >= columns.worth
        {
            return
        }
        tables.append(AdviceTable(columns))
        fit = AdviceRowFit(columns)
        isClosed = false
    }

    private mutating func take(_ index: Int) {
        let line = grid.lines[index]
        if line.cells.isEmpty { return }
        guard let table = tables.indices.last, var fit else {
            others.append((index, tables.count))
            return
        }
        let isRow = fit.fit(line, in: &grid)
        self.fit = fit
        let cells = fit.cells
        if isTotal(line, cells: isRow ? cells : nil, in: tables[table]) {
            let kind: AdviceTable.Total.Kind = isPart(line) ? .part : .whole
            tables[table].totals.append(
                AdviceTable.Total(
                    kind: kind, cells: tables[table].slots.map { cells[$0] }, line: index,
                    rows: tables[table].rowCount))
            if kind == .whole { isClosed = true }
            return
        }
        if isRow, !isClosed, isLine(cells, of: tables[table]) {
            isBroken = false
            tables[table].add(cells, line: index)
        } else if !isClosed, !isBroken, isNote(line, of: tables[table], at: index) {
            for cell in line.cells {
                tables[table].notes.append((tables[table].rowCount - 1, Int32(cell)))
            }
        } else {
            isBroken = true
            others.append((index, tables.count))
        }
    }

    private func text(_ cell: Int32) -> ArraySlice<UInt8> {
        grid.content(grid.cells[Int(cell)])
    }

    /// A row has an amount, and a document's number or at least a label for it. Behind other lines
    /// only the former: what ends a page is no row.
    private func isLine(_ cells: [Int32], of table: AdviceTable) -> Bool {
        var hasAmount = false
        var hasDigits = false
        var hasNumber = false
        var hasDecimals = false
        for slot in table.slots where cells[slot] >= 0 {
            let column = table.columns.columns[slot]
            if column.role == .number {
                hasNumber = true
                hasDigits = text(cells[slot]).hasDigit
            } else if column.role.isAmount {
                let written = text(cells[slot])
                let isAmount =
                    AdviceRowFit.mayBeAmount(written)
                    && (written.hasDigit || written.count > 6)
                hasAmount = hasAmount || isAmount
                hasDecimals =
                    hasDecimals
                    || isAmount && text(cells[slot]).contains { $0 == 0x2E || $0 == 0x2C }
            }
        }
        let isSure = table.columns.isExact && hasNumber && hasDigits
        if isBroken { return hasAmount && hasDigits }
        // `Page 2` is no row.
        if !table.columns.isExact, !hasDigits { return hasDecimals }
        return hasAmount || isSure && hasUnreadable(cells, of: table)
    }

    /// An amount that is there and is none.
    private func hasUnreadable(_ cells: [Int32], of table: AdviceTable) -> Bool {
        table.slots.contains { slot in
            let role = table.columns.columns[slot].role
            return (role == .net || role == .gross) && cells[slot] >= 0
        }
    }

    /// Words alone, under the words of the row above.
    private func isNote(_ line: AdviceGrid.Line, of table: AdviceTable, at index: Int) -> Bool {
        guard let last = table.lines.last, index - last <= 3,
            line.isExact == table.columns.isExact
        else { return false }
        return grid.cells[line.cells].allSatisfy { cell in
            table.columns.columns.contains { column in
                (column.role == .text || column.role == .reason)
                    && (abs(column.cell.start - cell.start) <= (line.isExact ? 0 : 2)
                        || abs(column.cell.wideStart - cell.wideStart) <= (line.isExact ? 0 : 2))
            }
        }
    }

    /// A cell that is a word for a total, with an amount in the line.
    private func isTotal(
        _ line: AdviceGrid.Line, cells: [Int32]?, in table: AdviceTable
    ) -> Bool {
        if cells == nil { return false }
        var hasWord = false
        for cell in grid.cells[line.cells] {
            let text = grid.content(cell)
            guard text.count <= 80, text.contains(where: { $0 >= 0x80 || $0.isLetter }),
                !AdviceRowFit.mayBeAmount(text)
            else { continue }
            // A line that is one cell has its amounts behind the word.
            let isOne = !line.isExact && line.cells.count == 1
            let folded = FoldedText(isOne ? text.prefix { !$0.isDigit } : text)
            // Not inside of a remark.
            if let hit = Self.totals.hits(in: folded.lower).first, hit.range.lowerBound <= 2 {
                hasWord = folded.lower[hit.range.upperBound...].count { $0.isDigit } <= 3
            }
            if hasWord { break }
        }
        guard hasWord, let cells else { return false }
        return zip(table.columns.columns, cells).contains { column, cell in
            column.role.isAmount && cell >= 0 && AdviceRowFit.mayBeAmount(text(cell))
        }
    }

    private func isPart(_ line: AdviceGrid.Line) -> Bool {
        Self.parts.contains(FoldedText(grid.content(line).prefix(400)).lower[...])
    }

    private static let totals = WordList([
        """
        total | totals | totale | grand total | sum | summe | gesamt* | endbetrag |
        zwischensumme | ubertrag | montant total | sous-total | subtotal | sub-total |
        page total | net payment | total paid | amount paid | zahlbetrag | zahlungsbetrag |
        net total | net a payer | carried forward | brought forward | 合计 | 总计 | 总额 | 小计 | 共计 |
        总金额 | 实付 | 付款合计
        """.replacingLineFeeds
    ])
    private static let parts = WordList([
        """
        zwischensumme | ubertrag | sous-total | subtotal | sub-total | page total | 小计 | 本页 |
        carried forward | brought forward | sub total
        """.replacingLineFeeds
    ])
}

extension String {
    /// A list of words over several lines, in one.
    var replacingLineFeeds: String {
        String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }
}
