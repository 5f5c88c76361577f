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

    init(_ context: ImportContext, file: InputFile, kind: StatementFormat) {
        self.context = context
        self.file = file
        self.kind = kind
    }

    func run() throws -> String {
        let survey = try StatementSurvey(file, kind)
        for finding in survey.findings { context.note(finding) }
        // camt.052, camt.054, MT942 and a lockbox's checks speak of money that the day's statement
        // brings again: posting them too would double it.
        let notices = ["camt.052", "camt.054", "MT942", "lockbox"]
        if notices.contains(where: survey.format.hasPrefix) {
            context.note(.notAStatement, at: file.name, value: survey.format)
        }
        let accounts = Dictionary(
            uniqueKeysWithValues: try MasterReader(connection: context.connection).ownAccounts()
                .map { ($0.number, $0) })
        var plans: [StatementPlan] = []
        var accepted = AcceptedStatements(context.connection)
        for (place, found) in survey.found.enumerated() {
            let path = "statement \(place + 1)"
            guard let account = account(of: found.statement, in: accounts, path) else { continue }
            guard let head = head(found, account, survey.format, path) else { continue }
            let earlier = try accepted.of(account.number)
            let verdict = StatementChain.verdict(head, after: earlier)
            note(verdict, head, account, path)
            plans.append(StatementPlan(account: account, head: head, verdict: verdict))
            if verdict == .new || verdict == .overlaps { accepted.add(head, account.number) }
        }
        if context.failed || plans.count != survey.found.count {
            return survey.format
        }
        try post(plans)
        return survey.format
    }

    /// The second reading: the entries of each statement that is new.
    private func post(_ plans: [StatementPlan]) throws {
        var reader = kind.reader()
        var poster: StatementPoster?
        var place = 0
        var failure: (any Error)?
        let take = { (event: StatementEvent) in
            if failure != nil { return }
            do {
                switch event {
                case .opened:
                    poster = try StatementPoster(context, plans[place], index: place)
                    place += 1
                case .entry(let entry): try poster?.post(entry)
                case .closed:
                    poster?.close()
                    poster = nil
                case .finding: break
                }
            } catch {
                failure = error
            }
        }
        try file.read { piece in
            reader.feed(piece, emit: take)
            if let failure { throw failure }
        }
        reader.finish(emit: take)
        if let failure { throw failure }
    }

    /// Our account that the statement names: as it is written, behind the bank code, or without a
    /// currency suffix.
    private func account(
        of statement: Statement, in accounts: [String: OwnAccount], _ path: String
    ) -> OwnAccount? {
        let written = AccountNumber.normalised(statement.account)
        let tail = String(written.split(separator: "/").last ?? "")
        var candidates = [written, tail]
        for text in [written, tail] where text.utf8.count > 3 && Currency(text.suffix(3)) != nil {
            candidates.append(String(text.dropLast(3)))
        }
        guard let account = candidates.lazy.compactMap({ accounts[$0] }).first else {
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
        if opening == nil || closing == nil { context.note(.balancesMissing, at: path) }
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
        case .new, .overlaps, .known: break
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
