import Glibc

/// The encoding of a text file, as far as the readers accept it.
public enum TextEncoding: Hashable, Sendable {
    case utf8
    /// Any other, by the name that iconv knows: `UTF-16LE`, `GB18030`, `CP1252`.
    case named(String)

    /// By the byte order mark, by zero bytes, else UTF-8 where the bytes are that, else GB18030: the rule for
    /// extracts, which declare nothing. A cut character at the end of `prefix` does no harm.
    public static func detect(_ prefix: UnsafeRawBufferPointer) -> TextEncoding {
        if let marked = byMark(prefix) { return marked.encoding }
        if let wide = byZeros(prefix) { return wide }
        return isUTF8(prefix) ? .utf8 : .named("GB18030")
    }

    /// The encoding that a byte order mark says, and how long the mark is.
    static func byMark(_ bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, mark: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.named("UTF-16LE"), 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.named("UTF-16BE"), 2) }
        return nil
    }

    /// UTF-16 without a mark: the first two characters of any of our files are ASCII.
    static func byZeros(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        guard bytes.count >= 4 else { return nil }
        if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return .named("UTF-16BE") }
        if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return .named("UTF-16LE") }
        return nil
    }

    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var text = UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var position = 0
        while true {
            switch text.parseScalar(from: &rest) {
            case .valid(let scalar): position += scalar.count
            case .emptyInput: return true
            case .error: return bytes.count - position < 4
            }
        }
    }
}

/// Why bytes could not be made text.
public enum DecodingFailure: Error, Hashable, Sendable {
    case unknownEncoding(String)
    /// Where in the file the bytes stop being text of its encoding.
    case broken(offset: Int)
}

/// Turns bytes of one encoding into UTF-8, piece by piece (glibc's iconv).
public struct TextDecoder {
    private let converter: Converter?
    /// The beginning of a character whose end is in the next piece.
    private var held: [UInt8] = []
    private var offset = 0

    public init(_ encoding: TextEncoding) throws(DecodingFailure) {
        guard case .named(let name) = encoding else {
            converter = nil
            return
        }
        guard let converter = Converter(name) else { throw .unknownEncoding(name) }
        self.converter = converter
    }

    /// Hands the text of `bytes` to `text`; UTF-8 passes as it is, unchecked.
    public mutating func decode(
        _ bytes: UnsafeRawBufferPointer, into text: (UnsafeRawBufferPointer) -> Void
    ) -> DecodingFailure? {
        guard let converter else {
            text(bytes)
            return nil
        }
        var done = 0
        while done < bytes.count {
            let count = min(bytes.count - done, 16 << 10)
            let piece = held + bytes[done..<done + count]
            let (used, isBroken) = converter.convert(piece, into: text)
            offset += used
            if isBroken { return .broken(offset: offset) }
            held = Array(piece[used...])
            if held.count > 8 { return .broken(offset: offset) }
            done += count
        }
        return nil
    }

    /// A character cut in two at the end of the file is a failure.
    public func finish() -> DecodingFailure? {
        held.isEmpty ? nil : .broken(offset: offset)
    }

    private final class Converter {
        private let handle: iconv_t
        private var output = [CChar](repeating: 0, count: 64 << 10)

        init?(_ name: String) {
            guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else {
                return nil
            }
            self.handle = handle
        }

        deinit { iconv_close(handle) }

        /// How many bytes were used, and whether the next ones are no character of the encoding.
        func convert(
            _ piece: [UInt8], into text: (UnsafeRawBufferPointer) -> Void
        ) -> (used: Int, isBroken: Bool) {
            var input = piece.map { CChar(bitPattern: $0) }
            return input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var from = input.baseAddress
                    var left = input.count
                    while left > 0 {
                        var to = output.baseAddress
                        var room = output.count
                        let result = iconv(handle, &from, &left, &to, &room)
                        let problem = errno
                        let made = output.count - room
                        if made > 0 {
                            let bytes = UnsafeRawBufferPointer(output)
                            text(UnsafeRawBufferPointer(rebasing: bytes[..<made]))
                        }
                        if result != -1 { break }
                        if problem == EINVAL { break }
                        if problem != E2BIG { return (input.count - left, true) }
                    }
                    return (input.count - left, false)
                }
            }
        }
    }
}
