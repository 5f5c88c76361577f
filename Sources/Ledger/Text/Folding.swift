/// Text as it is compared: capitals, half-width, without accents, one byte a character where that
/// is possible (domain.md §3.1 step 0).
///
/// The result is UTF-8. Traditional Chinese becomes simplified, other scripts stay as they are;
/// combining marks and invisible characters go. Works on scalars, never on grapheme clusters, so
/// that no text can make it slow.
public enum Folding {
    public static func fold(_ text: String, limit: Int = 65_536) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(min(text.utf8.count, limit))
        append(text, to: &out, limit: limit)
        return out
    }

    /// Appends until `out` holds `limit` bytes: a count that comes from outside is bounded.
    public static func append(_ text: String, to out: inout [UInt8], limit: Int = 65_536) {
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count, out.count < limit {
                let byte = bytes[place]
                if byte < 0x80 {
                    out.append(upper(byte))
                    place += 1
                    continue
                }
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard place + length <= bytes.count else { return }
                var scalar = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
                for next in place + 1..<place + length {
                    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
                }
                if !append(folded: scalar, to: &out) {
                    out.append(contentsOf: bytes[place..<place + length])
                }
                place += length
            }
        }
    }

    /// False where the character stays as it is.
    private static func append(folded scalar: UInt32, to out: inout [UInt8]) -> Bool {
        switch scalar {
        case Han.first...Han.last:
            let simplified = simplified[Int(scalar - Han.first)]
            if simplified == 0 { return false }
            Han.append(UInt32(simplified), to: &out)
        case 0xFF01...0xFF5E: out.append(upper(UInt8(scalar - 0xFEE0)))
        case 0xC0...0x17F: appendLatin(scalar, to: &out)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x85: out.append(space)
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD, 0x300...0x36F, 0xFE00...0xFE0F: break
        case 0x2010...0x2015, 0x2212: out.append(UInt8(ascii: "-"))
        case 0x3001: out.append(UInt8(ascii: ","))
        case 0x3002: out.append(UInt8(ascii: "."))
        case 0x301C: out.append(UInt8(ascii: "~"))
        case 0x3010, 0x3014, 0x300A: out.append(UInt8(ascii: "("))
        case 0x3011, 0x3015, 0x300B: out.append(UInt8(ascii: ")"))
        default: return false
        }
        return true
    }

    /// By traditional character; 0 where it is none.
    private static let simplified: [UInt16] = {
        var table = [UInt16](repeating: 0, count: Int(Han.last - Han.first) + 1)
        var last: UInt32?
        for scalar in traditional.unicodeScalars where Han.isHan(scalar.value) {
            if let from = last {
                table[Int(from - Han.first)] = UInt16(truncatingIfNeeded: scalar.value)
                last = nil
            } else {
                last = scalar.value
            }
        }
        return table
    }()

    private static func appendLatin(_ scalar: UInt32, to out: inout [UInt8]) {
        switch scalar {
        case 0xC6, 0xE6: out.append(contentsOf: "AE".utf8)
        case 0xDF: out.append(contentsOf: "SS".utf8)
        case 0x152, 0x153: out.append(contentsOf: "OE".utf8)
        case 0xFF: out.append(UInt8(ascii: "Y"))
        case 0xE0...0xFE: out.append(latin[Int(scalar) - 0xE0])
        default: out.append(latin[Int(scalar) < 0xE0 ? Int(scalar) - 0xC0 : Int(scalar) - 0xE0])
        }
    }

    /// Capital letter; a control character becomes a space.
    @inlinable
    public static func upper(_ byte: UInt8) -> UInt8 {
        byte &- 0x61 < 26 ? byte - 0x20 : byte < 0x20 ? UInt8(ascii: " ") : byte
    }

    /// What is left of a text for searching: letters, digits and the signs of other scripts,
    /// without spaces and punctuation, so that `INV 26-0024` and `inv260024` are one.
    public static func key(_ text: some StringProtocol, limit: Int = 1_024) -> [UInt8] {
        var out: [UInt8] = []
        appendKey(String(text), to: &out, limit: limit)
        return out
    }

    /// Appends the ``key(_:limit:)`` of `text`, of which no more than about `limit` bytes are read.
    public static func appendKey(_ text: String, to out: inout [UInt8], limit: Int = 1_024) {
        var text = text
        let isPlain = text.withUTF8 { bytes in
            let start = out.count
            for byte in bytes.prefix(limit) {
                if byte >= 0x80 {
                    out.removeLast(out.count - start)
                    return false
                }
                let sign = upper(byte)
                if isSign(sign) { out.append(sign) }
            }
            return true
        }
        if isPlain { return }
        for byte in fold(text, limit: limit) where byte >= 0x80 || isSign(byte) {
            out.append(byte)
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x41 < 26 }

    private static let space = UInt8(ascii: " ")

    /// The plain letter of U+00C0…U+00DF, then of U+0100…U+017F.
    private static let latin: [UInt8] =
        Array("AAAAAAACEEEEIIIIDNOOOOO OUUUUYTS".utf8)
        + [
            ("A", 6), ("C", 8), ("D", 4), ("E", 10), ("G", 8), ("H", 4), ("I", 12), ("J", 2),
            ("K", 3), ("L", 10), ("N", 9), ("O", 8), ("R", 6), ("S", 8), ("T", 6), ("U", 12),
            ("W", 2), ("Y", 3), ("Z", 6), ("S", 1),
        ].flatMap { letter, count in repeatElement(Array(letter.utf8)[0], count: count) }
}
