import Ledger

/// Amounts (OFX 1.6 and 2.2, 3.2.9.1): a sign, digits, a decimal point or comma. Thousands are
/// against the standard, and read where they can be nothing else.
enum OFXAmount {
    enum Reading: Equatable {
        case amount(Amount)
        /// `1,234` and `1.234` could be one and a bit, or more than a thousand.
        case ambiguous
        case unreadable
    }

    /// `currency` decides `1.234`: it is a decimal where the currency has three of them.
    static func read(_ bytes: ByteRun, in currency: Currency?) -> Reading {
        let isSigned = bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+")
        let number = bytes.from(isSigned ? 1 : 0)
        guard number.count <= 32 else { return .unreadable }
        var marks: (points: Int, commas: Int, last: Int) = (0, 0, -1)
        for place in 0..<number.count {
            switch number[place] {
            case UInt8(ascii: "."): marks = (marks.points + 1, marks.commas, place)
            case UInt8(ascii: ","): marks = (marks.points, marks.commas + 1, place)
            case let byte where byte.isDigit: break
            default: return .unreadable
            }
        }
        let point: Int
        switch (marks.points, marks.commas) {
        case (0, 0): return amount(bytes, point: UInt8(ascii: "."))
        case (1, 0), (0, 1):
            if couldBeThousands(number, marks.last), currency?.exponent ?? 2 < 3 {
                return .ambiguous
            }
            return amount(bytes, point: number[marks.last])
        case (1, _) where number[marks.last] == UInt8(ascii: "."),
            (_, 1) where number[marks.last] == UInt8(ascii: ","):
            point = marks.last
        case (_, 0), (0, _): point = number.count
        default: return .unreadable
        }
        var digits = isSigned ? [bytes[0]] : []
        guard groups(number.upTo(point), into: &digits) else { return .unreadable }
        if point < number.count {
            digits.append(UInt8(ascii: "."))
            digits += number.from(point + 1).buffer
        }
        return digits.withUnsafeBufferPointer { amount(ByteRun($0), point: UInt8(ascii: ".")) }
    }

    private static func amount(_ bytes: ByteRun, point: UInt8) -> Reading {
        Amount(utf8: bytes.buffer, point: point).map { .amount($0) } ?? .unreadable
    }

    /// One to three digits that are no zero, a mark, three digits: `1,234`, but not `0.500`.
    private static func couldBeThousands(_ number: ByteRun, _ point: Int) -> Bool {
        number.count - point == 4 && (1...3).contains(point) && number[0] != UInt8(ascii: "0")
    }

    /// The digits before the decimal mark; false where marks between them are not three apart.
    private static func groups(_ whole: ByteRun, into digits: inout [UInt8]) -> Bool {
        var (run, seen, mark) = (0, false, UInt8(0))
        for byte in whole.buffer {
            if byte.isDigit {
                digits.append(byte)
                run += 1
                continue
            }
            guard seen ? run == 3 && byte == mark : (1...3).contains(run) else { return false }
            (run, seen, mark) = (0, true, byte)
        }
        return !seen || run == 3
    }
}

/// Currencies (OFX 1.6 and 2.2, 3.2.9.2): three letters of ISO 4217; some write them small.
enum OFXCurrency {
    static func read(_ bytes: ByteRun) -> Currency? {
        if let currency = Currency(utf8: bytes.buffer) { return currency }
        return Currency(utf8: bytes.buffer.map { $0.isLetter ? $0 & 0xDF : $0 })
    }
}

/// Dates (OFX 1.6 and 2.2, 3.2.8): `YYYYMMDD`, then perhaps `HHMM[SS[.sss]]` and a zone in square
/// brackets (`[-5:EST]`).
///
/// The day is the one that is written: the bank books in its own zone, which it may or may not say.
enum OFXDate {
    /// Nil where it is no date of the calendar, or something else follows.
    static func read(_ bytes: ByteRun) -> Day? {
        guard bytes.count >= 8, bytes.upTo(8).isDigits else { return nil }
        var at = 8
        while bytes[at].isDigit { at += 1 }
        guard at == 8 || at == 10 || at == 12 || at == 14 else { return nil }
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            while bytes[at].isDigit { at += 1 }
        }
        while bytes[at] == 0x20 { at += 1 }
        guard at == bytes.count || bytes[at] == UInt8(ascii: "[") else { return nil }
        return Day(
            year: number(bytes, 0, 4), month: number(bytes, 4, 6), day: number(bytes, 6, 8))
    }

    private static func number(_ bytes: ByteRun, _ from: Int, _ to: Int) -> Int {
        var value = 0
        for place in from..<to { value = value * 10 + Int(bytes[place] &- 0x30) }
        return value
    }
}
