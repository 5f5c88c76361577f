import Ledger

/// `:60F:`, `:62F:` and their kin: mark, date, currency, amount — `C140829EUR147,64`.
enum MT940Balance {
    /// Nil where mark, currency or amount cannot be read; a bad date only leaves the date out.
    static func read(_ field: ByteRun) -> Statement.Balance? {
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
            date: ShortDate.full(bytes.part(1, 7)).day)
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
