import Ledger

/// Amounts: digits without a point, the last of them the decimals of the currency's minor unit.
struct BAI2Amount {
    /// In the minor unit of the currency.
    let minor: Int64
    /// Written with a decimal point, which BAI2 does not have.
    let hasPoint: Bool

    /// Nil where nothing or anything else stands there. A point is taken only before as many digits
    /// as the currency has decimals.
    init?(_ bytes: ByteRun, exponent: Int) {
        guard let last = bytes.buffer.last, last.isDigit,
            let amount = Amount(utf8: bytes.buffer)
        else { return nil }
        hasPoint = bytes.index(of: UInt8(ascii: ".")) != nil
        guard !hasPoint || Int(amount.decimals) == exponent else { return nil }
        minor = amount.units
    }
}

/// What the bank says of the sum and the records of an account, a group or a file, and what they
/// are. Sums are of the amounts as written: a debit counts like a credit.
struct BAI2Tally {
    /// Of what was read, and of what the trailers inside say; a trailer may agree with either, so
    /// that one that is wrong is told once.
    private var found: Int128 = 0
    private var told: Int128 = 0
    /// Physical records, continuations and trailers included.
    private(set) var records = 0
    /// Accounts of a group, groups of a file.
    private var parts = 0

    mutating func add(_ amount: Int64) {
        found &+= Int128(amount)
        told &+= Int128(amount)
    }

    mutating func count(_ lines: Int) { records &+= lines }

    /// Takes in a part that has ended, of which its trailer told `sum`.
    mutating func add(_ part: BAI2Tally, said sum: Int64?) {
        found &+= part.found
        told &+= sum.map { Int128($0) } ?? part.told
        parts &+= 1
    }

    /// Reads the trailer: sum, parts (where there are any), records. Answers the sum it told.
    func check(
        _ fields: inout BAI2Fields, hasParts: Bool, _ log: inout BAI2Log
    ) -> Int64? {
        let sum = fields.next()
        // A sum has no currency: where the bank writes a point, it has two decimals.
        let said = BAI2Amount(sum, exponent: 2)?.minor
        if said == nil, !sum.isEmpty { log.note(.totalsUnreadable, sum) }
        var holds = said != nil
        if let said, Int128(said) != found, Int128(said) != told {
            holds = false
            log.note(.totalsDiffer, sum, detail: "\(found) ≠ \(said)")
        }
        if hasParts, let (field, number) = Self.number(&fields, &log), number != parts {
            holds = false
            log.note(.totalsDiffer, field, detail: "\(parts) ≠ \(number)")
        }
        if let (field, number) = Self.number(&fields, &log), number != records {
            let kind: BAI2Finding = holds ? .recordsDiffer : .totalsDiffer
            log.note(kind, field, detail: "\(records) ≠ \(number)")
        }
        return said
    }

    private static func number(
        _ fields: inout BAI2Fields, _ log: inout BAI2Log
    ) -> (ByteRun, Int)? {
        let field = fields.next()
        if field.isEmpty { return nil }
        guard let number = field.count(below: .max) else {
            log.note(.totalsUnreadable, field)
            return nil
        }
        return (field, number)
    }
}
