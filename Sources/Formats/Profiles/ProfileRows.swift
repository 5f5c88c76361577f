import Ledger

/// Reads the rows below a header: entries, gathered under the account that each names.
struct ProfileRows {
    let cells: ProfileCells
    private let fixedAccount: String?
    private let fixedCurrency: Currency?
    private let month: Day?
    private var hasEnded = false

    /// The statement that is open, and the account and currency of its rows as they are written.
    private var statement: Statement?
    private var chain = BalanceChain()
    private var accountKey: [UInt8] = []
    private var currencyKey: [UInt8] = []
    private var currency: Currency?
    private var earlier: Set<String> = []
    private var statements = 0

    /// The last date and its day: most rows repeat it.
    private var dateKey: [UInt8] = []
    private var dateDay: Day?

    init(_ fit: ProfileFit, _ header: ProfileHeader, _ preamble: ProfilePreamble) {
        cells = ProfileCells(fit, names: header.names)
        let profile = fit.profile
        fixedAccount =
            profile.account.preamble.lazy.compactMap { preamble.value($0) }.first
            ?? profile.account.fixed
        let named = profile.currency.preamble.lazy.compactMap { preamble.value($0) }.first
        fixedCurrency =
            named.flatMap(Self.currency) ?? profile.currency.fixed.flatMap(Self.currency)
        month = preamble.month
    }

    private static func currency(_ text: String) -> Currency? {
        var text = text
        return text.withUTF8 { CellText.currency(ByteRun($0)) }
    }

    mutating func take(
        _ row: ProfileRow, _ log: inout ProfileLog,
        _ emit: (StatementEvent) -> Void
    ) {
        let part = cells.part(row)
        if part == .skipped { return }
        if hasEnded {
            lookBehind(row, &log, emit)
            return
        }
        if part == .end {
            hasEnded = true
            return
        }
        let date = cells.cell(.bookedOn, row)
        if cells.isHeader(row) { return }
        let status = cells.status(row)
        if case .outcome(.pass) = status { return }
        let moved: ProfileAmount
        switch ProfileAmount.read(row, cells) {
        case .pass: return
        case .wrong(let kind, let place):
            let value = place >= 0 ? row[place].text : nil
            log.say(kind, at: cells.place(row, place), value: value, emit)
            return
        case .amount(let amount): moved = amount
        }
        guard let day = day(date.text, isDate: row.isDate(date.place)) else {
            log.say(
                .dateUnreadable, at: cells.place(row, .bookedOn), value: date.text.text, emit)
            return
        }
        settle(row, &log, emit)
        var entry = StatementEntry(amount: moved.amount)
        entry.status = moved.status
        entry.reversal = moved.reversal
        entry.bookedOn = day
        entry.currency = currency
        apply(status, to: &entry, row, &log, emit)
        readValueDate(&entry, row, &log, emit)
        complete(&entry, row, &log, emit)
        chain(entry, row, &log, emit)
        emit(.entry(entry))
    }

    /// The statement that is open is at its end.
    mutating func finish(_ log: inout ProfileLog, _ emit: (StatementEvent) -> Void) {
        if statement == nil, statements == 0 {
            // A table of no rows is the statement of an account on which nothing moved.
            currency = fixedCurrency
            open(fixedAccount ?? "", emit)
        }
        close(&log, emit)
    }

    private mutating func day(_ text: ByteRun, isDate: Bool) -> Day? {
        if text.buffer.elementsEqual(dateKey) { return dateDay }
        dateDay = Self.day(text, cells.profile.dates, isDate: isDate, near: month)
        dateKey.removeAll(keepingCapacity: true)
        dateKey.append(contentsOf: text.buffer)
        return dateDay
    }

    private static func day(
        _ text: ByteRun, _ forms: [DateForm], isDate: Bool, near: Day?
    ) -> Day? {
        if isDate, let day = DateForm.iso?.day(text, near: nil) { return day }
        if let day = forms.lazy.compactMap({ $0.day(text, near: near) }).first { return day }
        guard let narrow = CellText.narrow(text) else { return nil }
        return narrow.withUnsafeBufferPointer { bytes in
            forms.lazy.compactMap { $0.day(ByteRun(bytes), near: near) }.first
        }
    }

    /// The account and the currency of the row.
    private mutating func settle(
        _ row: ProfileRow, _ log: inout ProfileLog, _ emit: (StatementEvent) -> Void
    ) {
        let account = cells.cell(.account, row)
        let code = cells.cell(.currency, row)
        if statement != nil, account.text.buffer.elementsEqual(accountKey),
            code.text.buffer.elementsEqual(currencyKey)
        {
            return
        }
        let known = code.text.isEmpty ? fixedCurrency : CellText.currency(code.text)
        if known == nil, !code.text.isEmpty {
            log.say(
                .currencyUnknown, at: cells.place(row, code.place), value: code.text.text, emit)
        }
        if row.isRounded(account.place) {
            log.say(
                .accountMangled, at: cells.place(row, account.place), value: account.text.text,
                emit)
        }
        let sameAccount = account.text.buffer.elementsEqual(accountKey)
        // Where there are balances each currency has its own.
        if statement == nil || !sameAccount || cells.has(.balance) && known != currency {
            close(&log, emit)
            currency = known
            let name = account.text.isEmpty ? fixedAccount ?? "" : account.text.string
            if name.isEmpty { log.say(.accountMissing, at: "row \(row.line)", emit) }
            let key = name + (cells.has(.balance) ? " " + (known?.code ?? "") : "")
            if !earlier.insert(key).inserted || earlier.count > 10_000 {
                log.say(.accountsMixed, at: "row \(row.line)", value: name, emit)
            }
            open(name, emit)
        }
        currency = known
        accountKey = Array(account.text.buffer)
        currencyKey = Array(code.text.buffer)
    }

