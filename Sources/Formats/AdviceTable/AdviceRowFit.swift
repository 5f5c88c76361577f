/// Tells which cell of a line belongs to which column of a header.
struct AdviceRowFit {
    let columns: AdviceColumns
    /// For each column the number of its cell in the grid; -1 where it has none.
    private(set) var cells: [Int32] = []
    private let byIndex: [Int32: Int]

    init(_ columns: AdviceColumns) {
        self.columns = columns
        byIndex = Dictionary(
            columns.columns.enumerated().map { ($1.cell.start, $0) },
            uniquingKeysWith: { a, _ in a })
    }

    /// Fills ``cells``; false where the line is no row of this table. Words that the line was not
    /// cut into before become cells of the grid.
    mutating func fit(_ line: AdviceGrid.Line, in grid: inout AdviceGrid) -> Bool {
        let count = columns.columns.count
        cells = [Int32](repeating: -1, count: count)
        if line.isExact, columns.isExact {
            for index in line.cells {
                if let column = byIndex[grid.cells[index].start] { cells[column] = Int32(index) }
            }
            return true
        }
        var row = Array(line.cells)
        if row.count > count, joinsTail { row = grid.joinTail(of: row, to: count) }
        if row.count == count, takesInOrder(row, grid) { return true }
        guard !line.isExact, !columns.isExact else { return false }
        if row.count <= count, !columns.isNarrow, align(row, grid), isRow(grid) { return true }
        let words = grid.words(line)
        guard words.count <= count, words.count != row.count else { return false }
        row = grid.append(words.map(\.cell))
        if row.count == count, takesInOrder(row, grid) { return true }
        return align(row, grid) && isRow(grid)
    }

    /// Notes in the last column may have gaps.
    private var joinsTail: Bool {
        guard let role = columns.columns.last?.role else { return false }
        return role == .text || role == .reason
    }

    private mutating func takesInOrder(_ row: [Int], _ grid: AdviceGrid) -> Bool {
        for (column, cell) in zip(columns.columns, row) where column.role.isAmount {
            let text = grid.content(grid.cells[cell])
            guard Self.mayBeAmount(text) else { return false }
        }
        cells = row.map { Int32($0) }
        return true
    }

    /// Whether it has a document or a label, and an amount.
    private func isRow(_ grid: AdviceGrid) -> Bool {
        zip(columns.columns, cells).contains { column, cell in
            cell >= 0 && column.role.isAmount
                && Self.mayBeAmount(grid.content(grid.cells[Int(cell)]))
        }
    }

    /// An amount, or a sign for none: by its bytes, without reading it.
    static func mayBeAmount(_ text: ArraySlice<UInt8>) -> Bool {
        if AdviceAmount.isBare(text) { return true }
        var letters = 0
        var digits = 0
        for byte in text {
            if byte.isDigit {
                digits += 1
            } else if byte.isLetter {
                letters += 1
            } else if byte < 0x80, !".,'()-+* $/%".utf8.contains(byte) {
                return false
            }
        }
        if digits > 0 {
            if text.last == UInt8(ascii: "%") { return true }
            return letters <= 3 && AdviceAmount(cell: text) != nil
        }
        return AdviceAmount.isNone(FoldedText(text).bytes[...])
            || text.count > 6 && AdviceAmount(cell: text) != nil
    }

    /// What a cell looks like.
    private struct Shape {
        let cell: AdviceGrid.Cell
        let isAmount: Bool
        let hasDecimals: Bool
        let isDate: Bool
        let hasDigit: Bool

        init(_ cell: AdviceGrid.Cell, _ text: ArraySlice<UInt8>) {
            self.cell = cell
            hasDigit = text.hasDigit
            isDate = hasDigit && AdviceDate(cell: text) != nil
            isAmount = AdviceRowFit.mayBeAmount(text)
            hasDecimals = isAmount && text.contains { $0 == 0x2E || $0 == 0x2C }
        }
    }

