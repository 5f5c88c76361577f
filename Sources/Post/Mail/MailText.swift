import Formats

/// Text of a mail, whatever its character set.
enum MailText {
    struct Decoded {
        var text: String
        /// The character set has a name that nobody knows, and was judged by content.
        var isUnknown = false
        /// Some bytes are no characters of it.
        var isDamaged = false
    }

    /// - Parameter charset: what the mail declares; nil where it declares none.
    static func decode(_ bytes: [UInt8], _ charset: String?) -> Decoded {
        guard let charset, let name = known(charset) else { return undeclared(bytes) }
        if name == "UTF-8" {
            if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
            // What says UTF-8 and is none comes from a program that did not convert.
            var decoded = undeclared(bytes)
            decoded.isDamaged = true
            return decoded
        }
        guard let converted = Iconv.utf8(bytes, from: name) else {
            var decoded = undeclared(bytes)
            decoded.isUnknown = true
            return decoded
        }
        let isDamaged = converted.contains(0xFF)
        return Decoded(text: String(decoding: converted, as: UTF8.self), isDamaged: isDamaged)
    }

    private static func undeclared(_ bytes: [UInt8]) -> Decoded {
        var bytes = bytes
        UndeclaredText.normalise(&bytes)
        return Decoded(text: String(decoding: bytes, as: UTF8.self))
    }

    /// As iconv names it; nil where it says no more than that it is text. A character set that
    /// another holds is read as the larger one, which is what programs write under its name.
    private static func known(_ charset: String) -> String? {
        let name = cut(charset.uppercased(), to: 64)
        switch name {
        case "", "US-ASCII", "ASCII", "UNKNOWN-8BIT", "X-UNKNOWN", "DEFAULT", "NONE": return nil
        case "UTF8", "UTF-8", "UNICODE-1-1-UTF-8": return "UTF-8"
        case "GB2312", "GBK", "GB_2312-80", "X-GBK", "CP936", "EUC-CN":
            return "GB18030"
        case "ISO-8859-1", "LATIN1", "ISO8859-1": return "WINDOWS-1252"
        case "BIG5", "CN-BIG5": return "BIG5-HKSCS"
        case "KS_C_5601-1987", "KS_C_5601": return "UHC"
        case "ISO-2022-JP": return "ISO-2022-JP-3"
        case "SHIFT_JIS", "SHIFT-JIS", "X-SJIS": return "CP932"
        // Others by their own names, without what iconv would take for an instruction.
        default: return name.utf8.allSatisfy { $0.isPrintable && $0 != 0x2F } ? name : nil
        }
    }

    /// Lines end in a line feed.
    static func linesEnded(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var afterReturn = false
        for byte in text.utf8 {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || !afterReturn {
                out.append(byte == 0 ? 0x20 : byte)
            }
            afterReturn = byte == 0x0D
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The words on one line; nil where there are none.
    static func oneLine(_ text: String) -> String? {
        let words = Array(cut(text).utf8).withUnsafeBufferPointer { MailText.words($0) }
        return words.isEmpty ? nil : words
    }

    /// Runs of blanks, no-break ones too, and of control bytes as one; none at the ends.
    static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let isWide = bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
            if isWide || bytes[at] <= 0x20 || bytes[at] == 0x7F {
                if !out.isEmpty, out.last != 0x20 { out.append(0x20) }
                at += isWide ? 2 : 1
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        if out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    /// At most so many bytes, never half a character.
    static func cut(_ text: String, to most: Int = MailLimits.header) -> String {
        guard text.utf8.count > most else { return text }
        var bytes = Array(text.utf8.prefix(most))
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    var isPrintable: Bool { self > 0x20 && self < 0x7F }
}
