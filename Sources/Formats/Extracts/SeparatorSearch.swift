/// Which of comma, semicolon and tab separates the fields: the one that the first line has most of;
/// where other lines may stand before the header, the line of the first ones that has most.
struct SeparatorSearch {
    private var counts = (comma: 0, semicolon: 0, tab: 0)
    private var best = (comma: 0, semicolon: 0, tab: 0)
    private var sums = (comma: 0, semicolon: 0, tab: 0)
    private var inQuotes = false
    private var seen = 0
    private var hasText = false
    /// How many lines with text are still looked at.
    private var lines: Int

    init(lines: Int = 1) { self.lines = lines }

    /// Looks at what has come since the last look. Nil until the first line with text has ended.
    mutating func look(at bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> UInt8? {
        while seen < bytes.count {
            let byte = bytes[seen]
            seen += 1
            switch byte {
            case UInt8(ascii: "\""): inQuotes.toggle()
            case _ where inQuotes: break
            case UInt8(ascii: ","): counts.comma += 1
            case UInt8(ascii: ";"): counts.semicolon += 1
            case UInt8(ascii: "\t"): counts.tab += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if hasText, endLine() { return most }
                counts = (0, 0, 0)
            case UInt8(ascii: " "): break
            default: hasText = true
            }
            // No header is as long; an unclosed quote must not wait for the end of the file.
            if seen == CSVReader.longestField { return last() }
        }
        return isWhole ? last() : nil
    }

    /// Whether that was the last line to look at.
    private mutating func endLine() -> Bool {
        hasText = false
        best.comma = max(best.comma, counts.comma)
        best.semicolon = max(best.semicolon, counts.semicolon)
        best.tab = max(best.tab, counts.tab)
        sums.comma += counts.comma
        sums.semicolon += counts.semicolon
        sums.tab += counts.tab
        lines -= 1
        return lines == 0
    }

    private mutating func last() -> UInt8 {
        _ = endLine()
        return most
    }

    /// By the most in a line, then by all; a comma where neither tells.
    private var most: UInt8 {
        let found = [
            (UInt8(ascii: ","), best.comma, sums.comma),
            (UInt8(ascii: ";"), best.semicolon, sums.semicolon),
            (UInt8(ascii: "\t"), best.tab, sums.tab),
        ]
        var most = found[0]
        for one in found.dropFirst() where (one.1, one.2) > (most.1, most.2) { most = one }
        return most.0
    }
}
