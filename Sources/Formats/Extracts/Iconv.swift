import Glibc

/// Text in another encoding, made UTF-8 piece by piece by the C library.
///
/// What cannot be read comes out as the byte FF, which no UTF-8 has: the row it stands in is then
/// found unreadable like any other, with its line and column.
package final class Iconv {
    private let descriptor: iconv_t?
    /// How far to go on behind an unreadable place.
    private let step: Int
    private var waiting: [UInt8] = []

    init(_ encoding: TextEncoding) {
        let opened = iconv_open("UTF-8", encoding.rawValue)
        // iconv_open says "not available" with the pointer −1.
        descriptor = opened == iconv_t(bitPattern: -1) ? nil : opened
        step = encoding == .gb18030 ? 1 : 2
    }

    private init?(_ name: String) {
        let opened = iconv_open("UTF-8", name)
        guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
        descriptor = opened
        step = 1
    }

    /// All of `bytes` in the encoding of that name; nil where the C library does not know it.
    package static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard let iconv = Iconv(name) else { return nil }
        let buffer = ByteBuffer()
        bytes.withUnsafeBufferPointer { iconv.convert($0, into: buffer) }
        iconv.finish(into: buffer)
        return Array(UnsafeBufferPointer(start: buffer.base, count: buffer.count))
    }

    deinit {
        if let descriptor { iconv_close(descriptor) }
    }

    func convert(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: ByteBuffer) {
        waiting.append(contentsOf: bytes)
        var used = 0
        while used < waiting.count {
            let start = used
            let problem = convertRun(from: &used, into: buffer)
            if problem == EINVAL { break }
            if problem == EILSEQ {
                buffer.append(0xFF)
                used = min(used + step, waiting.count)
            } else if used == start {
                break
            }
        }
        waiting.removeFirst(used)
    }

    /// A character that the end of the file cuts.
    func finish(into buffer: ByteBuffer) {
        if !waiting.isEmpty { buffer.append(0xFF) }
        waiting = []
    }

    /// Converts as far as it goes; the errno that stopped it, or 0.
    private func convertRun(from used: inout Int, into buffer: ByteBuffer) -> Int32 {
        guard let descriptor else { return EILSEQ }
        let room = (waiting.count - used) * 2 + 16
        let target = buffer.room(for: room)
        return waiting.withUnsafeMutableBytes { bytes in
            var input = bytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + used }
            var inputLeft = bytes.count - used
            var outputLeft = room
            return target.withMemoryRebound(to: CChar.self, capacity: room) { start in
                var output: UnsafeMutablePointer<CChar>? = start
                errno = 0
                let result = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
                let problem = result == -1 ? errno : 0
                used = bytes.count - inputLeft
                buffer.grow(by: room - outputLeft)
                return problem
            }
        }
    }
}
