import Ledger

/// One line of a lockbox file: fields at fixed columns, padded with blanks to 80 or 104, or not at
/// all.
struct LockboxRecord {
    /// The widest that the format has.
    static let width = 104

    /// Without the blanks at the end, at most ``width`` long.
    let bytes: ByteRun
    /// What stands behind the last column.
    let beyond: ByteRun

    /// Nil for a line of blanks.
    init?(_ line: ByteRun) {
        var end = line.count
        while end > 0, line[end - 1] <= 0x20 { end -= 1 }
        if end == 0 { return nil }
        bytes = line.upTo(min(end, Self.width))
        beyond = line.part(Self.width, end)
    }

    var type: UInt8 { bytes[0] }
    /// Of records 4 to 8.
    var batch: ByteRun { bytes.part(1, 4) }
    var item: ByteRun { bytes.part(4, 7) }
    /// Of records 5, 7 and 8.
    var lockbox: ByteRun { bytes.part(7, 14) }
    var date: ByteRun { bytes.part(14, 20) }

    /// Batch and item, to be compared.
    var checkKey: UInt64 { key(1, 7) }
    var batchKey: UInt64 { key(1, 4) }

    private func key(_ from: Int, _ to: Int) -> UInt64 {
        var key: UInt64 = 0
        for place in from..<to { key = key << 8 | UInt64(bytes[place]) }
        return key
    }

    /// The number that ends in the last column of its field; nil where the record ends before, so
    /// that a cut one never passes for a smaller one.
    func number(at column: Int, length: Int) -> Int? {
        guard bytes.count >= column + length, bytes[column + length - 1].isDigit else { return nil }
        return bytes.part(column, column + length).trimmed.count(below: .max)
    }

    /// Columns count bytes, so that each field is made text by itself, in whatever encoding.
    static func words(_ field: ByteRun) -> String? {
        if field.isASCII { return field.words }
        var copy = Array(field.buffer)
        UndeclaredText.normalise(&copy)
        return copy.withUnsafeBufferPointer { ByteRun($0).words }
    }
}
