/// How the text of an extract is encoded, found by content: exporters seldom say, and Excel in
/// China writes GB18030, "Unicode text" is UTF-16, and the rest is UTF-8 with or without a mark.
enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"

    /// The encoding that a byte-order mark or the zeros of UTF-16 give away, and the length of the
    /// mark.
    static func marked(_ start: UnsafeBufferPointer<UInt8>) -> (TextEncoding, mark: Int)? {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        // Separators and Latin letters have a zero half in UTF-16, always on the same side.
        var (even, odd) = (0, 0)
        for (place, byte) in start.enumerated() where byte == 0 {
            if place % 2 == 0 { even += 1 } else { odd += 1 }
        }
        let enough = max(2, start.count / 16)
        if odd >= enough, even * 10 <= odd { return (.utf16LittleEndian, 0) }
        if even >= enough, odd * 10 <= even { return (.utf16BigEndian, 0) }
        return nil
    }

    /// UTF-8 or GB18030, judged on the text from its first byte beyond ASCII.
    ///
    /// Latin-1 often passes as GB18030 (`ül` is one Chinese character), but its letters stand alone
    /// among ASCII, while Chinese ones have both bytes high. Text that is neither stays UTF-8, and
    /// its bytes become findings: better no import than `M黮ler`.
    static func judge(_ window: UnsafeBufferPointer<UInt8>) -> TextEncoding {
        let utf8 = countUTF8(window)
        if utf8.bad == 0 || utf8.good > 4 * utf8.bad { return .utf8 }
        let gb = countGB(window)
        let isGB = gb.bad * 8 <= gb.high + gb.low && gb.high > gb.low
        return isGB ? .gb18030 : .utf8
    }

    private static func countUTF8(_ window: UnsafeBufferPointer<UInt8>) -> (good: Int, bad: Int) {
        var (good, bad, place) = (0, 0, 0)
        while place < window.count {
            let length = UTF8Check.sequence(window, at: place)
            if length > 1 {
                good += 1
            } else if length == 0, window.count - place > 3 {
                // The last three bytes may be a character that the window cuts.
                bad += 1
            } else if length == 0, window[place] & 0xC0 != 0xC0 {
                bad += 1
            }
            place += max(1, length)
        }
        return (good, bad)
    }

    /// `high`: both bytes beyond ASCII, or four-byte characters; `low`: the second is a letter or
    /// sign.
    private static func countGB(
        _ window: UnsafeBufferPointer<UInt8>
    ) -> (high: Int, low: Int, bad: Int) {
        var (high, low, bad, place) = (0, 0, 0, 0)
        while place < window.count {
            guard window[place] >= 0x80 else {
                place += 1
                continue
            }
            guard place + 1 < window.count else { break }
            let (lead, trail) = (window[place], window[place + 1])
            switch trail {
            case _ where lead == 0x80 || lead == 0xFF: bad += 1
            case 0x80...0xFE: high += 1
            case 0x40...0x7E: low += 1
            case 0x30...0x39:
                high += 1
                place += 2
            default: bad += 1
            }
            place += 2
        }
        return (high, low, bad)
    }
}
