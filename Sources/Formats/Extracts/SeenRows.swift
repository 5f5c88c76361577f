/// Which documents a file has had so far, and on which lines: sixteen bytes a row, no text.
///
/// Keys and contents are held as hashes (64 and 32 bits): of a million rows two different keys meet by chance
/// once in forty million files. A table of its own with open places, since a dictionary would take twice as much.
struct SeenRows {
    enum Answer: Equatable {
        case new
        case repeated(line: Int)
        case contradicted(line: Int)
    }

    private struct Place {
        var key: UInt64
        var content: UInt32
        /// 0 where the place is free.
        var line: UInt32
    }

    private var places = [Place](repeating: Place(key: 0, content: 0, line: 0), count: 1 << 10)
    private var count = 0

    mutating func see(_ row: CSVRow, _ header: ExtractHeader) -> Answer {
        var keyHash = Hasher()
        for column in header.kind.key { keyHash.combine(value: row[header.field(of: column)]) }
        var contentHash = Hasher()
        for field in 0..<row.count { contentHash.combine(value: row[field]) }
        let key = UInt64(truncatingIfNeeded: keyHash.finalize())
        let content = UInt32(truncatingIfNeeded: contentHash.finalize())

        var at = Int(key & UInt64(places.count - 1))
        while places[at].line != 0 {
            if places[at].key == key {
                let line = Int(places[at].line)
                return places[at].content == content
                    ? .repeated(line: line) : .contradicted(line: line)
            }
            at = (at + 1) & (places.count - 1)
        }
        places[at] = Place(key: key, content: content, line: UInt32(clamping: row.line))
        count += 1
        if count * 4 > places.count * 3 { double() }
        return .new
    }

    private mutating func double() {
        var larger = [Place](
            repeating: Place(key: 0, content: 0, line: 0), count: places.count * 2)
        let mask = UInt64(larger.count - 1)
        for place in places where place.line != 0 {
            var at = Int(place.key & mask)
            while larger[at].line != 0 { at = (at + 1) & Int(mask) }
            larger[at] = place
        }
        places = larger
    }
}

extension Hasher {
    /// A field by its trimmed bytes, and a byte that no UTF-8 has, so that `a,bc` is not `ab,c`.
    fileprivate mutating func combine(value: UnsafeBufferPointer<UInt8>) {
        combine(bytes: UnsafeRawBufferPointer(value.trimmed))
        combine(0xFF as UInt8)
    }
}
