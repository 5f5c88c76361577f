/// The lines of the sources that belong together, such as the pages of one file, cut into cells.
struct AdviceGrid {
    struct Cell {
        /// In the bytes of the grid.
        var from: Int32
        var to: Int32
        /// Where the cell stands in its line: in characters, and in columns of a screen, where a
        /// Chinese character has two. In a table of cells both are the number of the column.
        var start: Int32
        var end: Int32
        var wideStart: Int32
        var wideEnd: Int32
    }

    struct Line {
        var bytes: Range<Int>
        var cells: Range<Int>
        var digits: Int
        /// Whether the source says itself which column each cell belongs to.
        var isExact: Bool
        var source: Int
        /// From 1, in the source.
        var number: Int
    }

    static let mostBytes = 4 << 20
    static let mostLines = 100_000
    static let mostColumns = 200

    private(set) var bytes: [UInt8] = []
    private(set) var cells: [Cell] = []
    private(set) var lines: [Line] = []
    private(set) var names: [String] = []

    mutating func add(_ source: AdviceSource, _ log: inout AdviceLog) {
        names.append(source.name)
        switch source.content {
        case .text(let text): add(text, &log)
        case .rows(let rows): add(rows, &log)
        }
    }

    mutating func add(_ new: [Cell]) { cells.append(contentsOf: new) }

    func place(_ line: Line, _ column: String? = nil) -> String {
        let name = names.indices.contains(line.source) ? names[line.source] : ""
        let word = line.isExact ? "row" : "line"
        return "\(name), \(word) \(line.number)" + (column.map { ", \($0)" } ?? "")
    }

    func content(_ cell: Cell) -> ArraySlice<UInt8> { bytes[Int(cell.from)..<Int(cell.to)] }
    func content(_ line: Line) -> ArraySlice<UInt8> { bytes[line.bytes] }

    private mutating func add(_ rows: [[String]], _ log: inout AdviceLog) {
        let start = bytes.count
        for (index, row) in rows.enumerated() {
            if index == Self.mostLines || bytes.count - start > 2 * Self.mostBytes {
                log.note(.tooLong, at: names.last ?? "")
                return
            }
            let line = bytes.count
            let first = cells.count
            var digits = 0
            for (column, text) in row.prefix(Self.mostColumns).enumerated() {
                let from = bytes.count
                for byte in text.utf8.prefix(Self.mostBytes / 4) {
                    if byte.isDigit { digits += 1 }
                    bytes.append(byte < 0x20 ? 0x20 : byte)
                }
                // Places, as a slice that is kept would have the bytes copied for each cell.
                var start = from
                var end = bytes.count
                while start < end, bytes[start] <= 0x20 { start += 1 }
                while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
                if start < end {
                    let place = Int32(column)
                    cells.append(
                        Cell(
                            from: Int32(start), to: Int32(end),
                            start: place, end: place, wideStart: place, wideEnd: place))
                }
                bytes.append(contentsOf: "  ".utf8)
            }
            lines.append(
                Line(
                    bytes: line..<bytes.count, cells: first..<cells.count, digits: digits,
                    isExact: true, source: names.count - 1, number: index + 1))
            if row.count > Self.mostColumns {
                log.note(.tooManyColumns, at: "\(names.last ?? ""), row \(index + 1)")
            }
        }
    }

    private mutating func add(_ text: String, _ log: inout AdviceLog) {
        var from = bytes.count
        bytes.append(contentsOf: text.utf8.prefix(Self.mostBytes))
        if text.utf8.count > Self.mostBytes { log.note(.tooLong, at: names.last ?? "") }
        // A character cut in two at the limit.
        while let last = bytes.last, last >= 0x80, text.utf8.count > Self.mostBytes {
            bytes.removeLast()
        }
        var number = 1
        while from < bytes.count {
            let to = bytes[from..<bytes.count].firstIndex {
                $0 == 0x0A || $0 == 0x0D || $0 == 0x0C
            }
            cut(from..<(to ?? bytes.count), number: number, &log)
            guard let to else { break }
            number += 1
            if number > Self.mostLines {
                log.note(.tooLong, at: names.last ?? "")
                return
            }
            let isPair = bytes[to] == 0x0D && to + 1 < bytes.count && bytes[to + 1] == 0x0A
            // A new page begins on a line of its own.
            if bytes[to] == 0x0C { number -= 1 }
            from = to + (isPair ? 2 : 1)
        }
    }

    /// What an answer quotes is not what its sender says.
    private func isQuoted(_ range: Range<Int>) -> Bool {
        bytes[range].first { $0 > 0x20 } == UInt8(ascii: ">")
    }

    private mutating func cut(_ range: Range<Int>, number: Int, _ log: inout AdviceLog) {
        if range.isEmpty || isQuoted(range) { return }
        let first = cells.count
        var cutter = LineCutter(range)
        let isExact = bytes.withUnsafeBufferPointer { cutter.cut($0, into: &cells) }
        if cells.count - first > Self.mostColumns {
            cells.removeLast(cells.count - first - Self.mostColumns)
            log.note(.tooManyColumns, at: "\(names.last ?? ""), line \(number)")
        }
        lines.append(
            Line(
                bytes: range, cells: first..<cells.count, digits: cutter.digits, isExact: isExact,
                source: names.count - 1, number: number))
    }
}
