import Formats
import Ledger
import Receivables
import Store

/// Imports a file of notices: what banks say of money beside their statements. Nothing is posted;
/// each entry waits for its line, or completes the money that a line has brought already.
struct NoticeImport {
    let context: ImportContext
    let file: InputFile
    let kind: StatementFormat
    let survey: StatementSurvey

    /// camt.052 and camt.054, MT942, lockboxes and ACH files speak of money that a statement brings
    /// too: posting them would double it.
    static func isNotice(_ format: String) -> Bool {
        ["camt.052", "camt.054", "MT942", "lockbox", "NACHA"].contains { format.hasPrefix($0) }
    }

    func run() throws {
        let accounts = try OwnAccounts(context.connection)
        var found: [OwnAccount] = []
        for (place, one) in survey.found.enumerated() {
            let path = "statement \(place + 1)"
            guard let account = accounts.find(one.statement) else {
                context.note(
                    .ownAccountUnknown, at: "\(path), account", value: one.statement.account)
                continue
            }
            if let currency = one.statement.currency, currency != account.currency {
                context.note(
                    .accountCurrencyDiffers, at: "\(path), currency", value: currency.code,
                    detail: account.currency.code)
            }
            found.append(account)
        }
        if context.failed { return }
        try take(found)
    }

    /// The second reading.
    private func take(_ accounts: [OwnAccount]) throws {
        var taker: NoticeTaker?
        var place = 0
        var ordinal = 0
        var firsts: [(OwnAccount, Notice.ID)] = []
        try file.statements(kind) { event in
            switch event {
            case .opened:
                let statement = survey.found[place].statement
                taker = try NoticeTaker(
                    context, accounts[place], format: survey.format, batch: statement.id,
                    fallback: survey.found[place].lastDay ?? statement.to ?? context.desk.today)
                ordinal = 0
                place += 1
            case .entry(let entry):
                ordinal += 1
                context.rows += 1
                try taker?.take(entry, at: "statement \(place), entry \(ordinal)")
                if ordinal % 10_000 == 0 { try context.flush() }
            case .closed:
                if let first = taker?.first { firsts.append((accounts[place - 1], first)) }
                taker = nil
            case .finding: break
            }
        }
        if context.failed { return }
        var done: Set<String> = []
        for (account, first) in firsts where done.insert(account.number).inserted {
            try NoticeTies(context, account).run(from: first)
        }
    }
}
