/// The kinds of file that can be read, told apart by content: a name says nothing.
public enum FileKind: String, Sendable, CaseIterable {
    case camt, pain, mt940, bai2, lockbox, nacha, ofx, edi, csv
}

/// What kind of file begins with `prefix` (4 KiB is plenty); nil where it is none that is known.
public func recognise(prefix bytes: UnsafeRawBufferPointer) -> FileKind? {
    let text = FileBeginning(bytes)
    if text.isCamt { return .camt }
    if text.isPain { return .pain }
    if text.isOFX { return .ofx }
    if text.isMT940 { return .mt940 }
    if text.isBAI2 { return .bai2 }
    if text.isLockbox { return .lockbox }
    if text.isNACHA { return .nacha }
    if text.isEDI { return .edi }
    return text.isTable ? .csv : nil
}

public func recognise(prefix bytes: [UInt8]) -> FileKind? {
    bytes.withUnsafeBytes { recognise(prefix: $0) }
}

/// The first bytes of a file, with the zeros of UTF-16 left out: what tells files apart is ASCII.
private struct FileBeginning {
    let bytes: [UInt8]
    private let isWide: Bool
    private static let length = 8 << 10

    init(_ prefix: UnsafeRawBufferPointer) {
        let head = UnsafeRawBufferPointer(rebasing: prefix.prefix(Self.length))
        let marked = TextEncoding.marked(head.bindMemory(to: UInt8.self))
        isWide = marked != nil && marked?.0 != .utf8
        let text = head.dropFirst(marked?.mark ?? 0)
        bytes = isWide ? text.filter { $0 != 0 } : Array(text)
    }

    /// An XML file that names a camt namespace or message.
    var isCamt: Bool {
        guard firstByte == UInt8(ascii: "<") else { return false }
        return [":camt.052.", ":camt.053.", ":camt.054.", "$camt.05", "BkToCstmr"]
            .contains { contains($0) }
    }

    /// An XML file that names a payment order, or the answer to one.
    var isPain: Bool {
        guard firstByte == UInt8(ascii: "<") else { return false }
        return [
            ":pain.001.", ":pain.002.", ":pain.008.", "CstmrCdtTrfInitn", "CstmrDrctDbtInitn",
            "CstmrPmtStsRpt",
        ].contains { contains($0) }
    }

    /// The header of OFX 1 or 2, or where there is none its root, behind nothing but a tag or the
    /// lines of a header.
    var isOFX: Bool {
        for root: StaticString in ["<OFX>", "<ofx>"] {
            for place in positions(of: root)
            where place == 0 || bytes[place - 1] <= 0x20 || bytes[place - 1] == UInt8(ascii: ">") {
                return true
            }
        }
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        return positions(of: "OFXHEADER").first { $0 == start } != nil
            || firstByte == UInt8(ascii: "<") && contains("<?OFX ")
    }

    /// SWIFT tags at the beginning of lines, with or without the blocks around, perhaps after other
    /// lines.
    var isMT940: Bool {
        if contains("{2:O940") || contains("{2:O942") || contains("{2:I940") || contains("{2:I942")
        {
            return true
        }
        guard hasTag(":20:") || contains("{4:") else { return false }
        return hasTag(":25:") || hasTag(":25P:") || hasTag(":28C:") || hasTag(":61:")
    }

    /// A file header: its code, sender, receiver and a date, which no table begins with.
    var isBAI2: Bool {
        guard !isWide, let first = bytes.firstIndex(where: { $0 > 0x20 }),
            bytes[first...].starts(with: "01,".utf8)
        else { return false }
        let line = bytes[first...].prefix { $0 != 0x0A && $0 != 0x0D && $0 != UInt8(ascii: "/") }
        let fields = line.split(
            separator: UInt8(ascii: ","), maxSplits: 8, omittingEmptySubsequences: false)
        guard fields.count > 3 else { return false }
        let date = fields[3].filter { $0 > 0x20 }
        return (date.count == 6 || date.count == 8) && date.allSatisfy { $0.isDigit }
    }

    /// A file header of 33 columns and nothing behind them (there a NACHA file has its record
    /// size): priority, destination, origin, a day and an hour. A record of a lockbox file follows.
    var isLockbox: Bool {
        guard !isWide, let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        let lines = bytes[first...].split(maxSplits: 2) { $0 == 0x0A || $0 == 0x0D }
        guard lines.count > 1, let next = lines[1].first, "259".utf8.contains(next)
        else { return false }
        let header = Array(lines[0])
        guard header.count >= 33, header[0] == UInt8(ascii: "1"),
            header[33...].allSatisfy({ $0 <= 0x20 }),
            header[1..<3].allSatisfy({ $0.isDigit }), header[29..<33].allSatisfy({ $0.isDigit })
        else { return false }
        return header[23..<29].withUnsafeBufferPointer { ShortDate.full(ByteRun($0)).day != nil }
    }

    /// A file header: priority 01, the day of the file and the size of its records at their places.
    var isNACHA: Bool {
        guard !isWide, let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        let line = bytes[first...].prefix(40)
        return line.count == 40 && line.starts(with: "101".utf8)
            && line[(first + 23)..<(first + 29)].allSatisfy { $0.isDigit }
            && line[(first + 34)...].starts(with: "094".utf8)
    }

    /// An interchange of EDIFACT or X12: the header ISA has separators at fixed places and a day in
    /// its ninth element, which no table begins with.
    var isEDI: Bool {
        guard !isWide, let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        let text = bytes[first...].filter { $0 != 0x0A && $0 != 0x0D }
        if text.starts(with: "UNB".utf8) { return text.dropFirst(4).starts(with: "UNO".utf8) }
        if text.starts(with: "UNA".utf8) { return text.count >= 9 && !text[3].isLetter }
        guard text.starts(with: "ISA".utf8), text.count > 6, text[3] == text[6] else {
            return false
        }
        let elements = text.split(separator: text[3], omittingEmptySubsequences: false)
        return elements.count > 16 && elements[9].count == 6
            && elements[9].allSatisfy { $0.isDigit }
    }

    /// Text whose first line that says anything holds a delimiter.
    var isTable: Bool {
        guard let first = firstByte, isWide || !bytes.contains(0) else { return false }
        // XML, HTML, JSON, PDF, RTF.
        guard !"<{[%".utf8.contains(first) else { return false }
        let delimiters = Array(",;\t".utf8)
        return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            .first { $0.contains { $0 > 0x20 } }?
            .contains(where: delimiters.contains) ?? false
    }

    private var firstByte: UInt8? { bytes.first { $0 > 0x20 } }

    private func hasTag(_ tag: StaticString) -> Bool {
        positions(of: tag).contains { $0 == 0 || bytes[$0 - 1] == 0x0A || bytes[$0 - 1] == 0x0D }
    }

    private func contains(_ word: StaticString) -> Bool {
        positions(of: word).contains { _ in true }
    }

    private func positions(of word: StaticString) -> some Sequence<Int> {
        let count = word.utf8CodeUnitCount
        return (0..<max(0, bytes.count - count + 1)).lazy.filter { start in
            for index in 0..<count where bytes[start + index] != word.utf8Start[index] {
                return false
            }
            return true
        }
    }
}
