import Ledger
import Receivables
import Store

/// Ties notices to the money that was posted before they came, and completes its receipts.
struct NoticeTies {
    private let context: ImportContext
    private let session: Session
    private let account: OwnAccount
    private let reader: NoticeReader

    init(_ context: ImportContext, _ account: OwnAccount) throws {
        self.context = context
        self.account = account
        session = try context.session(account.entity)
        reader = NoticeReader(context.connection)
    }

    /// The notices of the account from `first` on.
    func run(from first: Notice.ID) throws {
        try context.flush()
        let notices = try reader.waiting(account.number, from: first)
        let groups = NoticesAtHand.groups(notices)
        var lines: [Int64: [(line: BankLine, format: String, told: [String])]] = [:]
        for found in try reader.lines(account.number, amounts: NoticesAtHand.amounts(notices)) {
            lines[found.line.amount, default: []].append(found)
        }
        var used: Set<Notice.ID> = []
        var told: Set<BankLine.ID> = []
        let byAmount = Dictionary(grouping: groups, by: NoticesAtHand.sum)
        // What a reference tells goes before what only the amount tells.
        for wanted in [NoticeTie.Grade.reference, .amountAndDay] {
            for group in groups where !group.contains(where: { used.contains($0.id) }) {
                let amount = NoticesAtHand.sum(group)
                let fitting = (lines[amount] ?? []).filter {
                    !told.contains($0.line.id) && !$0.told.contains(group[0].format)
                        && NoticeTie.grade(group, $0.line.ofTie($0.format)) == wanted
                }
                guard let found = fitting.first else { continue }
                if wanted == .amountAndDay {
                    let rivals = (byAmount[amount] ?? []).filter {
                        !$0.contains { used.contains($0.id) }
                            && NoticeTie.grade($0, found.line.ofTie(found.format)) == wanted
                    }
                    if fitting.count > 1 || rivals.count > 1 { continue }
                }
                used.formUnion(group.map(\.id))
                told.insert(found.line.id)
                try tie(group, found.line)
            }
        }
    }

    private func tie(_ notices: [Notice], _ line: BankLine) throws {
        for notice in notices { session.take(.noticeTied(notice.id, to: line.id)) }
        if line.kind == .returned { try complete(line, by: notices) }
        if line.kind != .receipt { return }
        let receipts = try reader.receipts(of: line.id)
        for receipt in receipts { session.load(receipt) }
        let own = receipts.map { Notice.Part($0.amount, $0.source) }
        let parts = NoticeTie.parts(own, completedBy: notices, amount: line.amount)
        let why = "notice \(notices[0].format)"
        if receipts.count == 1 {
            try perform(BreakDownReceipt(receipt: receipts[0].id, parts: parts, why: why), line)
        } else if parts.count == receipts.count {
            for (receipt, part) in zip(receipts, parts) {
                try perform(
                    BreakDownReceipt(receipt: receipt.id, parts: [part], why: why), line)
            }
        }
    }

    /// What is told of a payment that came back helps to find the receipt it undoes.
    private func complete(_ line: BankLine, by notices: [Notice]) throws {
        var names = Names()
        names.caseNumbers = ["\(line.id.raw)"]
        try session.load(names)
        for (_, file) in session.books.cases {
            guard case .returned(var item) = file.content, item.line == line.id,
                item.state == .waiting
            else { continue }
            item.complete(by: notices.flatMap(\.parts))
            session.take(
                .caseChanged(file.changed(to: .returned(item)), [], on: context.desk.today))
        }
    }

    /// Money that is used already stays as it is: that is said, and the notice is tied anyway.
    private func perform(_ command: BreakDownReceipt, _ line: BankLine) throws {
        do {
            try session.perform(command)
        } catch let refusal as Refusal {
            context.note(
                .noticeNotBrokenDown, at: "\(line.account) \(line.bookedOn)",
                value: "\(Money(minor: line.amount, line.currency))", detail: refusal.en)
        }
    }
}

extension BankLine {
    func ofTie(_ format: String) -> NoticeTie.Line {
        NoticeTie.Line(
            amount: amount, bookedOn: bookedOn, bankReference: bankReference, format: format)
    }
}
