import Ledger
import Receivables

/// Writes the rows of events that are a document and nothing else: they change no item and no
/// receipt.
struct DocumentWriter {
    let connection: any Connection

    /// Whether the event has a row of its own here.
    static func writes(_ event: Event) -> Bool {
        switch event {
        case .entityOpened, .ownAccountRegistered, .rateRecorded, .holidayRecorded,
            .orderRecorded, .deliveryRecorded, .glBalanceRecorded, .fileImported,
            .invoiceLinesRecorded,
            .statementAccepted, .statementWithdrawn, .bankLineRecorded, .bankLineReversed,
            .noticeRecorded, .noticeTied, .noticeWithdrawn, .adviceRecorded, .adviceTied,
            .adviceWithdrawn, .importUndone, .recordWithdrawn, .periodClosed, .periodReopened,
            .researchNoted:
            true
        default: false
        }
    }

    func write(_ events: [Event], at moment: Int64) throws {
        var statements: [BankStatement] = []
        var lines: [BankLine] = []
        var notices: [Notice] = []
        var advices: [Advice] = []
        for event in events {
            switch event {
            case .statementAccepted(let statement): statements.append(statement)
            case .bankLineRecorded(let line): lines.append(line)
            case .noticeRecorded(let notice): notices.append(notice)
            case .adviceRecorded(let advice): advices.append(advice)
            default: break
            }
        }
        if !statements.isEmpty {
            try connection.load(into: StatementTable.name, columns: StatementTable.columns) { out in
                for statement in statements { try StatementTable.write(statement, out) }
            }
        }
        if !lines.isEmpty {
            try connection.load(into: BankLineTable.name, columns: BankLineTable.columns) { out in
                for line in lines { try BankLineTable.write(line, out) }
            }
        }
        try connection.insert(notices, NoticeTable.name, NoticeTable.columns) {
            (notice, out) throws(Fault) in try NoticeTable.write(notice, out)
        }
        try connection.insert(advices, AdviceTable.name, AdviceTable.columns) {
            (advice, out) throws(Fault) in try AdviceTable.write(advice, out)
        }
        // What changes a row comes after the row.
        for event in events { try write(event, at: moment) }
    }

    private func write(_ event: Event, at moment: Int64) throws {
        switch event {
        case .entityOpened(let entity): try entityOpened(entity)
        case .periodClosed(let entity, let day): try close(entity, day)
        case .periodReopened(let entity, let day): try close(entity, day.adding(-1))
        case .ownAccountRegistered(let account): try ownAccount(account)
        case .rateRecorded(let rate): try exchangeRate(rate)
        case .holidayRecorded(let holiday): try self.holiday(holiday)
        case .orderRecorded(let order): try salesOrder(order)
        case .deliveryRecorded(let delivery): try self.delivery(delivery)
        case .glBalanceRecorded(let balance): try glBalance(balance)
        case .invoiceLinesRecorded(_, let item, let lines): try invoiceLines(item, lines)
        case .researchNoted(let note): try ResearchWriter(connection: connection).write(note)
        case .recordWithdrawn(let record):
            try RecordRemoval(connection: connection).remove(record)
        case .fileImported, .importUndone, .statementWithdrawn, .bankLineReversed, .noticeTied,
            .noticeWithdrawn, .adviceTied, .adviceWithdrawn:
            try ImportWriter(connection: connection).write(event, at: moment)
        default: break
        }
    }

    private func entityOpened(_ entity: Entity) throws {
        try connection.run(
            """
            INSERT INTO entity (id, code, name, country, currency, closedThrough)
            VALUES ($1, $2, $3, $4, $5, NULL)
            """,
            [
                .int(entity.id.raw), .text(entity.code), .text(entity.name),
                .text(entity.country), .text(entity.currency.code),
            ])
    }

    private func close(_ entity: Entity.ID, _ through: Day) throws {
        try connection.run(
            "UPDATE entity SET closedThrough = $1 WHERE id = $2",
            [.int(Int64(through.number)), .int(entity.raw)])
    }

    private func ownAccount(_ account: OwnAccount) throws {
        try connection.run(
            """
            INSERT INTO ownAccount (number, entity, bank, currency, glAccount, aliases)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (number) DO UPDATE SET entity = excluded.entity, bank = excluded.bank,
                currency = excluded.currency, glAccount = excluded.glAccount,
                aliases = excluded.aliases
            """,
            [
                .text(account.number), .int(account.entity.raw), Value(account.bank),
                .text(account.currency.code), Value(account.glAccount),
                .text(account.aliases.joined(separator: "\n")),
            ])
    }

    private func exchangeRate(_ rate: ExchangeRate) throws {
        try connection.run(
            """
            INSERT INTO exchangeRate (fromCurrency, toCurrency, day, type, rate)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (fromCurrency, toCurrency, day, type) DO UPDATE SET rate = excluded.rate
            """,
            [
                .text(rate.from.code), .text(rate.to.code), .int(Int64(rate.day.number)),
                .text(rate.type), .text(rate.rate.description),
            ])
    }

    private func holiday(_ holiday: Holiday) throws {
        try connection.run(
            """
            INSERT INTO holiday (calendar, day, kind) VALUES ($1, $2, $3)
            ON CONFLICT (calendar, day) DO UPDATE SET kind = excluded.kind
            """,
            [
                .text(holiday.calendar), .int(Int64(holiday.day.number)),
                .text(holiday.kind.rawValue),
            ])
    }

    private func salesOrder(_ order: SalesOrder) throws {
        try connection.run(
            """
            INSERT INTO salesOrder (entity, number, customer, day, currency, amount, po, status)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (entity, number) DO UPDATE SET customer = excluded.customer,
                day = excluded.day, currency = excluded.currency, amount = excluded.amount,
                po = excluded.po, status = excluded.status
            """,
            [
                .int(order.entity.raw), .text(order.number), .int(order.customer.raw),
                .int(Int64(order.day.number)), .text(order.amount.currency.code),
                .int(order.amount.minor), Value(order.po), Value(order.status),
            ])
    }

    private func delivery(_ delivery: Delivery) throws {
        try connection.run(
            """
            INSERT INTO delivery (entity, number, orderNumber, day, amount)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (entity, number) DO UPDATE SET orderNumber = excluded.orderNumber,
                day = excluded.day, amount = excluded.amount
            """,
            [
                .int(delivery.entity.raw), .text(delivery.number), .text(delivery.order),
                .int(Int64(delivery.day.number)), Value(delivery.amount),
            ])
    }

    private func glBalance(_ balance: GLBalance) throws {
        try connection.run(
            """
            INSERT INTO glBalance (entity, account, day, currency, balance)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (entity, account, day, currency) DO UPDATE SET balance = excluded.balance
            """,
            [
                .int(balance.entity.raw), .text(balance.account), .int(Int64(balance.day.number)),
                .text(balance.balance.currency.code), .int(balance.balance.minor),
            ])
    }

    private func invoiceLines(_ item: OpenItem.ID, _ lines: [InvoiceLine]) throws {
        for line in lines {
            try connection.run(
                """
                INSERT INTO invoiceLine (item, line, article, description, quantity, unit, price,
                    net, taxCategory, taxRate)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                [
                    .int(item.raw), .text(line.line), Value(line.item), Value(line.description),
                    Value(line.quantity), Value(line.unit), Value(line.price), .int(line.net),
                    Value(line.taxCategory), Value(line.taxRate),
                ])
        }
    }
}
