/// Text as workbooks write it: characters that XML cannot hold stand as `_x000D_`, and so does a
/// `_` that would begin such a word (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19).
enum EscapedText {
    static func unescape(_ text: inout [UInt8]) {
        guard text.withUnsafeBufferPointer({ ByteRun($0).index(of: "_x") }) != nil else { return }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if let unit = unit(text, at: place), let scalar = Unicode.Scalar(unit) {
                plain.append(contentsOf: Array(String(scalar).utf8))
                place += 7
            } else {
                plain.append(text[place])
                place += 1
            }
        }
        text = plain
    }

    /// Whether there are more characters than `most`, as spreadsheets count: UTF-16 code units.
    static func isTooLong(_ text: some Collection<UInt8>, _ most: Int) -> Bool {
        // A code unit has at least one byte.
        guard text.count > most else { return false }
        var count = 0
        for byte in text {
            if byte & 0xC0 != 0x80 { count += 1 }
            if byte >= 0xF0 { count += 1 }
        }
        return count > most
    }

    private static func unit(_ text: [UInt8], at place: Int) -> UInt16? {
        guard place + 7 <= text.count, text[place] == UInt8(ascii: "_"),
            text[place + 1] == UInt8(ascii: "x"), text[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in text[place + 2..<place + 6] {
            let digit: UInt8
            if byte.isDigit {
                digit = byte & 0x0F
            } else if (byte | 0x20) &- 0x61 < 6 {
                digit = (byte | 0x20) - 0x61 + 10
            } else {
                return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
