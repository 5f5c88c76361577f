import Ledger

/// One MT940 or MT942 as far as it has been read.
struct MT940Message {
    private(set) var statement = Statement(account: "")
    /// The line it begins in; 0 outside of any message.
    private(set) var line = 0
    var isOpen: Bool { line > 0 }
    /// Whether the statement has been said to begin.
    private(set) var begun = false
    private(set) var isInterim = false
    private(set) var hasClosing = false
    /// An entry that waits for its text.
    private(set) var entry: MT940Line?
    private var supplement: [UInt8] = []
    private var nameBytes: [UInt8]?
    /// Whether the last `:61:` could not be read.
    private(set) var entryLost = false

    private var debits = MT940Totals()
    private var credits = MT940Totals()
    private var bankDebits: MT940Totals?
    private var bankCredits: MT940Totals?
    private var hasReversals = false

    init() {}

    init(line: Int, interim: Bool) {
        self.line = line
        isInterim = interim
    }

    /// A field of MT942 alone; but some banks write `:34F:` or `:13D:` in statements, too.
    private mutating func noteInterim() {
        if statement.opening == nil { isInterim = true }
    }

    /// The statement begins: what stands before the first entry is known.
    mutating func begin() {
        begun = true
        settleAccount()
    }

    /// Takes a field other than `:61:` and `:86:`.
    mutating func take(
        _ tag: MT940Tag, _ bytes: ByteRun, isPage: Bool,
        report: (MT940Finding, ByteRun) -> Void
    ) {
        let firstLine = bytes.upTo(bytes.index(of: 0x0A) ?? bytes.count)
        switch tag {
        case .reference:
            if statement.id != nil { report(.fieldRepeated, bytes) }
            statement.id = firstLine.text
        case .account:
            if !statement.account.isEmpty {
                report(.fieldRepeated, bytes)
            } else {
                statement.account = firstLine.text ?? ""
            }
        case .number:
            if statement.sequence != nil { report(.fieldRepeated, bytes) }
            statement.sequence = firstLine.text
            if let slash = firstLine.index(of: UInt8(ascii: "/")),
                let number = firstLine.from(slash + 1).text
            {
                statement.page = Statement.Page(number: number)
            }
        case .opening, .closing: balance(tag, firstLine, isPage, report)
        case .dateTime:
            noteInterim()
            guard let moment = MT940Moment.read(firstLine) else {
                return report(.momentUnreadable, bytes)
            }
            statement.to = moment.day
            statement.madeAt = moment.text
        case .floorLimit:
            noteInterim()
            guard let limit = MT940Balance.floorLimit(firstLine) else {
                return report(.floorLimitUnreadable, bytes)
            }
            statement.currency = statement.currency ?? limit.currency
            guard statement.floorLimits.count < 2 else { return report(.fieldRepeated, bytes) }
            statement.floorLimits.append(limit)
        case .available, .forward: other(tag, firstLine, report)
        case .details: statement.text = bytes.text
        case .debitTotal, .creditTotal:
            noteInterim()
            if let bank = MT940Totals(firstLine) {
                if tag == .debitTotal { bankDebits = bank } else { bankCredits = bank }
            } else {
                report(.totalsUnreadable, bytes)
            }
        case .unknown: report(.tagUnknown, bytes)
        case .relatedReference, .line, .nonSwift, .type940, .type942: break
        }
    }

    /// `:64:`, what is available, and `:65:`, what will be, each with its day.
    private mutating func other(
        _ tag: MT940Tag, _ bytes: ByteRun, _ report: (MT940Finding, ByteRun) -> Void
    ) {
        guard let balance = MT940Balance.read(bytes, type: tag == .available ? "CLAV" : "FWAV")
        else { return report(.otherBalance, bytes) }
        // A bank foresees some days, not thousands.
        guard statement.balances.count < 1000 else { return report(.fieldRepeated, bytes) }
        statement.balances.append(balance)
    }

    private mutating func balance(
        _ tag: MT940Tag, _ bytes: ByteRun, _ isPage: Bool,
        _ report: (MT940Finding, ByteRun) -> Void
    ) {
        let earlier = tag == .opening ? statement.opening : statement.closing
        if earlier != nil { report(.fieldRepeated, bytes) }
        if tag == .closing { hasClosing = true }
        guard let balance = MT940Balance.read(bytes) else {
            report(.balanceUnreadable, bytes)
            return
        }
        if balance.date == nil { report(.balanceDate, bytes) }
        let known = (tag == .opening ? statement.closing : statement.opening)?.currency
        if let known, known != balance.currency { report(.currenciesDiffer, bytes) }
        if tag == .opening { statement.opening = balance } else { statement.closing = balance }
        statement.currency = statement.opening?.currency ?? balance.currency
        if tag == .closing { statement.page?.isLast = !isPage }
    }

    /// Many banks write the currency behind the account number (`1291.99.348EUR`); it is no part
    /// of it.
    private mutating func settleAccount() {
        var account = statement.account
        let (suffix, rest) = account.withUTF8 { buffer -> (Currency?, String?) in
            let bytes = ByteRun(buffer)
            let cut = bytes.count - 3
            let number = bytes.upTo(cut).trimmed
            guard let last = number.buffer.last, last.isDigit else { return (nil, nil) }
            return (Currency(utf8: bytes.from(cut).buffer), number.string)
        }
        guard let suffix, let rest, suffix == statement.currency else { return }
        statement.account = rest
    }

    mutating func hold(_ line: consuming MT940Line?) {
        entry = nil
        entryLost = line == nil
        guard var line else { return }
        // What the line points into is gone when its text arrives.
        supplement.removeAll(keepingCapacity: true)
        supplement.append(contentsOf: line.supplement.buffer)
        nameBytes = line.name.map { Array($0.buffer) }
        line.supplement = .empty
        line.name = nil
        count(line.entry)
        if isInterim { line.entry.status = .pending }
        entry = line
    }

    mutating func release(
        with details: ByteRun, _ scratch: inout MT940Scratch
    ) -> StatementEntry? {
        guard var line = entry.take() else { return nil }
        return supplement.withUnsafeBufferPointer { rest in
            (nameBytes ?? []).withUnsafeBufferPointer { name in
                line.supplement = ByteRun(rest)
                line.name = nameBytes == nil ? nil : ByteRun(name)
                MT940Details.complete(&line, with: details, scratch: &scratch)
                return line.entry
            }
        }
    }

    private mutating func count(_ entry: StatementEntry) {
        hasReversals = hasReversals || entry.reversal || entry.status == .pending && !isInterim
        if entry.amount.units < 0 { debits.add(-entry.amount) } else { credits.add(entry.amount) }
    }

    /// How the entries and the bank's own totals differ; nil where they agree, or where a reversal
    /// leaves open on which side the bank counts it.
    var totalsDifference: String? {
        if hasReversals { return nil }
        if let bankDebits, bankDebits != debits { return "\(debits) ≠ \(bankDebits) (:90D:)" }
        if let bankCredits, bankCredits != credits { return "\(credits) ≠ \(bankCredits) (:90C:)" }
        return nil
    }
}
