/// Cuts what is fed into records: lines ended by CRLF, LF or CR, or, where the first record is
/// followed by the next without a line end, runs of 94 columns.
///
/// Keeps only an unfinished record.
struct NACHALines {
    /// One record, inside a buffer that is gone afterwards.
    struct Line {
        let bytes: ByteRun
        let place: Place
        /// More than a record can be, the rest is lost.
        let isCut: Bool
    }

    struct Place: CustomStringConvertible {
        /// From 1; empty lines count.
        var number = 1
        /// In a file without line ends.
        var isInRun = false

        var description: String { "\(isInRun ? "record" : "line") \(number)" }
    }

    private enum Mode { case undecided, lines, runs }

    /// 94 characters of UTF-8.
    static let limit = 4 * NACHARecord.width

    private var mode = Mode.undecided
    private var number = 0
    private var carry: [UInt8] = []
    /// Of the carry, where a byte that continues a character of UTF-8 does not count.
    private var columns = 0
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
            if mode == .lines {
                rest = piece(rest, line)
            } else {
                step(rest[0], line)
                rest = rest.from(1)
            }
        }
    }

    /// Hands out the last record where the file does not end it.
    mutating func finish(line: (Line) -> Void) {
        if !carry.isEmpty { end(.empty, line) }
    }

    private mutating func piece(_ rest: ByteRun, _ line: (Line) -> Void) -> ByteRun {
        let feed = rest.index(of: 0x0A)
        guard let stop = rest.upTo(feed ?? rest.count).index(of: 0x0D) ?? feed else {
            keep(rest)
            return .empty
        }
        sawCR = rest[stop] == 0x0D
        end(rest.upTo(stop), line)
        return rest.from(stop + 1)
    }

    /// A byte of the first record, or of a file without line ends.
    private mutating func step(_ byte: UInt8, _ line: (Line) -> Void) {
        if byte == 0x0A || byte == 0x0D {
            sawCR = byte == 0x0D
            // Behind a whole record of a run a line end is nothing.
            if mode == .runs, carry.isEmpty { return }
            if !carry.isEmpty, mode == .undecided { mode = .lines }
            end(.empty, line)
            return
        }
        let isContinued = byte & 0xC0 == 0x80
        if columns == NACHARecord.width, !isContinued {
            // What pads a record to a longer one.
            if byte <= 0x20 { return }
            mode = .runs
            end(.empty, line)
        }
        // No record begins with a blank.
        if carry.isEmpty, byte <= 0x20 { return }
        if carry.count < Self.limit { carry.append(byte) }
        if !isContinued { columns += 1 }
        if carry == [0xEF, 0xBB, 0xBF] {
            carry.removeAll()
            columns = 0
        }
    }

    private mutating func end(_ rest: ByteRun, _ line: (Line) -> Void) {
        number += 1
        let place = Place(number: number, isInRun: mode == .runs)
        if carry.isEmpty {
            let isCut = Self.isCut(rest, behind: Self.limit)
            line(Line(bytes: rest.upTo(Self.limit), place: place, isCut: isCut))
            return
        }
        keep(rest)
        carry.withUnsafeBufferPointer {
            line(Line(bytes: ByteRun($0), place: place, isCut: isCut))
        }
        carry.removeAll(keepingCapacity: true)
        columns = 0
        isCut = false
    }

    private mutating func keep(_ rest: ByteRun) {
        let room = Self.limit - carry.count
        if Self.isCut(rest, behind: room) { isCut = true }
        carry.append(contentsOf: rest.upTo(room).buffer)
    }

    /// Whether more than blanks is behind what is kept.
    private static func isCut(_ rest: ByteRun, behind place: Int) -> Bool {
        rest.count > place && !rest.from(place).trimmed.isEmpty
    }
}