    /// Cells in their order to the columns where they cost least, be it that a Chinese character
    /// has the width of one letter or of two.
    private mutating func align(_ row: [Int], _ grid: AdviceGrid) -> Bool {
        guard !row.isEmpty, row.count <= columns.columns.count else { return false }
        let shapes = row.map { Shape(grid.cells[$0], grid.content(grid.cells[$0])) }
        let isASCII =
            shapes.allSatisfy {
                $0.cell.start == $0.cell.wideStart && $0.cell.end == $0.cell.wideEnd
            }
            && columns.columns.allSatisfy { $0.cell.end == $0.cell.wideEnd }
        var places = leastCost(shapes, isWide: false)
        if !isASCII {
            let wide = leastCost(shapes, isWide: true)
            if wide.cost < places.cost { places = wide }
        }
        cells = [Int32](repeating: -1, count: columns.columns.count)
        for (number, column) in zip(row, places.columns) { cells[column] = Int32(number) }
        return true
    }

    private func leastCost(_ row: [Shape], isWide: Bool) -> (cost: Int32, columns: [Int]) {
        let free = columns.columns.count - row.count
        // best[k]: cost of the cells so far, where the last one stands k columns to the right of
        // its place in the row.
        var best = [Int32](repeating: 0, count: free + 1)
        var choice = [Int32](repeating: 0, count: row.count * (free + 1))
        for (index, shape) in row.enumerated() {
            var least = Int32.max
            var from: Int32 = 0
            var next = best
            for shift in 0...free {
                if best[shift] < least {
                    least = best[shift]
                    from = Int32(shift)
                }
                next[shift] = least + cost(shape, columns.columns[index + shift], isWide)
                choice[index * (free + 1) + shift] = from
            }
            best = next
        }
        let least = best.min() ?? 0
        var shift = best.firstIndex(of: least) ?? 0
        var places = [Int](repeating: 0, count: row.count)
        for index in row.indices.reversed() {
            places[index] = index + shift
            shift = Int(choice[index * (free + 1) + shift])
        }
        return (least, places)
    }

    private func cost(_ shape: Shape, _ column: AdviceColumns.Column, _ isWide: Bool) -> Int32 {
        let cell = shape.cell
        let away =
            isWide
            ? distance(
                (cell.wideStart, cell.wideEnd), (column.cell.wideStart, column.cell.wideEnd))
            : distance((cell.start, cell.end), (column.cell.start, column.cell.end))
        var cost = min(away, 1_000)
        switch column.role {
        case _ where column.role.isAmount: if !shape.isAmount { cost += 60 }
        case .date, .otherDate: if !shape.isDate { cost += 60 }
        case .number:
            if !shape.hasDigit { cost += 5 }
            if shape.isDate || shape.hasDecimals { cost += 40 }
        case .currency: if shape.hasDigit { cost += 60 }
        case .reason, .text: if shape.isAmount || shape.isDate { cost += 10 }
        default: break
        }
        return cost
    }

    /// Columns stand flush left, flush right or centred under their headers.
    private func distance(_ a: (Int32, Int32), _ b: (Int32, Int32)) -> Int32 {
        min(abs(a.0 - b.0), abs(a.1 - b.1), abs(a.0 + a.1 - b.0 - b.1) / 2)
    }
}

extension AdviceGrid {
    mutating func append(_ new: [Cell]) -> [Int] {
        let first = cells.count
        add(new)
        return Array(first..<cells.count)
    }

    /// The first `count - 1` cells and one of the rest.
    mutating func joinTail(of row: [Int], to count: Int) -> [Int] {
        guard count > 0, row.count > count, let last = row.last else { return row }
        var cell = cells[row[count - 1]]
        cell.to = cells[last].to
        cell.end = cells[last].end
        cell.wideEnd = cells[last].wideEnd
        return Array(row.prefix(count - 1)) + append([cell])
    }
}
