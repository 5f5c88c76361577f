/// An archive put together byte by byte, so that it can also be wrong: each field that a hostile
/// file would lie in can be set.
struct ZipSample {
    struct Entry {
        var name: String
        /// As it stands in the archive: packed where `method` is 8.
        var data: [UInt8]
        var method: UInt16 = 0
        var flags: UInt16 = 0
        var crc: UInt32?
        /// Of the unpacked data; what `data` has if nil.
        var size: UInt32?
        var packed: UInt32?
        var attributes: UInt32 = 0
        /// The entry whose bytes this one points to, instead of bytes of its own.
        var sharing: Int?

        init(_ name: String, _ data: [UInt8]) {
            self.name = name
            self.data = data
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    var entries: [Entry] = []
    /// Whether the directory ends as that of a large archive, saying it has so many entries.
    var zip64: UInt64?

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        var places: [Int] = []
        for entry in entries {
            places.append(entry.sharing.map { places[$0] } ?? file.count)
            if entry.sharing == nil {
                file += [0x50, 0x4B, 3, 4] + le(20, 2) + about(entry)
                file += Array(entry.name.utf8) + entry.data
            }
            directory += [0x50, 0x4B, 1, 2] + le(0x0314, 2) + le(20, 2) + about(entry)
            directory += le(0, 2) + le(0, 2) + le(0, 2) + le(UInt64(entry.attributes), 4)
            directory += le(UInt64(places.last ?? 0), 4) + Array(entry.name.utf8)
        }
        let start = file.count
        file += directory
        if let zip64 {
            let end = file.count
            file += [0x50, 0x4B, 6, 6] + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 4) + le(0, 4)
            file += le(zip64, 8) + le(zip64, 8) + le(UInt64(directory.count), 8)
            file += le(UInt64(start), 8)
            file += [0x50, 0x4B, 6, 7] + le(0, 4) + le(UInt64(end), 8) + le(1, 4)
        }
        let count = zip64 == nil ? UInt64(entries.count & 0xFFFF) : 0xFFFF
        file += [0x50, 0x4B, 5, 6] + le(0, 4) + le(count, 2) + le(count, 2)
        return file + le(UInt64(directory.count), 4) + le(UInt64(start), 4) + le(0, 2)
    }

    /// What the local header and the directory both say.
    private func about(_ entry: Entry) -> [UInt8] {
        let length = UInt32(entry.data.count)
        return le(UInt64(entry.flags), 2) + le(UInt64(entry.method), 2) + le(0, 2) + le(0x21, 2)
            + le(UInt64(entry.crc ?? Self.crc(entry.data)), 4)
            + le(UInt64(entry.packed ?? length), 4) + le(UInt64(entry.size ?? length), 4)
            + le(UInt64(entry.name.utf8.count), 2) + le(0, 2)
    }

    private func le(_ value: UInt64, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
    }

    static func crc(_ data: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in data { crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }

    /// A deflate stream of more than `count` times 2064 blanks: one, then matches of 258 bytes
    /// at distance 1, which are 13 bits each, so that eight of them are 13 bytes that repeat: each
    /// byte is 158.
    static func blanks(_ count: Int) -> [UInt8] {
        func bits(_ text: String) -> [Bool] { text.utf8.map { $0 == UInt8(ascii: "1") } }
        let match = bits("1100010100000")
        // The last block, of fixed codes; a blank; and one match to come to a whole byte.
        let begin = bits("110") + bits("01010000") + match
        let repeated = packed(Array(repeating: match, count: 8).flatMap { $0 })
        var stream = packed(begin)
        stream.reserveCapacity(count * repeated.count + 8)
        for _ in 0..<count { stream += repeated }
        return stream + packed(bits("0000000"))
    }

    private static func packed(_ bits: [Bool]) -> [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) {
                $0 | ($1.element ? 1 << UInt8($1.offset) : 0)
            }
        }
    }
}
