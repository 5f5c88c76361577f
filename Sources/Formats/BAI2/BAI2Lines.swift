/// Cuts what is fed into physical records: lines ended by CRLF, LF or CR, or, where the file header
/// says a length and no line ends follow it, blocks of that length.
///
/// Keeps only an unfinished record.
struct BAI2Lines {
    /// One physical record, inside a buffer that is gone afterwards.
    struct Line {
        let bytes: ByteRun
        /// From 1; empty lines count.
        let number: Int
        let isCut: Bool
        /// Whether it is as long as the header allows, so that a word may go on in the next.
        let isFull: Bool
    }

    static let limit = 64 * 1024

    private enum Mode {
        /// The file header is still being read.
        case undecided
        case lines
        case blocks(Int)
    }

    private var mode = Mode.undecided
    /// The physical record length of the header.
    private var length: Int?
    private var number = 0
    private var carry: [UInt8] = []
    private var isCut = false
    /// After CR, an LF belongs to the same line end.
    private var sawCR = false

    mutating func feed(_ bytes: UnsafeRawBufferPointer, line: (Line) -> Void) {
        var rest = ByteRun(bytes.bindMemory(to: UInt8.self))
        while !rest.isEmpty {
            if sawCR {
                sawCR = false
                if rest[0] == 0x0A {
                    rest = rest.from(1)
                    continue
                }
            }
            switch mode {
            case .undecided: rest = rest.from(decide(rest[0], line))
            case .lines: rest = piece(rest, at: lineEnd(rest), line)
            case .blocks(let length): rest = block(rest, length - carry.count, line)
            }
        }
    }

    /// Hands out the last record where the file does not end it.
    mutating func finish(line: (Line) -> Void) {
        if !carry.isEmpty { end(.empty, line) }
    }

    /// The header, byte by byte: how it ends says how all records do. Answers how many bytes were
    /// used.
    private mutating func decide(_ byte: UInt8, _ line: (Line) -> Void) -> Int {
        if byte == 0x0A || byte == 0x0D {
            let isBlank = carry.allSatisfy { $0 <= 0x20 }
            if !isBlank { mode = .lines }
            sawCR = byte == 0x0D
            end(.empty, line)
            return 1
        }
        if let length, carry.count == length {
            mode = .blocks(length)
            end(.empty, line)
            return 0
        }
        carry.append(byte)
        if length == nil {
            if byte == UInt8(ascii: "/") {
                length = carry.withUnsafeBufferPointer { Self.length(ByteRun($0)) }
                if length == nil { mode = .lines }
            } else if carry.count > 1024 {
                mode = .lines
            }
        } else if byte > 0x20 {
            mode = .lines
        }
        return 1
    }

    /// The sixth field of the header (`01,…/`), where it can be one that the header fits in.
    private static func length(_ header: ByteRun) -> Int? {
        var fields = BAI2Fields(header.upTo(header.count - 1))
        for _ in 0..<6 { _ = fields.next() }
        guard let length = fields.next().count(below: limit), length >= header.count else {
            return nil
        }
        return length
    }

    private func lineEnd(_ rest: ByteRun) -> Int? {
        let feed = rest.index(of: 0x0A)
        return rest.upTo(feed ?? rest.count).index(of: 0x0D) ?? feed
    }

    private mutating func piece(
        _ rest: ByteRun, at stop: Int?, _ line: (Line) -> Void
    ) -> ByteRun {
        guard let stop else {
            keep(rest)
            return .empty
        }
        sawCR = rest[stop] == 0x0D
        end(rest.upTo(stop), line)
        return rest.from(stop + 1)
    }

    /// A line end ends a block too soon; behind a whole one it is nothing.
    private mutating func block(
        _ rest: ByteRun, _ room: Int, _ line: (Line) -> Void
    ) -> ByteRun {
        let part = rest.upTo(room)
        if let stop = lineEnd(part) {
            if stop > 0 || !carry.isEmpty { return piece(rest, at: stop, line) }
            return rest.from(1)
        }
        if part.count < room {
            keep(part)
        } else {
            end(part, line)
        }
        return rest.from(part.count)
    }

    private mutating func end(_ rest: ByteRun, _ line: (Line) -> Void) {
        number += 1
        if carry.isEmpty {
            hand(rest.upTo(Self.limit), isCut: rest.count > Self.limit, line)
            return
        }
        keep(rest)
        carry.withUnsafeBufferPointer { hand(ByteRun($0), isCut: isCut, line) }
        carry.removeAll(keepingCapacity: true)
        isCut = false
    }

    private func hand(_ bytes: ByteRun, isCut: Bool, _ line: (Line) -> Void) {
        let isFull = length.map { bytes.count >= $0 } ?? false
        line(Line(bytes: bytes, number: number, isCut: isCut, isFull: isFull))
    }

    private mutating func keep(_ rest: ByteRun) {
        let room = Self.limit - carry.count
        if rest.count > room { isCut = true }
        carry.append(contentsOf: rest.upTo(room).buffer)
    }
}
