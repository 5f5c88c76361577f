import Ledger

/// `:61:`, one entry as the bank writes it: value date, entry date, mark, funds code, amount,
/// type, the customer's reference, `//` the bank's reference, and a second line of supplementary
/// details.
struct MT940Line {
    var entry: StatementEntry
    /// Supplementary details (subfield 9), inside the field that was read.
    var supplement: ByteRun
    /// Old Rabobank files put the other party's name behind 16 columns of its account.
    var name: ByteRun?

    /// Nil where the entry cannot be read; `report` has said why.
    static func read(
        _ field: ByteRun, currency: Currency?, report: (MT940Finding, ByteRun) -> Void
    ) -> MT940Line? {
        let end = field.index(of: 0x0A) ?? field.count
        let line = field.upTo(end)
        // Value date, then the entry date or blanks, up to the mark, which is the first letter.
        var at = 0
        while at < line.count, !line[at].isLetter { at += 1 }
        guard let mark = Mark.read(line.from(at)) else {
            report(.markMissing, line)
            return nil
        }
        let dates = line.upTo(at).trimmed
        let value = ShortDate.full(dates)
        if value.day == nil { report(.dateUnreadable, line) }
        if value.isFebruary { report(.februaryThirty, dates.upTo(6)) }
        let short = dates.from(6).trimmed
        var bookedOn: Day?
        if !short.isEmpty, let valueDate = value.day {
            let booked = short.count == 4 ? ShortDate.short(short, near: valueDate) : .none
            bookedOn = booked.day
            if booked.day == nil { report(.entryDate, dates) }
            if booked.isFebruary { report(.februaryThirty, short) }
        }

        at += mark.length
        let funds = line[at].isLetter ? line[at] : nil
        if funds != nil { at += 1 }
        let length = MT940Amount.length(line.from(at))
        guard let (amount, point) = MT940Amount.read(line.part(at, at + length)) else {
            report(.amountUnreadable, line.from(at))
            return nil
        }
        if let funds, let currency, funds != currency.code.utf8.last { report(.fundsCode, line) }
        if point { report(.amountPoint, line.part(at, at + length)) }
        at += length

        var read = MT940Line(
            entry: StatementEntry(amount: mark.negative ? -amount : amount),
            supplement: field.from(end + 1).trimmed)
        read.entry.currency = currency
        read.entry.valueDate = value.day
        read.entry.bookedOn = bookedOn
        read.entry.reversal = mark.reversal
        if mark.expected { read.entry.status = .pending }
        let type = line.part(at, at + 4)
        if isType(type) {
            read.entry.code = type.string
            at += 4
        } else {
            report(.typeOdd, line.from(at))
        }
        read.references(line.from(at))
        return read
    }

    private mutating func references(_ rest: ByteRun) {
        var customer = rest
        if let slashes = rest.index(of: "//") {
            customer = rest.upTo(slashes)
            entry.bankReference = Self.reference(rest.from(slashes + 2))
        } else if rest.count > 16, rest[15] == 0x20 {
            customer = rest.upTo(16)
            name = rest.from(16).trimmed
        }
        entry.customerReference = Self.reference(customer)
    }

    /// `NONREF` is none; `KREF+`, `EREF`, `MARF` and `PREF` only say that `:86:` has it.
    private static func reference(_ bytes: ByteRun) -> String? {
        let bytes = bytes.trimmed
        if bytes.equals("NONREF") || bytes.equals("KREF+") || bytes.equals("EREF")
            || bytes.equals("EREF+") || bytes.equals("MARF") || bytes.equals("PREF")
        {
            return nil
        }
        return bytes.text
    }

    private static func isType(_ bytes: ByteRun) -> Bool {
        guard bytes.count == 4 else { return false }
        switch bytes[0] {
        case UInt8(ascii: "N"), UInt8(ascii: "F"), UInt8(ascii: "S"):
            for at in 1..<4 where !bytes[at].isDigit && !bytes[at].isLetter { return false }
            return true
        default: return false
        }
    }

    /// C, D; RC and RD take one back; EC and ED (MT942) are expected.
    private struct Mark {
        var negative: Bool
        var reversal = false
        var expected = false
        var length = 1

        static func read(_ bytes: ByteRun) -> Mark? {
            switch (bytes[0], bytes[1]) {
            case (UInt8(ascii: "R"), UInt8(ascii: "C")):
                Mark(negative: true, reversal: true, length: 2)
            case (UInt8(ascii: "R"), UInt8(ascii: "D")):
                Mark(negative: false, reversal: true, length: 2)
            case (UInt8(ascii: "E"), UInt8(ascii: "C")):
                Mark(negative: false, expected: true, length: 2)
            case (UInt8(ascii: "E"), UInt8(ascii: "D")):
                Mark(negative: true, expected: true, length: 2)
            case (UInt8(ascii: "C"), _): Mark(negative: false)
            case (UInt8(ascii: "D"), _): Mark(negative: true)
            default: nil
            }
        }
    }
}
