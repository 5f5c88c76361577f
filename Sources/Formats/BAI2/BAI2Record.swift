import Ledger

/// The records of BAI2 by their codes.
enum BAI2Code {
    case fileHeader, groupHeader, account, transaction, continuation
    case accountTrailer, groupTrailer, fileTrailer
    /// Two digits that BAI2 does not have.
    case unknown

    /// Nil where the line does not begin as a record does.
    init?(_ line: ByteRun) {
        guard line[0].isDigit, line[1].isDigit else { return nil }
        guard line.count == 2 || line[2] == UInt8(ascii: ",") || line[2] == UInt8(ascii: "/")
        else { return nil }
        switch (line[0] &- 0x30) &* 10 &+ (line[1] &- 0x30) {
        case 1: self = .fileHeader
        case 2: self = .groupHeader
        case 3: self = .account
        case 16: self = .transaction
        case 49: self = .accountTrailer
        case 88: self = .continuation
        case 98: self = .groupTrailer
        case 99: self = .fileTrailer
        default: self = .unknown
        }
    }
}

/// The fields of one record, its continuations included, from the first to the last.
///
/// A continuation begins a new field, so that its mark parts fields as a comma does. Behind the
/// last field every further one is empty.
struct BAI2Fields {
    /// Where a continuation begins; inside a text, the end of a line.
    static let mark: UInt8 = 0x0A
    /// The same, where the line before was full: a word may go on.
    static let glue: UInt8 = 0x1F

    private let all: ByteRun
    private var at = 0

    init(_ record: ByteRun) { all = record }

    /// Whether there is no further field, not even an empty one.
    var isDone: Bool { at > all.count }

    mutating func next() -> ByteRun {
        var stop = at
        while stop < all.count {
            let byte = all[stop]
            if byte == UInt8(ascii: ",") || byte == Self.mark || byte == Self.glue { break }
            stop += 1
        }
        let field = all.part(at, stop)
        at = min(stop, all.count) + 1
        return field.trimmed
    }

    /// All that is left, whose commas are text.
    var rest: ByteRun { all.from(at) }
}

extension ByteRun {
    /// The number that the digits make; nil for none, for anything else, and from `limit` on.
    func count(below limit: Int) -> Int? {
        guard isDigits, count <= 18 else { return nil }
        var number = 0
        for byte in buffer { number = number * 10 + Int(byte &- 0x30) }
        return number < limit ? number : nil
    }

    /// The same letter, whatever its case.
    func isLetter(_ capital: UInt8) -> Bool { count == 1 && self[0] & 0xDF == capital }

    /// YYMMDD, or YYYYMMDD as some banks write it; nil where that is no day.
    var bai2Day: Day? {
        let isLong = count == 8 && (has("19") || has("20"))
        guard isLong || count == 6, case .day(let day) = ShortDate.full(isLong ? from(2) : self)
        else { return nil }
        return day
    }
}
