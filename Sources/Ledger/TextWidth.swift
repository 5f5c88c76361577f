/// How wide text is on a terminal: Chinese characters take two cells (UAX #11, East Asian Wide and
/// Fullwidth).
package enum TextWidth {
    package static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    package static func padded(_ text: String, to width: Int, right: Bool) -> String {
        let text = cut(text, to: width)
        let fill = String(repeating: " ", count: max(0, width - of(text)))
        return right ? fill + text : text + fill
    }

    /// `text`, ended by `…` where it is wider.
    package static func cut(_ text: String, to limit: Int) -> String {
        if of(text) <= limit { return text }
        var out = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            if used + of(scalar) > limit - 1 { break }
            used += of(scalar)
            out.append(scalar)
        }
        return String(out) + "…"
    }

    package static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
