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
    /// Where it takes the place of an earlier one: the lines of that one.
    private var corrected: StoredLines?
    private var seen: [Int64: Int64] = [:]
    private var sum: Int128 = 0
    private var lines: Int64 = 0
    private var ordinal = 0
    private var atHand: NoticesAtHand
    /// Entries that are not booked yet.
    private var pending: NoticeTaker?

    init(
        _ context: ImportContext, _ plan: StatementPlan, index: Int, amounts: [Int64: Int]
    ) throws {
        self.context = context
        self.plan = plan
        session = try context.session(plan.account.entity)
        guard let entity = session.books.entities[plan.account.entity] else {
            throw Fault.other(code: "entity", reason: "account of an entity that is not there")
        }
        self.entity = entity
        path = "statement \(index + 1)"
        statement = session.books.fresh(entity.id)
        if case .corrects(let earlier) = plan.verdict, let id = earlier.id {
            corrected = try StoredLines(context.connection, of: id)
        }
        posts = plan.verdict == .new || plan.verdict == .overlaps || corrected != nil
        atHand = NoticesAtHand(
            posts
                ? try NoticeReader(context.connection).waiting(plan.account.number) : [],
            amounts: amounts)
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
        if plan.verdict == .new || corrected != nil { accept() }
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
        let place = "\(path), entry \(ordinal)"
        // Pending and informational entries are notices; only booked ones are money.
        if entry.status != .booked {
            if posts || plan.verdict == .interim, entry.status == .pending {
                try notice(entry, at: place)
            }
            return
        }
        context.rows += 1
        if let money = entry.amount.money(entry.currency ?? plan.account.currency) {
            context.total(money)
        }
        if !posts { return }
        let currency = entry.currency ?? plan.account.currency
        guard currency == plan.account.currency, let money = entry.amount.money(currency) else {
            context.note(
                .amountBeyondCurrency, at: place, value: "\(entry.amount) \(currency)",
                detail: plan.account.currency.code)
            return
        }
        if corrected?.takes(entry, money, plan.account.number) == true { return }
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

    private mutating func take(
        _ entry: StatementEntry, _ money: Money, _ rate: Rate, _ value: Money, _ print: Int64
    ) throws {
        let booked = entry.bookedOn ?? entry.valueDate ?? plan.head.to
        let isOwn = entry.details.contains { detail in
            guard let account = detail.payer?.account else { return false }
            return session.books.accounts[AccountNumber.normalised(account)] != nil
        }
        let refunds = RefundLines(session: session)
        let refunded = try refunds.match(entry, money, account: plan.account.number)
        let kind =
            refunded != nil
            ? .other
            : BankLineClass.classify(
                amount: money.minor, reversal: entry.reversal,
                returned: entry.details.contains { $0.returnReason != nil }, code: entry.code,
                text: entry.words, fromOwnAccount: isOwn)
        let line = BankLine(
            id: session.books.fresh(entity.id), statement: statement, entity: entity.id,
            account: plan.account.number, currency: money.currency, rate: rate,
            amount: money.minor, functional: value.minor, bookedOn: booked,
            valueDate: entry.valueDate ?? booked,
            postedOn: session.books.postingDay(booked, entity.id), kind: kind,
            bankReference: entry.bankReference, code: entry.code,
            text: entry.words.isEmpty ? nil : entry.words, fingerprint: print)
        session.take(.bankLineRecorded(line))
        if let refunded { try refunds.take(refunded, of: line) }
        let told = atHand.take(for: line.ofTie(plan.head.format))
        for notice in told.joined() { session.take(.noticeTied(notice.id, to: line.id)) }
        if kind == .returned {
            let item = ReturnedItem(line, entry, told: told.joined().flatMap(\.parts))
            try session.perform(OpenReturn(entity: entity.id, item))
        }
        if kind != .receipt { return }
        var parts = PartsOfEntry(entry, money, account: line.account).parts
        for notices in told {
            parts = NoticeTie.parts(parts, completedBy: notices, amount: money.minor)
        }
        for part in parts {
            try session.perform(RecordReceipt(part, of: line))
        }
    }

    private mutating func notice(_ entry: StatementEntry, at place: String) throws {
        var taker =
            try pending
            ?? NoticeTaker(
                context, plan.account, format: plan.head.format, batch: nil,
                fallback: plan.head.to)
        try taker.take(entry, at: place)
        pending = taker
    }

    /// What the corrected statement no longer has is taken back; where its money is used already,
    /// the file waits.
    private func correct(_ left: [BankLine]) throws {
        guard case .corrects(let earlier) = plan.verdict, let id = earlier.id else { return }
        try context.flush()
        let reader = NoticeReader(context.connection)
        for line in left {
            let receipts = try reader.receipts(of: line.id)
            for receipt in receipts { session.load(receipt) }
            do {
                let reverse = ReverseBankLine(
                    line: line, receipts: receipts.map(\.id), why: "corrected statement")
                try session.load(reverse.names)
                try session.perform(reverse)
                try RefundLines(session: session).takeBack(line, context.connection)
            } catch let refusal as Refusal {
                context.note(refusal, at: "\(path), line \(line.id.raw)")
            }
        }
        session.take(.statementWithdrawn(id))
    }

    /// Of an overlapping statement: what the account closed with before, and the new entries, must
    /// lead to its closing balance; a statement that brings nothing new leads nowhere else. Where a
    /// balance lacks, entries of two formats cannot be told to be the same or not.
    mutating func close() throws {
        defer { pending = nil }
        if let first = pending?.first { try NoticeTies(context, plan.account).run(from: first) }
        if let corrected { return try correct(corrected.left) }
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
