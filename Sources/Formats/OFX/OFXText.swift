/// What an element says, made UTF-8 and freed of its entities.
enum OFXText {
    /// Encoding first, as an entity gives UTF-8. Headers say `CHARSET:1252` over UTF-8 and GBK
    /// alike, so the bytes decide: UTF-8 where they are valid; else GB18030 where they look
    /// Chinese; else Windows-1252.
    static func settle(_ bytes: inout [UInt8]) {
        if !bytes.withUnsafeBufferPointer({ ByteRun($0).isASCII }) { normalise(&bytes) }
        if bytes.withUnsafeBufferPointer({ hasEntities(ByteRun($0)) }) { resolve(&bytes) }
    }

    /// Whether ``settle(_:)`` would leave the text as it is.
    static func isSettled(_ text: ByteRun) -> Bool { text.isASCII && !hasEntities(text) }

    private static func hasEntities(_ text: ByteRun) -> Bool {
        text.index(of: UInt8(ascii: "&")) != nil
    }

    private static func normalise(_ bytes: inout [UInt8]) {
        let (isUTF8, isChinese) = bytes.withUnsafeBufferPointer {
            if UTF8Check.isWellFormed($0) { return (true, false) }
            return (false, UndeclaredText.looksChinese(ByteRun($0)))
        }
        if isUTF8 { return }
        if isChinese { UndeclaredText.normalise(&bytes) } else { bytes = windows(bytes) }
    }

    private static func windows(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            switch byte {
            case 0..<0x80: out.append(byte)
            case 0x80..<0xA0: append(UInt32(upper[Int(byte) - 0x80]), to: &out)
            default: append(UInt32(byte), to: &out)
            }
        }
        return out
    }

    /// The places 80 to 9F of Windows-1252; five of them are free and stay control signs.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static let entities: [(StaticString, UInt8)] = [
        ("amp", UInt8(ascii: "&")), ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")),
        ("quot", UInt8(ascii: "\"")), ("apos", UInt8(ascii: "'")), ("nbsp", 0x20),
    ]

    /// `&amp;`, `&#229;`, `&#xE5;`; a `&` that begins none of them is itself.
    private static func resolve(_ bytes: inout [UInt8]) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { buffer in
            let all = ByteRun(buffer)
            var at = 0
            while at < all.count {
                let byte = all[at]
                at += 1
                guard byte == UInt8(ascii: "&"),
                    let end = all.part(at, at + 10).index(of: UInt8(ascii: ";"))
                else {
                    out.append(byte)
                    continue
                }
                let name = all.part(at, at + end)
                if let (_, sign) = entities.first(where: { name.equals($0.0) }) {
                    out.append(sign)
                } else if let number = number(name) {
                    append(number == 0xA0 ? 0x20 : number, to: &out)
                } else {
                    out.append(byte)
                    continue
                }
                at += end + 1
            }
        }
        bytes = out
    }

    /// `#229` or `#xE5`, where it is the number of a character.
    private static func number(_ name: ByteRun) -> UInt32? {
        guard name[0] == UInt8(ascii: "#") else { return nil }
        let isHex = name[1] | 0x20 == UInt8(ascii: "x")
        let digits = name.from(isHex ? 2 : 1)
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for byte in digits.buffer {
            let digit: UInt8
            if byte.isDigit {
                digit = byte &- 0x30
            } else if isHex, (0x61...0x66).contains(byte | 0x20) {
                digit = (byte | 0x20) &- 0x57
            } else {
                return nil
            }
            value = value &* (isHex ? 16 : 10) &+ UInt32(digit)
            if value > 0x10_FFFF { return nil }
        }
        return value == 0 || (0xD800...0xDFFF).contains(value) ? nil : value
    }

    private static func append(_ scalar: UInt32, to out: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: out.append(UInt8(scalar))
        case 0x80..<0x800:
            out.append(UInt8(0xC0 | scalar >> 6))
            out.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x1_0000:
            out.append(UInt8(0xE0 | scalar >> 12))
            out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            out.append(UInt8(0x80 | scalar & 0x3F))
        default:
            out.append(UInt8(0xF0 | scalar >> 18 & 0x07))
            out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            out.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
