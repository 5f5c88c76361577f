import Glibc

/// Why bytes could not be made text.
enum DecodingFailure: Error, Hashable, Sendable {
    case unknownEncoding(String)
    /// Where in the file the bytes stop being text of its encoding.
    case broken(offset: Int)
}

/// Turns bytes of a declared encoding into UTF-8, piece by piece, and stops at the first that is no
/// character of it: what a message of money says is not guessed. (Extracts declare nothing; see
/// ``TextDecoder``.)
struct DeclaredText {
    private let converter: Converter?
    /// The beginning of a character whose end is in the next piece.
    private var held: [UInt8] = []
    private var offset = 0

    /// `name` as iconv knows it; UTF-8 is passed on as it is, for the parser to check.
    init(_ name: String) throws(DecodingFailure) {
        guard name != "UTF-8" else {
            converter = nil
            return
        }
        guard let converter = Converter(name) else { throw .unknownEncoding(name) }
        self.converter = converter
    }

    /// Hands the text of `bytes` to `text`.
    mutating func decode(
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
    func finish() -> DecodingFailure? {
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
