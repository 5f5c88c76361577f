/// Turns the bytes of a file into UTF-8, having found out how they are encoded.
///
/// The first kibibyte shows marks and UTF-16. Then ASCII goes through as it is until the first byte
/// beyond it, perhaps a million rows down; the text from there (at most 16 KiB) decides between
/// UTF-8 and GB18030. What is looked at depends on the file alone, not on the pieces in which it
/// comes.
struct TextDecoder {
    private enum Stage { case start, ascii, judging, utf8 }

    private(set) var encoding: TextEncoding?
    private var stage = Stage.start
    private var held: [UInt8] = []
    private var iconv: Iconv?

    private static let startLength = 1 << 10
    private static let windowLength = 1 << 14

    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: ByteBuffer) {
        if let iconv {
            iconv.convert(bytes, into: buffer)
            return
        }
        switch stage {
        case .utf8: buffer.append(bytes)
        case .ascii:
            guard let high = bytes.firstIndex(where: { $0 >= 0x80 }) else {
                buffer.append(bytes)
                return
            }
            buffer.append(UnsafeBufferPointer(rebasing: bytes[..<high]))
            stage = .judging
            decode(UnsafeBufferPointer(rebasing: bytes[high...]), into: buffer)
        case .start: hold(bytes, upTo: Self.startLength, into: buffer)
        case .judging: hold(bytes, upTo: Self.windowLength, into: buffer)
        }
    }

    mutating func finish(into buffer: ByteBuffer) {
        // Each release may only bring the text to its next stage.
        while !held.isEmpty { release(into: buffer) }
        iconv?.finish(into: buffer)
    }

    private mutating func hold(
        _ bytes: UnsafeBufferPointer<UInt8>, upTo length: Int, into buffer: ByteBuffer
    ) {
        let taken = min(length - held.count, bytes.count)
        held.append(contentsOf: bytes[..<taken])
        if held.count == length { release(into: buffer) }
        if taken < bytes.count {
            decode(UnsafeBufferPointer(rebasing: bytes[taken...]), into: buffer)
        }
    }

    /// Enough is held to decide.
    private mutating func release(into buffer: ByteBuffer) {
        let text = held
        held = []
        text.withUnsafeBufferPointer { text in
            var mark = 0
            if stage == .start {
                if let (marked, length) = TextEncoding.marked(text) {
                    settle(on: marked)
                    mark = length
                } else {
                    stage = .ascii
                }
            } else {
                settle(on: TextEncoding.judge(text))
            }
            decode(UnsafeBufferPointer(rebasing: text[mark...]), into: buffer)
        }
    }

    private mutating func settle(on encoding: TextEncoding) {
        self.encoding = encoding
        stage = .utf8
        if encoding != .utf8 { iconv = Iconv(encoding) }
    }
}
