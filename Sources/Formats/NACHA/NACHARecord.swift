import Ledger

/// One record of 94 columns, its fields by their columns from 1, as the rules number them.
///
/// Nacha asks for ASCII. Where a line has other letters, a column is a byte, or, in a line of
/// UTF-8 that has not 94 of them, a character.
struct NACHARecord {
    static let width = 94

    let bytes: ByteRun
    private let isWide: Bool

    init(_ line: ByteRun) {
        var length = line.count
        while length > 0, line[length - 1] <= 0x20 { length -= 1 }
        bytes = line.upTo(length)
        isWide =
            length != Self.width && !bytes.isASCII
            && String(validating: bytes.buffer, as: UTF8.self) != nil
    }

    var isBlank: Bool { bytes.isEmpty }
    var type: UInt8 { bytes[0] }

    /// The last block of a file is filled up with records of nines.
    var isFiller: Bool {
        for byte in bytes.buffer where byte != UInt8(ascii: "9") { return false }
        return bytes.count > 1
    }

    /// The trimmed field.
    subscript(_ columns: ClosedRange<Int>) -> ByteRun { whole(columns).trimmed }

    func whole(_ columns: ClosedRange<Int>) -> ByteRun {
        if isWide {
            return bytes.part(place(of: columns.lowerBound), place(of: columns.upperBound + 1))
        }
        return bytes.part(columns.lowerBound - 1, columns.upperBound)
    }

    /// The text of the field; nil where it is blank.
    func text(_ columns: ClosedRange<Int>) -> String? { Self.text(self[columns]) }

    static func text(_ field: ByteRun) -> String? {
        if field.isASCII { return field.text }
        var copy = Array(field.buffer)
        UndeclaredText.normalise(&copy)
        return copy.withUnsafeBufferPointer { ByteRun($0).text }
    }

    /// The number that fills the field, perhaps behind blanks; nil for anything else, and where the
    /// record ends before.
    func number(_ columns: ClosedRange<Int>) -> Int64? {
        let field = whole(columns)
        guard field.count == columns.count else { return nil }
        var number: Int64 = 0
        var digits = 0
        for byte in field.buffer {
            if byte == 0x20, digits == 0 { continue }
            guard byte.isDigit, number < 100_000_000_000_000_000 else { return nil }
            number = number * 10 + Int64(byte &- 0x30)
            digits += 1
        }
        return digits > 0 ? number : nil
    }

    /// The first and the last record of a file end in blanks, which may be left out; those between
    /// end in a number.
    func checkLength(isCut: Bool, _ log: inout NACHALog) {
        let columns = isWide ? bytes.characters : bytes.count
        if columns == Self.width && !isCut || isFiller { return }
        switch type {
        case UInt8(ascii: "1"), UInt8(ascii: "9"): if columns < Self.width { return }
        case UInt8(ascii: "5")...UInt8(ascii: "8"): break
        default: return
        }
        log.note(.lineLength, detail: isCut ? nil : "\(columns) ≠ \(Self.width)")
    }

    /// Where a column begins in a line whose columns are characters.
    private func place(of column: Int) -> Int {
        var columns = 0
        var at = 0
        while at < bytes.count {
            if bytes[at] & 0xC0 != 0x80 { columns += 1 }
            if columns == column { return at }
            at += 1
        }
        return at
    }
}
