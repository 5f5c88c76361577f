import Formats
import Ledger
import Receivables
import Store

/// Imports one bank file: each statement is held against those of its account, then its lines are
/// posted, each exactly once (invariant I7).
struct StatementImport {
    let context: ImportContext
    let file: InputFile
    let kind: StatementFormat
    /// Whether a person has decided that a statement that differs takes the place of the earlier.
    let accepting: Bool

    init(_ context: ImportContext, file: InputFile, kind: StatementFormat, accepting: Bool) {
        self.context = context
        self.file = file
        self.kind = kind
        self.accepting = accepting
    }

    func run() throws -> String {
        let waiting = try WaitingAmounts(context.connection)
        let survey = try StatementSurvey(file, kind, counting: waiting.amounts)
        for finding in survey.findings { context.note(finding) }
        if NoticeImport.isNotice(survey.format) {
            try NoticeImport(context: context, file: file, kind: kind, survey: survey).run()
            return survey.format
        }
        let accounts = try OwnAccounts(context.connection)
        var plans: [StatementPlan] = []
        var accepted = AcceptedStatements(context.connection)
        for (place, found) in survey.found.enumerated() {
            let path = "statement \(place + 1)"
            guard let account = account(of: found.statement, in: accounts, path) else { continue }
            guard let head = head(found, account, survey.format, path) else { continue }
            let earlier = try accepted.of(account.number)
            var verdict =
                found.statement.isInterim
                ? .interim : StatementChain.verdict(head, after: earlier)
            if case .differs(let other) = verdict {
                if accepting {
                    verdict = .corrects(other)
                } else {
                    try StatementDifference(context, file, kind)
                        .note(place, account, other, at: path)
                }
            }
            note(verdict, head, account, path)
            plans.append(StatementPlan(account: account, head: head, verdict: verdict))
            if verdict == .new || verdict == .overlaps { accepted.add(head, account.number) }
        }
        if context.failed || plans.count != survey.found.count {
            return survey.format
        }
        try post(plans, survey)
        return survey.format
    }

    /// The second reading: the entries of each statement that is new.
    private func post(_ plans: [StatementPlan], _ survey: StatementSurvey) throws {
        var poster: StatementPoster?
        var place = 0
        try file.statements(kind) { event in
            switch event {
            case .opened:
                poster = try StatementPoster(
                    context, plans[place], index: place, amounts: survey.found[place].amounts)
                place += 1
            case .entry(let entry): try poster?.post(entry)
            case .closed:
                try poster?.close()
                poster = nil
            case .finding: break
            }
        }
    }

    private func account(
        of statement: Statement, in accounts: OwnAccounts, _ path: String
    ) -> OwnAccount? {
        guard let account = accounts.find(statement) else {
            context.note(.ownAccountUnknown, at: "\(path), account", value: statement.account)
            return nil
        }
        if let currency = statement.currency, currency != account.currency {
            context.note(
                .accountCurrencyDiffers, at: "\(path), currency", value: currency.code,
                detail: account.currency.code)
            return nil
        }
        return account
    }

    private func head(
        _ found: StatementSurvey.Found, _ account: OwnAccount, _ format: String, _ path: String
    ) -> StatementChain.Head? {
        let statement = found.statement
        let balance = { (balance: Statement.Balance?) -> Int64? in
            guard let balance, balance.currency ?? account.currency == account.currency else {
                return nil
            }
            return balance.amount.money(account.currency)?.minor
        }
        guard let to = statement.to ?? statement.closing?.date ?? found.lastDay else {
            context.note(.bookingDateMissing, at: path)
            return nil
        }
        let from = statement.from ?? found.firstDay ?? statement.opening?.date ?? to
        let (opening, closing) = (balance(statement.opening), balance(statement.closing))
        if opening == nil || closing == nil, !statement.isInterim {
            context.note(.balancesMissing, at: path)
        }
        return StatementChain.Head(
            number: statement.id, sequence: statement.sequence, from: min(from, to), to: to,
            opening: opening, closing: closing, lines: found.booked, format: format)
    }

    private func note(
        _ verdict: StatementChain.Verdict, _ head: StatementChain.Head, _ account: OwnAccount,
        _ path: String
    ) {
        let money = { (minor: Int64?) in
            minor.map { Money(minor: $0, account.currency).description } ?? "–"
        }
        switch verdict {
        case .new, .overlaps, .known, .corrects, .interim: break
        case .corroborates:
            context.note(.statementCorroborates, at: path, value: "\(head.to)")
        case .gap(let closing, let day):
            context.note(
                .statementGap, at: path, value: money(head.opening),
                detail: "\(account.number): \(money(closing)) on \(day)")
        case .differs(let earlier):
            context.note(
                .statementDiffers, at: path, value: head.number ?? head.sequence,
                detail: "\(earlier.lines) → \(head.lines) lines, \(money(earlier.opening)) → "
                    + "\(money(head.opening)), \(money(earlier.closing)) → \(money(head.closing))")
        }
    }
}

/// What is to be done with one statement of a file.
struct StatementPlan {
    let account: OwnAccount
    let head: StatementChain.Head
    let verdict: StatementChain.Verdict
}

/// The statements of each account that count, in the order of their days, with those of this file.
struct AcceptedStatements {
    private let connection: any Connection
    private var heads: [String: [StatementChain.Head]] = [:]

    init(_ connection: any Connection) { self.connection = connection }

    mutating func of(_ account: String) throws -> [StatementChain.Head] {
        if let known = heads[account] { return known }
        let read = try StatementReaderOfBooks(connection).statements(of: account)
        heads[account] = read.map { StatementChain.Head($0) }
        return heads[account] ?? []
    }

    mutating func add(_ head: StatementChain.Head, _ account: String) {
        var list = heads[account] ?? []
        let at = list.firstIndex { $0.to > head.to } ?? list.endIndex
        list.insert(head, at: at)
        heads[account] = list
    }
}
