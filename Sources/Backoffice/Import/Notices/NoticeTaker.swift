import Formats
import Ledger
import Receivables
import Store

/// Takes notices of one account into the books, each exactly once: two equal ones of one day are
/// told apart by how often they come.
struct NoticeTaker {
    private let context: ImportContext
    private let session: Session
    private let account: OwnAccount
    private let format: String
    private let batch: String?
    private let fallback: Day
    private let inBooks: [Int64: Int64]
    private var seen: [Int64: Int64] = [:]
    private(set) var first: Notice.ID?

    init(
        _ context: ImportContext, _ account: OwnAccount, format: String, batch: String?,
        fallback: Day
    ) throws {
        self.context = context
        self.account = account
        self.format = format
        self.batch = batch
        self.fallback = fallback
        session = try context.session(account.entity)
        // Earlier statements of the same file count too.
        try context.flush()
        inBooks = try NoticeReader(context.connection).counts(account.number)
    }

    mutating func take(_ entry: StatementEntry, at place: String) throws {
        let currency = entry.currency ?? account.currency
        guard currency == account.currency, let money = entry.amount.money(currency) else {
            context.note(
                .amountBeyondCurrency, at: place, value: "\(entry.amount) \(currency)",
                detail: account.currency.code)
            return
        }
        context.total(money)
        if money.isZero { return }
        let print = Fingerprint.of(
            entry, minor: money.minor, account: account.number, channel: format)
        seen[print, default: 0] += 1
        if seen[print, default: 0] <= inBooks[print, default: 0] { return }
        context.new += 1
        if context.failed { return }
        let notice = Notice(
            id: session.books.fresh(account.entity), entity: account.entity,
            account: account.number, currency: currency, amount: money.minor,
            day: entry.bookedOn ?? entry.valueDate ?? fallback, status: entry.status.ofNotice,
            format: format, batch: batch,
            bankReference: entry.bankReference ?? entry.onlyDetail?.bankReference,
            parts: PartsOfEntry(entry, money, account: account.number).parts, fingerprint: print)
        first = first ?? notice.id
        session.take(.noticeRecorded(notice))
        try refund(entry, money, on: notice.day)
    }
}

extension NoticeTaker {
    /// A refund of ours that its receiver's bank returns is owed again (domain.md §1.5: R23).
    private func refund(_ entry: StatementEntry, _ money: Money, on day: Day) throws {
        guard money.isPositive, entry.details.contains(where: { $0.returnReason != nil }) else {
            return
        }
        let refunds = RefundLines(session: session)
        if let match = try refunds.match(entry, money, account: account.number) {
            try refunds.take(match, on: day)
        }
    }
}

extension StatementEntry {
    fileprivate var onlyDetail: PaymentDetail? { details.count == 1 ? details[0] : nil }
}

extension StatementEntry.Status {
    fileprivate var ofNotice: Notice.Status {
        switch self {
        case .booked: .booked
        case .pending: .pending
        case .info: .information
        }
    }
}
