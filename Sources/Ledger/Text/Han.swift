/// Chinese characters in folded text: three bytes of UTF-8 each.
public enum Han {
    public static let first: UInt32 = 0x4E00
    public static let last: UInt32 = 0x9FFF

    public static func isHan(_ scalar: UInt32) -> Bool { (first...last).contains(scalar) }

    /// The character at `place`; nil where there is none, or the text is cut within it.
    public static func scalar(_ text: ArraySlice<UInt8>, at place: Int) -> UInt32? {
        guard place + 3 <= text.endIndex, text[place] & 0xF0 == 0xE0 else { return nil }
        let scalar =
            UInt32(text[place] & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6
            | UInt32(text[place + 2] & 0x3F)
        return isHan(scalar) ? scalar : nil
    }

    public static func append(_ scalar: UInt32, to out: inout [UInt8]) {
        out.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
        out.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
        out.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }

    public static func isIn(_ text: some Sequence<UInt8>) -> Bool {
        text.contains { $0 >= 0xE4 && $0 <= 0xE9 }
    }
}
