import Formats
import Ledger
import Receivables
import Store

/// Posts the entries of one accepted statement: receipts for customers' money, the rest to the
/// general ledger.
struct StatementPoster {
    private let context: ImportContext
    private let session: Session
    private let plan: StatementPlan
    private let entity: Entity
    private let path: String
    private var statement: BankStatement.ID
    private let posts: Bool
    /// In a statement that overlaps: how often each entry is in the books already.
    private var inBooks: EntryCounts?
    private var closedBefore: Int64?
    /// Whether the books have these days from another format, whose entries look different.
    private var isOfOtherFormat = false
    private var seen: [Int64: Int64] = [:]
    private var sum: Int128 = 0
    private var lines: Int64 = 0
    private var ordinal = 0

    init(_ context: ImportContext, _ plan: StatementPlan, index: Int) throws {
        self.context = context
        self.plan = plan
        session = try context.session(plan.account.entity)
        guard let entity = session.books.entities[plan.account.entity] else {
            throw Fault.other(code: "entity", reason: "account of an entity that is not there")
        }
        self.entity = entity
        path = "statement \(index + 1)"
        statement = session.books.fresh(entity.id)
        posts = plan.verdict == .new || plan.verdict == .overlaps
        if plan.verdict == .overlaps {
            // Earlier statements of the same file count too.
            try context.flush()
            inBooks = try EntryCounts(context.connection, account: plan.account.number)
            let earlier = try StatementReaderOfBooks(context.connection)
                .statements(of: plan.account.number)
            closedBefore = earlier.last?.closing
            let head = plan.head
            isOfOtherFormat = earlier.contains {
                $0.format != head.format && $0.from <= head.to && $0.to >= head.from
            }
        }
        // One that overlaps counts only from its first new entry: a shorter download after a longer
        // one is nothing.
        if plan.verdict == .new { accept() }
    }

    private var isAccepted = false

    private mutating func accept() {
        if isAccepted { return }
        isAccepted = true
        statement = session.books.fresh(entity.id)
        let head = plan.head
        session.take(
            .statementAccepted(
                BankStatement(
                    id: statement, entity: entity.id, account: plan.account.number,
                    currency: plan.account.currency, number: head.number, sequence: head.sequence,
                    from: head.from, to: head.to, opening: head.opening, closing: head.closing,
                    lines: head.lines, format: head.format)))
    }

    mutating func post(_ entry: StatementEntry) throws {
        ordinal += 1
        // Pending and informational entries are notices; only booked ones are money.
        if entry.status != .booked { return }
        context.rows += 1
        if !posts { return }
        let place = "\(path), entry \(ordinal)"
        let currency = entry.currency ?? plan.account.currency
        guard currency == plan.account.currency, let money = entry.amount.money(currency) else {
            context.note(
                .amountBeyondCurrency, at: place, value: "\(entry.amount) \(currency)",
                detail: plan.account.currency.code)
            return
        }
        let print = Fingerprint.of(entry, minor: money.minor, account: plan.account.number)
        if let inBooks {
            seen[print, default: 0] += 1
            if seen[print]! <= inBooks[print] { return }
        }
        sum += Int128(money.minor)
        if money.isZero { return }
        guard
            let rate = session.books.rates.rate(
                from: currency, to: entity.currency,
                on: entry.bookedOn ?? entry.valueDate ?? plan.head.to),
            let value = rate.convert(money, to: entity.currency)
        else {
            context.note(.rateMissing, at: place, value: "\(currency) to \(entity.currency)")
            return
        }
        context.new += 1
        if context.failed { return }
        accept()
        try take(entry, money, rate, value, print)
        lines += 1
        if lines % 10_000 == 0 { try context.flush() }
    }

    private func take(
        _ entry: StatementEntry, _ money: Money, _ rate: Rate, _ value: Money, _ print: Int64
    ) throws {
        let booked = entry.bookedOn ?? entry.valueDate ?? plan.head.to
        let own = entry.details.contains { detail in
            guard let account = detail.payer?.account else { return false }
            return session.books.accounts[AccountNumber.normalised(account)] != nil
        }
        let kind = BankLineClass.classify(
            amount: money.minor, reversal: entry.reversal,
            returned: entry.details.contains { $0.returnReason != nil }, code: entry.code,
            text: entry.words, fromOwnAccount: own)
        let line = BankLine(
            id: session.books.fresh(entity.id), statement: statement, entity: entity.id,
            account: plan.account.number, currency: money.currency, rate: rate,
            amount: money.minor, functional: value.minor, bookedOn: booked,
            valueDate: entry.valueDate ?? booked,
            postedOn: session.books.postingDay(booked, entity.id), kind: kind,
            bankReference: entry.bankReference, code: entry.code,
            text: entry.words.isEmpty ? nil : entry.words, fingerprint: print)
        session.take(.bankLineRecorded(line))
        if kind != .receipt { return }
        for command in ReceiptsOfEntry(entry, money, line).commands {
            try session.perform(command)
        }
    }

    /// Of an overlapping statement: what the account closed with before, and the new entries, must
    /// lead to its closing balance; a statement that brings nothing new leads nowhere else. Where a
    /// balance lacks, entries of two formats cannot be told to be the same or not.
    func close() {
        guard lines > 0, !context.failed else { return }
        guard let before = closedBefore, let closing = plan.head.closing else {
            if isOfOtherFormat {
                context.note(
                    .statementOverlapOpen, at: path, value: plan.head.format, detail: "no balance")
            }
            return
        }
        if Int128(before) + sum == Int128(closing) { return }
        let exponent = plan.account.currency.exponent
        let text = { (minor: Int128) in Decimals.text(minor, exponent: exponent, grouping: true) }
        context.note(
            .statementOverlapOpen, at: path, value: text(Int128(closing)),
            detail: "\(text(Int128(before))) + \(text(sum)) \(plan.account.currency)")
    }
}

extension StatementEntry {
    /// Everything the entry says in words, for classifying and for reading.
    var words: String {
        var parts: [String] = []
        if let text, !text.isEmpty { parts.append(text) }
        if parts.isEmpty { for detail in details { parts += detail.remittance } }
        return parts.joined(separator: "\n")
    }
}
