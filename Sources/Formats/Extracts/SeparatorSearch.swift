/// Which of comma, semicolon and tab separates the fields: the one that the first line has most of.
struct SeparatorSearch {
    private var counts = (comma: 0, semicolon: 0, tab: 0)
    private var inQuotes = false
    private var seen = 0
    private var hasText = false

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
                if hasText { return most }
                counts = (0, 0, 0)
            case UInt8(ascii: " "): break
            default: hasText = true
            }
            // No header is as long; an unclosed quote must not wait for the end of the file.
            if seen == CSVReader.longestField { return most }
        }
        return isWhole ? most : nil
    }

    private var most: UInt8 {
        if counts.tab > max(counts.comma, counts.semicolon) { return UInt8(ascii: "\t") }
        return counts.semicolon > counts.comma ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }
}
