/// Cuts a line of text into cells: at tabs, at bars, else where two blanks or more stand together.
struct LineCutter {
    private let range: Range<Int>
    private(set) var digits = 0
    private var column: Int32 = 0
    private var wide: Int32 = 0

    init(_ range: Range<Int>) { self.range = range }

    private enum Kind { case content, blank, wideBlank, tab, bar }

    /// Whether bars or tabs say which column each cell belongs to.
    mutating func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, into cells: inout [AdviceGrid.Cell]
    ) -> Bool {
        if isRule(bytes) { return false }
        let (bars, tabs, isSpaced) = separators(bytes)
        let isExact = bars >= 2 || tabs > 0 && !isSpaced
        var open: AdviceGrid.Cell?
        var blanks = 0
        var index: Int32 = 0
        func close() {
            guard var cell = open else { return }
            if isExact {
                cell.start = index
                cell.end = index
                cell.wideStart = index
                cell.wideEnd = index
            }
            cells.append(cell)
            open = nil
        }
        var at = range.lowerBound
        while at < range.upperBound {
            let (kind, length) = kind(at, of: bytes, bars: bars >= 2)
            switch kind {
            case .content:
                let width: Int32 = bytes[at] >= 0xE3 ? 2 : 1
                if blanks >= 2, bars < 2 { close() }
                blanks = 0
                if bytes[at].isDigit { digits += 1 }
                let end = Int32(at + length)
                if open == nil {
                    open = AdviceGrid.Cell(
                        from: Int32(at), to: end, start: column, end: column + 1, wideStart: wide,
                        wideEnd: wide + width)
                } else {
                    open?.to = end
                    open?.end = column + 1
                    open?.wideEnd = wide + width
                }
                column += 1
                wide += width
            case .blank, .wideBlank:
                blanks += kind == .blank ? 1 : 2
                column += 1
                wide += kind == .blank ? 1 : 2
            case .tab, .bar:
                close()
                blanks = 0
                // The bar at the beginning of a line stands before its first column.
                let isFirst = kind == .bar && column == wide && isBlank(bytes, before: at)
                if !isFirst { index += 1 }
                column = kind == .tab ? (column / 8 + 1) * 8 : column + 1
                wide = kind == .tab ? (wide / 8 + 1) * 8 : wide + 1
            }
            at += length
        }
        close()
        return isExact
    }

    private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, before place: Int) -> Bool {
        !bytes[range.lowerBound..<place].contains { $0 > 0x20 }
    }

    private func kind(
        _ at: Int, of bytes: UnsafeBufferPointer<UInt8>, bars: Bool
    ) -> (Kind, length: Int) {
        let byte = bytes[at]
        if byte < 0x80 {
            if byte == 0x09 { return (.tab, 1) }
            if byte == UInt8(ascii: "|"), bars { return (.bar, 1) }
            return (byte <= 0x20 ? .blank : .content, 1)
        }
        let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, range.upperBound - at)
        if length == 3, byte == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x80 {
            return (.wideBlank, 3)
        }
        // A vertical line of a drawn box.
        if length == 3, bars, isDrawn(at, of: bytes) { return (.bar, 3) }
        if length == 2, byte == 0xC2, bytes[at + 1] == 0xA0 { return (.blank, 2) }
        return (.content, length)
    }

    private func isDrawn(_ at: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[at] == 0xE2 && bytes[at + 1] == 0x94
            && (bytes[at + 2] == 0x82 || bytes[at + 2] == 0x83)
    }

    private func separators(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (bars: Int, tabs: Int, isSpaced: Bool) {
        var bars = 0
        var tabs = 0
        var blanks = 0
        var hasContent = false
        var isSpaced = false
        for at in range {
            switch bytes[at] {
            case UInt8(ascii: "|"): bars += 1
            case 0x09: tabs += 1
            case 0xE2 where at + 2 < range.upperBound && isDrawn(at, of: bytes): bars += 1
            default: break
            }
            if bytes[at] == 0x20 {
                blanks += 1
            } else {
                if blanks >= 2, hasContent, bytes[at] > 0x20 { isSpaced = true }
                blanks = 0
                hasContent = bytes[at] > 0x20
            }
        }
        return (bars, tabs, isSpaced)
    }

    /// A line that only draws: `-----  -----`, `+---+`, `═══`.
    private func isRule(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            if "-=_+|*:. \t".utf8.contains(bytes[at]) {
                at += 1
            } else if at + 2 < range.upperBound, bytes[at] == 0xE2,
                bytes[at + 1] == 0x94 || bytes[at + 1] == 0x95 || bytes[at + 1] == 0x80
            {
                at += 3
            } else {
                return false
            }
        }
        return true
    }
}
