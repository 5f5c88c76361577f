/// Which documents a file has had so far, and on which lines: sixteen bytes a row, no text.
///
/// Keys and contents are held as hashes (64 and 32 bits): of a million rows two different keys meet
/// by chance once in forty million files. A table of its own with open places, since a dictionary
/// would take twice as much.
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
        for column in header.kind.key {
            // By trimmed bytes, each with a byte behind it that no UTF-8 has, so that a,bc is not
            // ab,c.
            keyHash.combine(bytes: UnsafeRawBufferPointer(row[header.field(of: column)].trimmed))
            keyHash.combine(0xFF as UInt8)
        }
        var contentHash = ContentHash()
        for field in header.names.indices { contentHash.combine(row[field].trimmed) }
        let key = UInt64(truncatingIfNeeded: keyHash.finalize())
        let content = contentHash.value

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

/// Tells the contents of two rows of one key apart: eight bytes a multiplication, where the hash of
/// the standard library, made to withstand chosen keys, would cost a third of the reading.
private struct ContentHash {
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D

    var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }

    mutating func combine(_ field: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(field)
        var at = 0
        while at + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        // The rest, at most seven bytes, under the length: so fields cannot run into one another.
        var rest = UInt64(truncatingIfNeeded: bytes.count) << 56
        while at < bytes.count {
            rest ^= UInt64(bytes[at]) << UInt64((at & 7) * 8)
            at += 1
        }
        mix(rest)
    }

    private mutating func mix(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        state = (product.high ^ product.low) &+ 0xD6E8_FEB8_6659_FD93
    }
}
