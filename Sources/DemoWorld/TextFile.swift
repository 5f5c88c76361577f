import Glibc

/// A file could not be written or read; `reason` is the system's.
public struct FileFailed: Error, CustomStringConvertible {
    public let path: String
    public let reason: String

    init(_ path: String) {
        self.path = path
        reason = String(cString: strerror(errno))
    }

    public var description: String { "\(path): \(reason)" }
}

/// A file written through one buffer, so that a million rows cost a few hundred system calls.
final class TextFile {
    let path: String
    private var buffer: [UInt8] = []
    private let descriptor: Int32

    private static let full = 1 << 20

    init(_ path: String) throws(FileFailed) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if descriptor < 0 { throw FileFailed(path) }
        buffer.reserveCapacity(Self.full + 1 << 14)
    }

    func write(_ text: StaticString) {
        buffer.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    func write(_ text: String) { buffer.append(contentsOf: text.utf8) }
    func write(_ bytes: [UInt8]) { buffer.append(contentsOf: bytes) }
    func write(_ byte: UInt8) { buffer.append(byte) }

    /// `number` in decimal digits, with zeros before it up to `width`.
    func write(_ number: Int64, width: Int = 1) {
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        let start = buffer.count
        var rest = number.magnitude
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        while buffer.count - start < width { buffer.append(UInt8(ascii: "0")) }
        buffer[start...].reverse()
    }

    /// `minor` units of a currency with two decimals.
    func write(cents minor: Int64, point: UInt8 = UInt8(ascii: ".")) {
        write(minor / 100)
        write(point)
        write(Int64(minor.magnitude % 100), width: 2)
    }

    /// Gives a full buffer to the system; called between rows.
    func rowEnds() throws(FileFailed) {
        if buffer.count >= Self.full { try flush() }
    }

    func close() throws(FileFailed) {
        try flush()
        if Glibc.close(descriptor) != 0 { throw FileFailed(path) }
    }

    private func flush() throws(FileFailed) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
            }
            if written < 0 { throw FileFailed(path) }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    static func write(_ bytes: [UInt8], to path: String) throws(FileFailed) {
        let file = try TextFile(path)
        file.write(bytes)
        try file.close()
    }

    static func write(_ text: String, to path: String) throws(FileFailed) {
        try write(Array(text.utf8), to: path)
    }

    static func remove(_ path: String) { unlink(path) }

    static func read(_ path: String) throws(FileFailed) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        if descriptor < 0 { throw FileFailed(path) }
        defer { _ = Glibc.close(descriptor) }
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 { throw FileFailed(path) }
            if count == 0 { return all }
            all.append(contentsOf: piece[..<count])
        }
    }

    static func makeFolder(_ path: String) throws(FileFailed) {
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileFailed(path) }
    }
}

/// Text as a bank in mainland China writes it (GB 18030).
func gb18030(_ text: String) -> [UInt8] {
    let converter = iconv_open("GB18030", "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return Array(text.utf8) }
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    var used = 0
    input.withUnsafeMutableBufferPointer { from in
        output.withUnsafeMutableBufferPointer { to in
            var (source, target) = (from.baseAddress, to.baseAddress)
            var (left, space) = (from.count, to.count)
            iconv(converter, &source, &left, &target, &space)
            used = to.count - space
        }
    }
    return output[..<used].map { UInt8(bitPattern: $0) }
}
