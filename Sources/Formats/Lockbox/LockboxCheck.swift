import Ledger

/// One check (record 6) and the overflow lines (record 4) that have come for it.
struct LockboxCheck {
    /// Batch and item, which its overflow lines name again.
    let key: UInt64
    /// Nil where the amount could not be read.
    let cents: Int64?
    private var entry: StatementEntry
    private var detail = PaymentDetail()

    private var sequence: Int?
    private var lines = 0
    private var isEnded = false
    /// As many as make the file wait: a check pays no more invoices.
    private static let mostLines = 10_000

    init(_ record: LockboxRecord, deposited: Day?, _ log: inout LockboxLog) {
        key = record.checkKey
        let written = record.number(at: 7, length: 10)
        if written == nil { log.note(.amountUnreadable, record.bytes.part(7, 17)) }
        cents = written.map { Int64($0) }
        entry = StatementEntry(amount: Amount(units: cents ?? 0, decimals: 2))
        entry.currency = .usd
        entry.bookedOn = deposited
        entry.code = "LOCKBOX"
        entry.bankReference = record.batch.string + "/" + record.item.string
        readCheck(record.bytes, deposited, &log)
        readNames(record.bytes)
    }

    /// Transit routing, account, number and date of the check.
    private mutating func readCheck(
        _ bytes: ByteRun, _ deposited: Day?, _ log: inout LockboxLog
    ) {
        let routing = Self.micr(bytes.part(17, 26), &log)
        let account = Self.micr(bytes.part(26, 36), &log)
        let number = Self.micr(bytes.part(36, 46), &log)
        detail.checkNumber = number.map { Self.withoutPadding($0).string }
        if let routing, !routing.isRoutingNumber {
            // An account of nobody knows which bank is no evidence of the payer.
            log.note(.routingInvalid, routing)
        } else if routing != nil || account != nil {
            detail.payer = PaymentDetail.Party(account: account?.string, bank: routing?.string)
        }
        let date = bytes.part(46, 52).trimmed
        if date.isZeros { return }
        detail.checkDate = LockboxDate.nearest(date, to: deposited)
        if detail.checkDate == nil { log.note(.checkDate, date) }
    }

    /// A number of the check's magnetic ink; nil for zeros and blanks, and for one with a sign that
    /// could not be read.
    private static func micr(_ field: ByteRun, _ log: inout LockboxLog) -> ByteRun? {
        let number = field.trimmed
        if number.isZeros { return nil }
        for byte in number.buffer where !byte.isDigit && byte != UInt8(ascii: "-") {
            log.note(.micrUnreadable, number)
            return nil
        }
        return number
    }

    private static func withoutPadding(_ number: ByteRun) -> ByteRun {
        var zeros = 0
        while number[zeros] == UInt8(ascii: "0") { zeros += 1 }
        return number.from(zeros)
    }

    /// Remitter (30) and payee (20). What has no letter names nobody: some banks put invoice
    /// numbers here.
    private mutating func readNames(_ bytes: ByteRun) {
        let rest = bytes.from(52)
        if rest.isEmpty { return }
        guard rest.hasLetter else {
            if let words = rest.words { detail.remittance.append(words) }
            return
        }
        if let name = LockboxRecord.words(rest.upTo(30)) {
            var payer = detail.payer ?? PaymentDetail.Party()
            payer.name = name
            detail.payer = payer
        }
        if let name = LockboxRecord.words(rest.part(30, 50)) {
            detail.payee = PaymentDetail.Party(name: name)
        }
    }

    /// Type of overflow, sequence, whether it is the last, and what the remitter says.
    mutating func add(_ record: LockboxRecord, _ log: inout LockboxLog) {
        let bytes = record.bytes
        let type = bytes[7]
        if type != UInt8(ascii: "6"), type != UInt8(ascii: "4") {
            log.note(.overflowType, bytes.part(7, 8))
        }
        let next = record.number(at: 8, length: 2)
        let last = bytes[10]
        if isEnded || !follows(next) || last != UInt8(ascii: "0") && last != UInt8(ascii: "9") {
            log.note(.overflowOrder, bytes.part(7, 11))
        }
        sequence = next
        isEnded = last == UInt8(ascii: "9")
        lines += 1
        guard lines <= Self.mostLines else {
            if lines == Self.mostLines + 1 { log.note(.overflowTooLong) }
            return
        }
        let said = bytes.from(11)
        if let documents = LockboxOverlay.documents(said, of: cents ?? 0) {
            detail.documents += documents
        } else if let words = LockboxRecord.words(said) {
            detail.remittance.append(words)
        }
    }

    /// From 1 (some banks begin with 0), and behind 99 from there again.
    private func follows(_ next: Int?) -> Bool {
        guard let next else { return false }
        guard let sequence, sequence < 99 else { return next <= 1 }
        return next == sequence + 1
    }

    /// The entry, now complete; nil where its amount could not be read.
    func finish(_ log: inout LockboxLog) -> StatementEntry? {
        if lines > 0, !isEnded { log.note(.overflowOrder) }
        if cents == nil { return nil }
        var entry = entry
        entry.details = [detail]
        return entry
    }
}
