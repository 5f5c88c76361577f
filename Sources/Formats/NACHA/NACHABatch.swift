import Ledger

/// A batch: the entries that one company gives through one bank for one day.
struct NACHABatch {
    private(set) var statement: Statement
    var tally = NACHATally()
    private let entryClass: NACHAClass
    private let company: PaymentDetail.Party
    private let text: String?
    private let currency: Currency?
    private let valueDate: Day?
    /// As they stand in the header, to be found again in the control record and the entries.
    private let serviceClass: String?
    private let companyID: String?
    private let bank: [UInt8]
    private let number: Int64?

    private var lastTrace: Int64?
    private var account: [UInt8]?
    private var hasManyAccounts = false
    private var isContradictionTold = false

    var isAdvice: Bool { entryClass.layout == .advice }

    init(
        _ record: NACHARecord, modifier: String?, createdOn: Day?, _ log: inout NACHALog
    ) {
        entryClass = NACHAClass(record[51...53], indicator: record[5...20])
        if !entryClass.isKnown { log.note(.entryClassUnknown, record[51...53]) }
        serviceClass = record.text(2...4)
        if !["200", "220", "225", "280"].contains(serviceClass) {
            log.note(.serviceClass, record[2...4])
        }
        companyID = record.text(41...50)
        bank = Array(record.whole(80...87).buffer)
        number = record.number(88...94)
        let isInternational = entryClass.layout == .international
        company = .init(
            name: isInternational ? nil : record.text(5...20),
            bank: RoutingNumber.text(record[80...87]))
        currency = isInternational ? Currency(utf8: record[67...69].buffer) : nil
        text = Self.text(record, isInternational: isInternational)

        statement = Statement(account: "")
        let identity = [record.text(88...94), companyID].compactMap { $0 }
        statement.id = identity.isEmpty ? nil : identity.joined(separator: "/")
        statement.sequence = modifier
        statement.currency = .usd
        let effective = Self.effectiveDate(record[70...75], &log)
        valueDate = (effective ?? createdOn).flatMap {
            ShortDate.ordinal(record[76...78], near: $0)
        }
        statement.from = valueDate ?? effective
        statement.to = statement.from
    }

    /// The company's description, its own date and its discretionary data; of IAT the rate or the
    /// reference of the exchange.
    private static func text(_ record: NACHARecord, isInternational: Bool) -> String? {
        let fields = isInternational ? [54...63, 24...38] : [54...63, 64...69, 21...40]
        let words = fields.compactMap { record.text($0) }
        return words.isEmpty ? nil : words.joined(separator: "\n")
    }

    /// Blank or zeros in enrollments and returns.
    private static func effectiveDate(_ field: ByteRun, _ log: inout NACHALog) -> Day? {
        if field.isEmpty || field.equals("000000") { return nil }
        if field.count == 6, case .day(let day) = ShortDate.full(field) { return day }
        log.note(.dateUnreadable, field)
        return nil
    }

    /// Begins an entry. Nil where it cannot be trusted; the log says why.
    mutating func read(_ record: NACHARecord, _ log: inout NACHALog) -> NACHAEntry? {
        tally.records &+= 1
        let routing = record.whole(4...12)
        tally.add(hash: Int64(routing.upTo(8).count(below: 100_000_000) ?? 0))
        if RoutingNumber.checkDigit(routing) != routing[8] { log.note(.routingNumber, routing) }
        let transaction = NACHATransaction(record[2...3])
        if transaction == nil { log.note(.transactionUnknown, record[2...3]) }
        let columns = isAdvice ? 28...39 : 30...39
        let amount = record.number(columns)
        if amount == nil { log.note(.amountUnreadable, record.whole(columns)) }
        checkTrace(record, &log)
        guard let transaction, let amount else { return nil }

        tally.add(amount, isCredit: transaction.isCredit)
        if transaction.isPrenote, amount != 0 { log.note(.prenoteAmount, record[columns]) }
        checkService(transaction, record, &log)
        var entry = StatementEntry(
            amount: Amount(units: transaction.isCredit ? amount : -amount, decimals: 2))
        entry.currency = .usd
        entry.bookedOn = statement.from
        entry.valueDate = valueDate
        if transaction.isPrenote || amount == 0 { entry.status = .info }
        entry.code = "\(entryClass.code)/\(record[2...3].string)"
        entry.text = text
        entry.reversal = transaction.isReturn
        let next = NACHAEntry(
            entry, entryClass.layout, company, isCredit: transaction.isCredit, foreign: currency,
            record)
        see(account: record[NACHAEntry.account(entryClass.layout)])
        return next
    }

    private mutating func see(account next: ByteRun) {
        if hasManyAccounts { return }
        guard let account else {
            account = Array(next.buffer)
            statement.account = NACHARecord.text(next) ?? ""
            return
        }
        if !account.elementsEqual(next.buffer) {
            hasManyAccounts = true
            statement.account = ""
        }
    }

    /// The first eight digits are of the bank of the batch, the rest counts.
    private mutating func checkTrace(_ record: NACHARecord, _ log: inout NACHALog) {
        if isAdvice { return }
        if !bank.elementsEqual(record.whole(80...87).buffer) {
            log.note(.traceBank, record[80...94])
        }
        let trace = record.number(80...94)
        if let trace, let lastTrace, trace <= lastTrace { log.note(.traceOrder, record[80...94]) }
        if trace == nil { log.note(.traceOrder, record[80...94]) }
        lastTrace = trace ?? lastTrace
    }

    /// 220 has credits alone, 225 debits alone.
    private mutating func checkService(
        _ transaction: NACHATransaction, _ record: NACHARecord, _ log: inout NACHALog
    ) {
        guard serviceClass == (transaction.isCredit ? "225" : "220"), !isContradictionTold
        else { return }
        isContradictionTold = true
        log.note(.serviceClass, record[2...3], detail: serviceClass)
    }

    /// Holds the control record against the batch. Answers what it says.
    func check(_ record: NACHARecord, _ log: inout NACHALog) -> NACHATally? {
        if record.text(2...4) != serviceClass { log.note(.serviceClass, record[2...4]) }
        if !bank.elementsEqual(record.whole(80...87).buffer) {
            log.note(.controlDiffers, record[80...87])
        }
        if record.number(88...94) != number { log.note(.controlDiffers, record[88...94]) }
        // Many leave it blank in IAT, where the header has the originator instead.
        if !isAdvice, let company = record.text(45...54), company != companyID {
            log.note(.controlDiffers, record[45...54])
        }
        let told =
            isAdvice
            ? NACHATally(
                record, records: 5...10, hash: 11...20, debits: 21...40, credits: 41...60, &log)
            : NACHATally(
                record, records: 5...10, hash: 11...20, debits: 21...32, credits: 33...44, &log)
        if let told { NACHATally.check(said: told, found: tally, told: tally, &log) }
        return told
    }
}

extension ShortDate {
    /// Three digits, the day of the year (`034` is 3 February), in the year that brings it nearest
    /// to `day`; nil where that is no day.
    static func ordinal(_ field: ByteRun, near day: Day) -> Day? {
        guard field.count == 3, let number = field.count(below: 367), number > 0 else { return nil }
        let year = day.civil.year
        return [year, year - 1, year + 1].compactMap { candidate in
            let found = Day(year: candidate, month: 1, day: 1)?.adding(number - 1)
            return found?.civil.year == candidate ? found : nil
        }.min { abs($0 - day) < abs($1 - day) }
    }
}
