import Glibc

/// A run of bytes inside a buffer that outlives it, read without copying.
///
/// A byte beyond either end reads as zero and a range beyond is cut, so that looking ahead in a
/// broken file needs no check and can neither trap nor read foreign memory.
struct ByteRun {
    private let start: UnsafePointer<UInt8>?
    let count: Int

    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        start = buffer.baseAddress
        count = start == nil ? 0 : buffer.count
    }

    private init(start: UnsafePointer<UInt8>?, count: Int) {
        self.start = start
        self.count = count
    }

    static var empty: ByteRun { ByteRun(start: nil, count: 0) }
    /// A line of `-` alone.
    static var dash: ByteRun {
        let text: StaticString = "-"
        return ByteRun(start: text.utf8Start, count: 1)
    }

    var isEmpty: Bool { count == 0 }
    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    @inline(__always) subscript(at: Int) -> UInt8 {
        guard at >= 0, at < count, let start else { return 0 }
        return start[at]
    }

    @inline(__always) func part(_ from: Int, _ to: Int) -> ByteRun {
        let low = min(max(from, 0), count)
        let high = min(max(to, low), count)
        guard high > low, let start else { return .empty }
        return ByteRun(start: start + low, count: high - low)
    }

    func from(_ place: Int) -> ByteRun { part(place, count) }
    func upTo(_ place: Int) -> ByteRun { part(0, place) }

    /// Without blanks (and whatever else is no more than a blank) at both ends.
    var trimmed: ByteRun { trimmed { $0 <= 0x20 } }

    func trimmed(_ drop: (UInt8) -> Bool) -> ByteRun {
        guard let start else { return .empty }
        var low = 0
        var high = count
        while low < high, drop(start[low]) { low += 1 }
        while high > low, drop(start[high - 1]) { high -= 1 }
        return part(low, high)
    }

    func index(of byte: UInt8, after place: Int = 0) -> Int? {
        let from = max(place, 0)
        guard from < count, let start,
            let hit = memchr(start + from, Int32(byte), count - from)
        else { return nil }
        return UnsafeRawPointer(start).distance(to: hit)
    }

    func index(of text: StaticString, after place: Int = 0) -> Int? {
        let length = text.utf8CodeUnitCount
        guard length > 0 else { return nil }
        let first = text.utf8Start[0]
        var at = place
        while let hit = index(of: first, after: at), hit + length <= count {
            if has(text, at: hit) { return hit }
            at = hit + 1
        }
        return nil
    }

    func has(_ text: StaticString, at place: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place >= 0, place + length <= count, let start else { return length == 0 }
        for offset in 0..<length where start[place + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text) }

    /// The characters, where a byte that continues one (UTF-8) does not count.
    var characters: Int {
        var sum = 0
        for byte in buffer where byte & 0xC0 != 0x80 { sum += 1 }
        return sum
    }

    var isASCII: Bool {
        // All of it, as a loop that does not stop is done many bytes at a time.
        var bits: UInt8 = 0
        for byte in buffer { bits |= byte }
        return bits < 0x80
    }

    var isDigits: Bool {
        for byte in buffer where !byte.isDigit { return false }
        return count > 0
    }

    /// Whether there is nothing but zeros, or nothing.
    var isZeros: Bool {
        for byte in buffer where byte != UInt8(ascii: "0") { return false }
        return true
    }

    var hasLetter: Bool {
        for byte in buffer where byte.isLetter || byte >= 0x80 { return true }
        return false
    }

    /// The text, with control bytes other than line ends and tabs as blanks.
    var string: String {
        var odd: UInt8 = 0
        for byte in buffer { odd |= Self.isControl(byte) ? 1 : 0 }
        guard odd != 0 else { return String(decoding: buffer, as: UTF8.self) }
        return String(
            decoding: buffer.map { Self.isControl($0) ? 0x20 : $0 }, as: UTF8.self)
    }

    @inline(__always) private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A && byte != 0x09
    }

    /// The trimmed text; nil where nothing is left.
    var text: String? {
        let rest = trimmed
        return rest.isEmpty ? nil : rest.string
    }

    /// The trimmed text with runs of blanks as one; nil where nothing is left.
    var words: String? {
        let rest = trimmed
        if rest.isEmpty { return nil }
        var double = false
        for at in 0..<rest.count where rest[at] <= 0x20 && (rest[at] < 0x20 || rest[at + 1] <= 0x20)
        {
            double = true
            break
        }
        guard double else { return rest.string }
        var out: [UInt8] = []
        out.reserveCapacity(rest.count)
        for byte in rest.buffer {
            if byte > 0x20 {
                out.append(byte)
            } else if out.last != 0x20 {
                out.append(0x20)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Without any blank, as accounts are compared; nil where nothing is left.
    var solid: String? {
        var blanks = 0
        for byte in buffer { blanks &+= byte <= 0x20 ? 1 : 0 }
        if blanks == count { return nil }
        if blanks == 0 { return String(decoding: buffer, as: UTF8.self) }
        return String(decoding: buffer.filter { $0 > 0x20 }, as: UTF8.self)
    }
}

extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isCapital: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