    private mutating func open(_ account: String, _ emit: (StatementEvent) -> Void) {
        var opened = Statement(account: account)
        opened.currency = currency
        statement = opened
        statements += 1
        chain = BalanceChain()
        emit(.opened(opened))
    }

    private mutating func close(_ log: inout ProfileLog, _ emit: (StatementEvent) -> Void) {
        guard var closed = statement else { return }
        statement = nil
        if cells.has(.balance), cells.profile.checksBalances {
            switch chain.verdict(cells.profile.order) {
            case .none: break
            case .holds(let opening, let closing):
                closed.opening = Statement.Balance(amount: opening, currency: closed.currency)
                closed.closing = Statement.Balance(
                    amount: closing, currency: closed.currency, date: closed.to)
            case .breaks(let row):
                log.say(.balancesBreak, at: "row \(row)", value: closed.account, emit)
            }
        }
        emit(.closed(closed))
    }

    private func apply(
        _ status: ProfileCells.Answer, to entry: inout StatementEntry, _ row: ProfileRow,
        _ log: inout ProfileLog, _ emit: (StatementEvent) -> Void
    ) {
        switch status {
        case .unruled, .outcome(.booked), .outcome(.pass): break
        case .outcome(.pending): entry.status = .pending
        case .outcome: entry.status = .info
        case .unknown(let text, let place):
            if text.isEmpty { break }
            entry.status = .pending
            log.say(.statusUnknown, at: cells.place(row, place), value: text.text, emit)
        }
    }

    private func readValueDate(
        _ entry: inout StatementEntry, _ row: ProfileRow, _ log: inout ProfileLog,
        _ emit: (StatementEvent) -> Void
    ) {
        let (text, place) = cells.cell(.valueDate, row)
        if place < 0 { return }
        if text.buffer.elementsEqual(dateKey) {
            entry.valueDate = dateDay
            return
        }
        let isDate = row.isDate(place)
        entry.valueDate = Self.day(text, cells.profile.dates, isDate: isDate, near: month)
        if entry.valueDate == nil {
            log.say(.valueDate, at: cells.place(row, place), value: text.text, emit)
        }
    }

    private func complete(
        _ entry: inout StatementEntry, _ row: ProfileRow, _ log: inout ProfileLog,
        _ emit: (StatementEvent) -> Void
    ) {
        for place in ProfileEntry.complete(&entry, row, cells) {
            log.say(.numberMangled, at: cells.place(row, place), value: row[place].text, emit)
        }
        let (text, place) = cells.cell(.charge, row)
        if place < 0 { return }
        switch cells.amount(row, place) {
        case .none: return
        case .unreadable:
            log.say(.chargeUnreadable, at: cells.place(row, place), value: text.text, emit)
        case .amount(let amount, _):
            if amount.units == 0 { return }
            var detail = entry.details.first ?? PaymentDetail()
            detail.charges = [
                PaymentDetail.Charge(
                    amount: amount.units < 0 ? -amount : amount, currency: entry.currency,
                    bearer: nil)
            ]
            entry.details = [detail]
        }
    }

    /// The day into the statement, the balance into the chain.
    private mutating func chain(
        _ entry: StatementEntry, _ row: ProfileRow, _ log: inout ProfileLog,
        _ emit: (StatementEvent) -> Void
    ) {
        if let day = entry.bookedOn {
            let (from, to) = (statement?.from ?? day, statement?.to ?? day)
            statement?.from = min(from, day)
            statement?.to = max(to, day)
        }
        guard entry.status == .booked, cells.has(.balance) else { return }
        let (text, place) = cells.cell(.balance, row)
        var balance: Amount?
        if case .amount(let read, let mark) = cells.amount(row, place) {
            balance = mark == .debit ? -read : read
        } else if !text.isEmpty, cells.profile.checksBalances {
            log.say(.balanceUnreadable, at: cells.place(row, place), value: text.text, emit)
        }
        chain.add(entry.amount, balance: balance, on: entry.bookedOn, row: row.line)
    }

    /// Behind the end of the table a row that reads like an entry is not passed over in silence.
    private mutating func lookBehind(
        _ row: ProfileRow, _ log: inout ProfileLog, _ emit: (StatementEvent) -> Void
    ) {
        let date = cells.cell(.bookedOn, row)
        guard day(date.text, isDate: row.isDate(date.place)) != nil,
            case .amount = ProfileAmount.read(row, cells)
        else { return }
        log.say(.rowsAfterEnd, at: "row \(row.line)", value: date.text.text, emit)
    }
}
