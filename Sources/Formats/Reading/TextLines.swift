/// Cuts what is fed into lines, whichever of CRLF, LF and CR ends them, keeping only an unfinished
/// line.
struct TextLines {
    static let limit = 64 * 1024

    /// The number of the line that is handed out, from 1.
    private(set) var number = 0
    private var carry: [UInt8] = []
    private var cut = false
    /// After CR, an LF belongs to the same line end.
    private var sawCR = false

    /// Hands out each complete line, and whether it was cut at ``limit``.
    mutating func feed(_ bytes: UnsafeRawBufferPointer, line: (ByteRun, Int, Bool) -> Void) {
        let all = ByteRun(bytes.bindMemory(to: UInt8.self))
        var start = 0
        if sawCR, all.count > 0 {
            if all[0] == 0x0A { start = 1 }
            sawCR = false
        }
        // The next LF is looked for once, however many lines end in CR before it.
        var feed = all.index(of: 0x0A, after: start) ?? all.count
        while start < all.count {
            let stop = all.part(start, feed).index(of: 0x0D).map { start + $0 } ?? feed
            if stop == all.count {
                keep(all.part(start, stop))
                return
            }
            end(all.part(start, stop), line)
            start = stop + 1
            if stop < feed {
                if start == all.count { sawCR = true } else if start == feed { start += 1 }
            }
            if start > feed { feed = all.index(of: 0x0A, after: start) ?? all.count }
        }
    }

    /// Hands out the last line where the file does not end it.
    mutating func finish(line: (ByteRun, Int, Bool) -> Void) {
        if !carry.isEmpty { end(.empty, line) }
    }

    private mutating func end(_ rest: ByteRun, _ line: (ByteRun, Int, Bool) -> Void) {
        number += 1
        if carry.isEmpty {
            line(rest.upTo(Self.limit), number, rest.count > Self.limit)
            return
        }
        keep(rest)
        carry.withUnsafeBufferPointer { line(ByteRun($0), number, cut) }
        carry.removeAll(keepingCapacity: true)
        cut = false
    }

    private mutating func keep(_ rest: ByteRun) {
        let room = Self.limit - carry.count
        if rest.count > room { cut = true }
        carry.append(contentsOf: rest.upTo(room).buffer)
    }
}
