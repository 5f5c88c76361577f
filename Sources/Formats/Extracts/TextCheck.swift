/// Looks for text that may not go on into names, keys and mail headers: control characters, and
/// bytes that are no text at all. Only rows that have such bytes come here.
enum TextCheck {
    /// What is wrong with a value; line breaks and tabs are let through in `breaks`.
    static func problem(
        in value: UnsafeBufferPointer<UInt8>, breaks: Bool
    ) -> ExtractFinding? {
        for byte in value where byte < 0x20 || byte == 0x7F {
            if byte == 0 { return .csvNulByte }
            let isBreak = byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !(isBreak && breaks) { return .controlCharacter }
        }
        return UTF8Check.isWellFormed(value) ? nil : .csvTextUnreadable
    }

    /// Line breaks may stand in what is only read by people: descriptions, and columns that are not
    /// ours.
    static func problems(in row: CSVRow, _ header: ExtractHeader) -> [Finding] {
        var findings: [Finding] = []
        for field in 0..<row.count {
            let value = row[field].trimmed
            let column = header.column(of: field)
            let breaks = column == nil || column == .description
            if let kind = problem(in: value, breaks: breaks) {
                findings.append(
                    Finding(
                        kind, at: header.place(line: row.line, field: field), value: shown(value)))
            }
        }
        return findings
    }

    /// The value fit for a terminal: control characters as their pictures (U+2400 …), at most 200
    /// of its bytes.
    static func shown(_ value: UnsafeBufferPointer<UInt8>) -> String? {
        if value.isEmpty { return nil }
        var shown = String.UnicodeScalarView()
        for scalar in String(decoding: value.prefix(200), as: UTF8.self).unicodeScalars {
            let picture: UInt32? =
                scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value == 0x7F ? 0x2421 : nil
            shown.append(picture.flatMap(Unicode.Scalar.init) ?? scalar)
        }
        return String(shown)
    }
}
