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
