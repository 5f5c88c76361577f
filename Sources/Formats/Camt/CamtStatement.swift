import Ledger

/// The statement being read, and the totals it is checked against.
struct CamtStatement {
    var document = Statement(account: "")
    var line: UInt = 0
    var entries = 0
    /// Whether ``StatementEvent/opened(_:)`` has gone out.
    var announced = false
    var electronicSequence: String?
    var legalSequence: String?
    var opening: Statement.Balance?
    var previousClosing: Statement.Balance?
    var otherCurrency: Currency?
    var page = CamtPage()
    var proxy: String?
    var balance = CamtBalance()
    var footing = Footing()
    var totals = CamtControlTotals()
    /// Whether an entry had to be left out, so that sums say nothing.
    var isIncomplete = false
}

struct CamtBalance {
    var code: String?
    var amount: Amount?
    var unreadable = false
    var currency: Currency?
    var isDebit: Bool?
    var date: Day?
}

extension CamtDocument {
    mutating func openStatement() {
        statements += 1
        statement = CamtStatement()
        statement.line = line
    }

    mutating func takeStatement(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .statementId: statement.document.id = text.string
        case .electronicSequence: statement.electronicSequence = text.string
        case .legalSequence: statement.legalSequence = text.string
        case .from: statement.document.from = day(text)
        case .to: statement.document.to = day(text)
        case .account:
            if statement.document.account.isEmpty { statement.document.account = text.string ?? "" }
        case .accountProxy: statement.proxy = text.string
        case .accountCurrency: statement.document.currency = text.currency
        case .owner: statement.document.owner = text.string
        case .accountBank:
            if statement.document.bank == nil { statement.document.bank = text.string }
        case .relatedAccount:
            if statement.document.relatedAccount == nil {
                statement.document.relatedAccount = text.string
            }
        case .statementMadeAt: statement.document.madeAt = text.string
        case .statementText: statement.document.text = text.line
        case .page: statement.page.number = text.string
        case .isLast: statement.page.isLast = text.flag
        case .balanceCode: statement.balance.code = text.string
        case .balanceAmount:
            statement.balance.amount = amount(text)
            statement.balance.unreadable = statement.balance.amount == nil
            statement.balance.currency = currency
        case .balanceDirection: statement.balance.isDebit = isDebit(text)
        case .balanceDate: statement.balance.date = day(text)
        default: statement.totals.take(element, text)
        }
    }

    mutating func closeBalance() {
        let draft = statement.balance
        let isMain = draft.code == "OPBD" || draft.code == "PRCD" || draft.code == "CLBD"
        if !isMain { return closeOtherBalance() }
        if draft.unreadable { return }
        guard let amount = draft.amount else { return report(.amountMissing) }
        guard let isDebit = draft.isDebit else { return report(.directionMissing) }
        let balance = Statement.Balance(
            amount: isDebit ? -amount : amount, currency: draft.currency, date: draft.date)
        switch draft.code {
        case "OPBD": statement.opening = earlier(statement.opening, balance)
        case "PRCD": statement.previousClosing = earlier(statement.previousClosing, balance)
        default:
            // A statement over several days may bring a closing balance for each.
            guard let known = statement.document.closing else {
                statement.document.closing = balance
                return
            }
            if known.currency == balance.currency, let old = known.date, let new = balance.date,
                new > old
            {
                statement.document.closing = balance
            }
        }
    }

    /// Nothing hangs on it: what is not whole is left out.
    private mutating func closeOtherBalance() {
        let draft = statement.balance
        statement.otherCurrency = statement.otherCurrency ?? draft.currency
        guard let amount = draft.amount, let isDebit = draft.isDebit,
            hasRoom(statement.document.balances.count)
        else { return }
        statement.document.balances.append(
            Statement.Balance(
                amount: isDebit ? -amount : amount, currency: draft.currency, date: draft.date,
                type: draft.code))
    }

    /// Says that the statement begins, before its first entry: only then is the head complete.
    mutating func announce(entryIn currency: Currency? = nil) {
        guard !statement.announced else { return }
        statement.announced = true
        completeHead(entryIn: currency)
        if statement.document.account.isEmpty, let proxy = statement.proxy {
            statement.document.account = proxy
        }
        if statement.document.account.isEmpty {
            report(.accountMissing, at: "Acct", line: statement.line)
        }
        emit?(.opened(statement.document))
    }

    mutating func closeStatement() {
        announce()
        completeHead(entryIn: nil)
        let isPage = statement.page.isOneOfSeveral || header.page.isOneOfSeveral
        if !isPage, !statement.isIncomplete {
            for (path, detail) in statement.totals.differences() {
                report(.controlTotal, at: "TxsSummry/" + path, detail: detail)
            }
            for finding in statement.footing.check(statement.document, at: path("Bal")) {
                report(finding)
            }
        }
        emit?(.closed(statement.document))
    }

    private mutating func completeHead(entryIn entryCurrency: Currency?) {
        statement.document.sequence = statement.electronicSequence ?? statement.legalSequence
        statement.document.page = statement.page.page ?? header.page.page
        statement.document.opening = statement.opening ?? statement.previousClosing
        if statement.document.currency == nil {
            statement.document.currency =
                statement.document.opening?.currency ?? statement.document.closing?.currency
                ?? statement.otherCurrency ?? entryCurrency
        }
    }

    private func earlier(_ known: Statement.Balance?, _ balance: Statement.Balance)
        -> Statement.Balance
    {
        guard let known else { return balance }
        guard known.currency == balance.currency, let old = known.date, let new = balance.date
        else { return known }
        return new < old ? balance : known
    }

    mutating func day(_ text: XMLText) -> Day? {
        if let day = text.day { return day }
        report(.dateUnreadable, value: text.string)
        return nil
    }

    mutating func amount(_ text: XMLText) -> Amount? {
        if let amount = text.amount { return amount }
        report(.amountUnreadable, value: text.string)
        return nil
    }

    mutating func isDebit(_ text: XMLText) -> Bool? {
        if text.is("CRDT") { return false }
        if text.is("DBIT") { return true }
        return nil
    }
}
