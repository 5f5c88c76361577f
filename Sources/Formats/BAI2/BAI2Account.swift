import Ledger

/// One account of a group: its balances (record 03) and its transactions (16).
struct BAI2Account {
    private(set) var statement: Statement
    var tally = BAI2Tally()
    private let currency: Currency
    private let exponent: Int
    private let asOf: Day?
    private let isInterim: Bool

    init(id: String?, number: String, currency: Currency, asOf: Day?, isInterim: Bool) {
        statement = Statement(account: number)
        statement.id = id
        statement.currency = currency
        statement.from = asOf
        statement.to = asOf
        statement.isInterim = isInterim
        self.currency = currency
        exponent = currency.exponent
        self.asOf = asOf
        self.isInterim = isInterim
    }

    /// Type, amount, item count and funds type, again and again. Opening and closing ledger are the
    /// statement's; the rest only counts in the total.
    mutating func readSummary(_ fields: inout BAI2Fields, _ log: inout BAI2Log) {
        while !fields.isDone {
            let field = fields.next()
            // Some banks write one comma too many at the end of a line.
            if field.isEmpty { continue }
            let type = BAI2Type(field)
            if type == nil { log.note(.typeUnreadable, field) }
            let written = fields.next()
            let amount = read(written, &log)
            // The item count.
            _ = fields.next()
            _ = BAI2Funds(&fields, amount: amount, asOf: asOf, exponent: exponent, &log)
            guard let amount else { continue }
            tally.add(amount)
            let balance = Statement.Balance(
                amount: Amount(units: amount, decimals: exponent), currency: currency, date: asOf)
            switch type?.number {
            case BAI2Type.openingLedger:
                Self.settle(&statement.opening, balance, written, &log)
            case BAI2Type.closingLedger:
                Self.settle(&statement.closing, balance, written, &log)
            default: break
            }
        }
    }

    private static func settle(
        _ balance: inout Statement.Balance?, _ next: Statement.Balance, _ written: ByteRun,
        _ log: inout BAI2Log
    ) {
        if balance == nil {
            balance = next
        } else if balance != next {
            log.note(.balanceRepeated, written)
        }
    }

    /// The amount in the minor unit; nil where there is none, or none that can be read.
    private func read(_ field: ByteRun, _ log: inout BAI2Log) -> Int64? {
        if field.isEmpty { return nil }
        guard let amount = BAI2Amount(field, exponent: exponent) else {
            log.note(.amountUnreadable, field)
            return nil
        }
        if amount.hasPoint { log.note(.amountPoint, field) }
        return amount.minor
    }

    /// Type, amount, funds type, the bank's and the customer's reference, text. Nil where the entry
    /// cannot be trusted; the log says why.
    mutating func readTransaction(
        _ fields: inout BAI2Fields, _ scratch: inout [UInt8], _ log: inout BAI2Log
    ) -> StatementEntry? {
        let code = fields.next()
        let written = fields.next()
        let amount = read(written, &log)
        if let amount { tally.add(amount) }
        let funds = BAI2Funds(&fields, amount: amount, asOf: asOf, exponent: exponent, &log)
        let bankReference = fields.next()
        let customerReference = fields.next()
        guard let type = BAI2Type(code) else {
            log.note(.typeUnreadable, code)
            return nil
        }
        let direction = type.direction
        guard direction != .unknown || amount ?? 0 == 0 else {
            log.note(.directionUnknown, code)
            return nil
        }
        let moves = direction == .credit || direction == .debit
        if moves, amount == nil {
            if written.isEmpty { log.note(.amountUnreadable, written) }
            return nil
        }
        let minor = moves ? amount ?? 0 : 0
        if minor < 0 { log.note(.amountNegative, written) }
        var entry = StatementEntry(
            amount: Amount(units: direction == .debit ? -minor : minor, decimals: exponent))
        entry.currency = currency
        entry.bookedOn = asOf
        entry.valueDate = funds.valueDate
        entry.status = !moves ? .info : isInterim ? .pending : .booked
        entry.reversal = type.takesBack
        entry.bankReference = bankReference.text
        entry.customerReference = customerReference.text
        entry.code = code.string
        BAI2Text.complete(&entry, type, fields.rest, &scratch)
        if type.isCheck, customerReference.isDigits {
            var detail = entry.details.first ?? PaymentDetail()
            detail.checkNumber = entry.customerReference
            entry.details = [detail]
        }
        return entry
    }
}
