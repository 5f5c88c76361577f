import Formats
import Ledger
import Receivables
import Store

/// Records our own accounts, exchange rates, holidays, and the general ledger's balances.
struct MasterImport {
    let context: ImportContext

    init(_ context: ImportContext) { self.context = context }

    func put(_ rows: [ExtractRow]) throws {
        for row in rows {
            switch row {
            case .bankAccount(let row): try put(row)
            case .rate(let row): try put(row)
            case .balance(let row): try put(row)
            case .holiday(let row): try put(row)
            default: break
            }
        }
    }

    private func put(_ row: BankAccountRow) throws {
        guard let entity = context.entity(row.entity, at: "row \(row.line), entity") else { return }
        let session = try context.session(entity.id)
        var account = OwnAccount(
            entity: entity.id, number: AccountNumber.normalised(row.account), bank: row.bank,
            currency: row.currency, glAccount: row.glAccount)
        account.aliases = row.aliases
        let known = session.books.accounts[account.number]
        if let known, known.entity != account.entity {
            context.note(
                .accountOfOtherEntity, at: "row \(row.line), account", value: row.account)
            return
        }
        if known == account { return }
        context.new += 1
        if !context.failed { session.take(.ownAccountRegistered(account)) }
    }

    private func put(_ row: RateRow) throws {
        let session = context.whole
        let rate = ExchangeRate(
            from: row.from, to: row.to, day: row.date, rate: row.rate, type: row.type ?? "spot")
        var known: Rate?
        try context.connection.rows(
            """
            SELECT rate FROM exchangeRate
            WHERE fromCurrency = $1 AND toCurrency = $2 AND day = $3 AND type = $4
            """,
            [
                .text(rate.from.code), .text(rate.to.code), .int(Int64(rate.day.number)),
                .text(rate.type),
            ]
        ) { row in known = Rate(row.text(0)) }
        if let known {
            if known != rate.rate {
                context.note(
                    .rateDiffers, at: "row \(row.line), rate", value: "\(row.rate)",
                    detail: "\(known)")
            }
            return
        }
        context.new += 1
        if !context.failed { session.take(.rateRecorded(rate)) }
    }

    /// A list that is published anew may say otherwise of a day: the last word counts.
    private func put(_ row: HolidayRow) throws {
        let known = try context.connection.int(
            "SELECT 1 FROM holiday WHERE calendar = $1 AND day = $2 AND kind = $3",
            [.text(row.calendar), .int(Int64(row.date.number)), .text(row.kind.rawValue)])
        if known != nil { return }
        context.new += 1
        if context.failed { return }
        context.whole.take(
            .holidayRecorded(Holiday(calendar: row.calendar, day: row.date, kind: row.kind)))
    }

    private func put(_ row: BalanceRow) throws {
        guard let entity = context.entity(row.entity, at: "row \(row.line), entity") else { return }
        let session = try context.session(entity.id)
        let known = try context.connection.int(
            """
            SELECT balance FROM glBalance
            WHERE entity = $1 AND account = $2 AND day = $3 AND currency = $4
            """,
            [
                .int(entity.id.raw), .text(row.account), .int(Int64(row.date.number)),
                .text(row.balance.currency.code),
            ])
        if known == row.balance.minor { return }
        context.new += 1
        if context.failed { return }
        session.take(
            .glBalanceRecorded(
                GLBalance(
                    entity: entity.id, account: row.account, day: row.date, balance: row.balance)))
    }
}
