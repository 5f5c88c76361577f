/// How wide text is on a terminal: Chinese characters take two cells (UAX #11, East Asian Wide and
/// Fullwidth).
enum TextWidth {
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    static func padded(_ text: String, to width: Int, right: Bool) -> String {
        let text = cut(text, to: width)
        let fill = String(repeating: " ", count: max(0, width - of(text)))
        return right ? fill + text : text + fill
    }

    /// `text`, ended by `…` where it is wider.
    static func cut(_ text: String, to limit: Int) -> String {
        if of(text) <= limit { return text }
        var out = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            if used + width(scalar) > limit - 1 { break }
            used += width(scalar)
            out.append(scalar)
        }
        return String(out) + "…"
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}

extension String {
    var trimmingEnd: String {
        var scalars = unicodeScalars
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}

enum CSVText {
    /// RFC 4180; a leading `=`, `+`, `-`, `@`, tab or their full-width forms gets a `'`, so that no
    /// spreadsheet runs it (OWASP CSV injection). Checked on scalars: a combining mark does not
    /// hide the sign.
    static func field(_ text: String) -> String {
        var text = text
        let first = text.unicodeScalars.first { $0 != "\u{FEFF}" }
        if let first, risky.contains(first) { text = "'" + text }
        let needsQuotes = text.utf8.contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        if !needsQuotes { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }

    private static let risky: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\0", "＝", "＋", "－", "＠",
    ]
}

enum JSONText {
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
