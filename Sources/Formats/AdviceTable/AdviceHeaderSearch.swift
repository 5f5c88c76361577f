extension AdviceGrid {
    typealias Piece = (text: ArraySlice<UInt8>, cell: Cell)

    /// The header that begins at `line`, and how many lines it has: one or two.
    func header(at line: Int) -> (columns: AdviceColumns, lines: Int)? {
        let first = lines[line]
        guard mayHead(first) else { return nil }
        let pieces = pieces(first)
        let one = [AdviceColumns(pieces, isExact: first.isExact), narrowHeader(at: line)]
            .compactMap { $0 }.max { $0.worth < $1.worth }
        guard line + 1 < lines.count, mayHead(lines[line + 1]),
            lines[line + 1].source == first.source, lines[line + 1].isExact == first.isExact
        else { return one.map { ($0, 1) } }
        let below = self.pieces(lines[line + 1])
        guard pieces.count > 1, below.count <= 2 * pieces.count, lines[line + 1].digits <= 2,
            !below.contains(where: { AdviceRowFit.mayBeAmount($0.text) }),
            let both = join(pieces, below),
            let two = AdviceColumns(both, isExact: first.isExact)
        else { return one.map { ($0, 1) } }
        let second = AdviceColumns(below, isExact: first.isExact)
        if two.worth > max(one?.worth ?? 0, second?.worth ?? 0) { return (two, 2) }
        // The second line may add no more than a currency or a date's form to the first.
        if let one, second == nil, two.worth == one.worth,
            two.columns.count == one.columns.count
        {
            return (two, 2)
        }
        return one.map { ($0, 1) }
    }

    func pieces(_ line: Line) -> [Piece] { cells[line.cells].map { (content($0), $0) } }

    /// The words of a line, which single blanks part, with their places.
    func words(_ line: Line) -> [Piece] {
        var words: [Piece] = []
        for cell in cells[line.cells] {
            var column = cell.start
            var wide = cell.wideStart
            var open: Cell?
            var at = Int(cell.from)
            while at < Int(cell.to) {
                let byte = bytes[at]
                let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                let width: Int32 = byte >= 0xE3 ? 2 : 1
                if byte <= 0x20 {
                    if let word = open { words.append((content(word), word)) }
                    open = nil
                } else if open == nil {
                    open = Cell(
                        from: Int32(at), to: Int32(at + length), start: column, end: column + 1,
                        wideStart: wide, wideEnd: wide + width)
                } else {
                    open?.to = Int32(at + length)
                    open?.end = column + 1
                    open?.wideEnd = wide + width
                }
                column += 1
                wide += width
                at += length
            }
            if let word = open { words.append((content(word), word)) }
        }
        return words
    }

    private func mayHead(_ line: Line) -> Bool {
        !line.cells.isEmpty && line.digits <= 4 && line.bytes.count <= 2_000
    }

    /// A second line of a header under the first; nil where it does not stand under it.
    private func join(_ above: [Piece], _ below: [Piece]) -> [Piece]? {
        if below.isEmpty { return nil }
        var joined = above
        for piece in below {
            let best = joined.indices.max {
                overlap(joined[$0].cell, piece.cell) < overlap(joined[$1].cell, piece.cell)
            }
            if let best, overlap(joined[best].cell, piece.cell) >= 0 {
                joined[best].text = (joined[best].text + [0x20] + piece.text)[...]
                joined[best].cell.start = min(joined[best].cell.start, piece.cell.start)
                joined[best].cell.end = max(joined[best].cell.end, piece.cell.end)
                joined[best].cell.wideStart = min(joined[best].cell.wideStart, piece.cell.wideStart)
                joined[best].cell.wideEnd = max(joined[best].cell.wideEnd, piece.cell.wideEnd)
            } else {
                joined.append(piece)
            }
        }
        return joined.sorted { $0.cell.start < $1.cell.start }
    }

    /// By how many columns two cells overlap; negative where they stand apart.
    private func overlap(_ a: Cell, _ b: Cell) -> Int32 {
        max(
            min(a.end, b.end) - max(a.start, b.start),
            min(a.wideEnd, b.wideEnd) - max(a.wideStart, b.wideStart))
    }

    /// A header with single blanks between its columns counts where each word is one of a header
    /// and the line below has as many words as it has columns.
    private func narrowHeader(at line: Int) -> AdviceColumns? {
        guard !lines[line].isExact, lines[line].digits == 0 else { return nil }
        let words = words(lines[line])
        guard (3...20).contains(words.count),
            let next = lines[(line + 1)...].prefix(2).first(where: { !$0.cells.isEmpty })
        else { return nil }
        let count = self.words(next).count
        for joinsDate in [true, false] {
            let pieces = grouped(words, joinsDate: joinsDate)
            guard pieces.count == count || pieces.count == next.cells.count,
                var columns = AdviceColumns(pieces, isExact: false),
                columns.columns.allSatisfy({ $0.heading != nil })
            else { continue }
            columns.isNarrow = true
            return columns
        }
        return nil
    }

    /// `Invoice No. Gross Amount` are two columns.
    private func grouped(_ words: [Piece], joinsDate: Bool) -> [Piece] {
        var pieces: [Piece] = []
        for word in words {
            let name = FoldedText(word.text).lower.filter { $0.isLetter || $0 == 0x23 }
            let joins =
                ["no", "nr", "number", "#", "amount", "amt", ""].contains {
                    name.elementsEqual($0.utf8)
                } && word.text.allSatisfy { $0 < 0x80 }
                || joinsDate && name.elementsEqual("date".utf8)
            if joins, let last = pieces.indices.last {
                pieces[last].text = (pieces[last].text + [0x20] + word.text)[...]
                pieces[last].cell.end = word.cell.end
                pieces[last].cell.wideEnd = word.cell.wideEnd
            } else {
                pieces.append(word)
            }
        }
        return pieces
    }
}
