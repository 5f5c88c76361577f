import Ledger

/// `:60F:`, `:62F:` and their kin: mark, date, currency, amount — `C140829EUR147,64`.
enum MT940Balance {
    /// Nil where mark, currency or amount cannot be read; a bad date only leaves the date out.
    static func read(_ field: ByteRun, type: String? = nil) -> Statement.Balance? {
        let bytes = field.trimmed
        let debit: Bool
        switch bytes[0] {
        case UInt8(ascii: "C"): debit = false
        case UInt8(ascii: "D"): debit = true
        default: return nil
        }
        guard bytes.part(1, 7).isDigits, bytes.count > 10,
            let currency = Currency(utf8: bytes.part(7, 10).buffer),
            let amount = MT940Amount.read(bytes.from(10))?.amount
        else { return nil }
        return Statement.Balance(
            amount: debit ? -amount : amount, currency: currency,
            date: ShortDate.full(bytes.part(1, 7)).day, type: type)
    }

    /// `:34F:EURD1000,`: below this no line is reported; without a mark, of either side.
    static func floorLimit(_ field: ByteRun) -> Statement.Balance? {
        let bytes = field.trimmed
        guard let currency = Currency(utf8: bytes.upTo(3).buffer) else { return nil }
        let mark = bytes[3] == UInt8(ascii: "C") || bytes[3] == UInt8(ascii: "D") ? bytes[3] : nil
        guard let amount = MT940Amount.read(bytes.from(mark == nil ? 3 : 4))?.amount else {
            return nil
        }
        return Statement.Balance(
            amount: mark == UInt8(ascii: "D") ? -amount : amount, currency: currency,
            type: mark.map { String(UnicodeScalar($0)) })
    }
}

/// `:13D:2603021200+0100`: the moment at which the bank looked.
enum MT940Moment {
    /// The day there, and `2026-03-02T12:00+01:00`; the time and its zone where they are given.
    static func read(_ field: ByteRun) -> (day: Day, text: String)? {
        let bytes = field.trimmed
        guard let day = ShortDate.full(bytes).day else { return nil }
        if bytes.count == 6 { return (day, "\(day)") }
        guard bytes.count == 10 || bytes.count == 15, let hour = two(bytes, 6, below: 24),
            let minute = two(bytes, 8, below: 60)
        else { return nil }
        let text = "\(day)T\(hour):\(minute)"
        if bytes.count == 10 { return (day, text) }
        guard bytes[10] == UInt8(ascii: "+") || bytes[10] == UInt8(ascii: "-"),
            let hours = two(bytes, 11, below: 15), let minutes = two(bytes, 13, below: 60)
        else { return nil }
        return (day, text + bytes.part(10, 11).string + hours + ":" + minutes)
    }

    private static func two(_ bytes: ByteRun, _ at: Int, below limit: Int) -> String? {
        let digits = bytes.part(at, at + 2)
        guard digits.isDigits else { return nil }
        let number = Int(digits[0] &- 0x30) * 10 + Int(digits[1] &- 0x30)
        return number < limit ? digits.string : nil
    }
}

/// Amounts: digits and a decimal comma, which may stand last (`300,`) or be absent.
enum MT940Amount {
    /// How many bytes from the start belong to the amount.
    static func length(_ bytes: ByteRun) -> Int {
        var at = 0
        while bytes[at].isDigit || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ".")
        {
            at += 1
        }
        return at
    }

    /// A decimal point is taken only with exactly two digits behind it, and said (`point`):
    /// `1.000` could be one or a thousand.
    static func read(_ bytes: ByteRun) -> (amount: Amount, point: Bool)? {
        guard bytes[0].isDigit || bytes[0] == UInt8(ascii: ",") else { return nil }
        if let amount = Amount(utf8: bytes.buffer, point: UInt8(ascii: ",")) {
            return (amount, false)
        }
        guard bytes[bytes.count - 3] == UInt8(ascii: "."),
            let amount = Amount(utf8: bytes.buffer, point: UInt8(ascii: "."))
        else { return nil }
        return (amount, true)
    }
}
