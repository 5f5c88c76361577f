/// One row of a CSV file, as a view of the reader's own bytes: good until the reader's next
/// ``CSVReader/next()``.
///
/// A field is what stands between two separators, without its quotes, doubled quotes made single.
public struct CSVRow {
    struct Span {
        var start: Int32
        var end: Int32
    }

    /// The line of the file on which the row begins, from 1.
    public let line: Int
    public let count: Int
    /// Whether any byte is beyond ASCII, and so must be shown to be well-formed UTF-8.
    public let hasHighBytes: Bool
    /// Whether any byte is below a space, a line break in quotes for one.
    public let hasControlBytes: Bool

    let base: UnsafePointer<UInt8>
    let spans: UnsafePointer<Span>

    /// The bytes of a field; none for a field that the row does not have.
    public subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
        guard field >= 0, field < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let span = spans[field]
        return UnsafeBufferPointer(
            start: base + Int(span.start), count: Int(span.end) - Int(span.start))
    }

    /// Whether nothing but spaces stands in it, as in the empty lines that spreadsheets add.
    public var isBlank: Bool {
        for field in 0..<count where !self[field].trimmed.isEmpty { return false }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without spaces, tabs, no-break spaces (C2 A0) and ideographic spaces (E3 80 80) at either
    /// end.
    var trimmed: UnsafeBufferPointer<UInt8> {
        guard var from = baseAddress, count > 0 else { return self }
        var end = from + count
        while from < end {
            if from.pointee == 0x20 || from.pointee == 0x09 {
                from += 1
            } else if from.pointee == 0xC2, end - from >= 2, from[1] == 0xA0 {
                from += 2
            } else if from.pointee == 0xE3, end - from >= 3, from[1] == 0x80, from[2] == 0x80 {
                from += 3
            } else {
                break
            }
        }
        while from < end {
            if end[-1] == 0x20 || end[-1] == 0x09 {
                end -= 1
            } else if end[-1] == 0xA0, end - from >= 2, end[-2] == 0xC2 {
                end -= 2
            } else if end[-1] == 0x80, end - from >= 3, end[-2] == 0x80, end[-3] == 0xE3 {
                end -= 3
            } else {
                break
            }
        }
        return UnsafeBufferPointer(start: from, count: end - from)
    }

    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for place in 0..<count where self[place] != text.utf8Start[place] { return false }
        return true
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
