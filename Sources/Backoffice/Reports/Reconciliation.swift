import Ledger
import Receivables
import Store

/// Does the subledger tie out: items and receipts to their control accounts (invariant I2), the
/// bank to its statements, receipts to statement lines (I7), and the general ledger where its
/// balances were given.
public struct Reconciliation {
    public struct Check: Sendable {
        public let entity: String
        public let name: String
        public let nameZh: String
        public let currency: Currency
        public let subledger: Int64
        public let ledger: Int64

        public var difference: Int64 { subledger - ledger }
    }

    public let asOf: Day

    public init(asOf: Day) { self.asOf = asOf }

    public func checks(_ connection: any Connection) throws -> [Check] {
        var checks: [Check] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            let balances = try Balances(connection, entity.id, asOf: asOf)
            checks += try controls(connection, entity, balances)
            checks += try bank(connection, entity)
            checks += try lines(connection, entity)
            checks += try generalLedger(connection, entity, balances)
        }
        return checks
    }

    public func table(_ connection: any Connection) throws -> Table {
        var table = Table(
            "Reconciliation as of \(asOf)",
            [
                Table.Column("entity"), Table.Column("check"), Table.Column("currency"),
                Table.Column("subledger", number: true), Table.Column("ledger", number: true),
                Table.Column("difference", number: true),
            ])
        let checks = try checks(connection)
        for check in checks {
            table.rows.append([
                .text(check.entity), .text(check.name), .text(check.currency.code),
                .money(Money(minor: check.subledger, check.currency)),
                .money(Money(minor: check.ledger, check.currency)),
                .money(Money(minor: check.difference, check.currency)),
            ])
        }
        let off = checks.filter { $0.difference != 0 }.count
        table.notes = [
            off == 0
                ? "Everything ties: \(checks.count) checks, no difference."
                : "\(off) of \(checks.count) checks do not tie."
        ]
        return table
    }

    /// Open items and the money of receipts, held against the accounts that control them.
    private func controls(
        _ connection: any Connection, _ entity: Entity, _ balances: Balances
    ) throws -> [Check] {
        let items = try ItemPosition(connection, entity.id, asOf: asOf)
        let receipts = try ReceiptPosition(connection, entity.id, asOf: asOf)
        var checks: [Check] = []
        let add = {
            (account: Account, en: String, zh: String, sums: [Currency: Int64], sign: Int64) in
            let currencies = Set(sums.keys).union(balances.currencies(of: account)).sorted()
            for currency in currencies {
                checks.append(
                    Check(
                        entity: entity.code, name: "\(en) = \(account.code)",
                        nameZh: "\(zh) = \(account.code)", currency: currency,
                        subledger: sums[currency] ?? 0,
                        ledger: sign * balances.amount(account, currency)))
            }
        }
        add(.receivables, "open items", "未清项", items.receivables, 1)
        add(.deductions, "deductions", "扣款争议", items.deductions, 1)
        add(.unapplied, "unapplied cash", "未核销收款", receipts.unapplied, -1)
        add(.onAccount, "on account", "客户挂账", receipts.onAccount, -1)
        add(.unidentified, "unidentified receipts", "待认领款项", receipts.unidentified, -1)
        return checks
    }

    /// What was posted to each own account, held against what its statements say moved.
    private func bank(_ connection: any Connection, _ entity: Entity) throws -> [Check] {
        var checks: [Check] = []
        for account in try MasterReader(connection: connection).ownAccounts()
        where account.entity == entity.id {
            let statements = try StatementReaderOfBooks(connection).statements(of: account.number)
                .filter { $0.to <= asOf }
            guard let opening = statements.first?.opening,
                let closing = statements.last?.closing
            else { continue }
            let posted = try connection.int(
                """
                SELECT CAST(SUM(amount) AS BIGINT) FROM bankLine
                WHERE account = $1 AND reversedOn IS NULL AND statement IN
                    (SELECT id FROM bankStatement WHERE account = $2 AND toDay <= $3)
                """,
                [.text(account.number), .text(account.number), .int(Int64(asOf.number))])
            checks.append(
                Check(
                    entity: entity.code, name: "bank \(account.number.suffix(6)) = statements",
                    nameZh: "银行 \(account.number.suffix(6)) = 对账单", currency: account.currency,
                    subledger: opening + (posted ?? 0), ledger: closing))
        }
        return checks
    }

    /// Receipts, held against the statement lines that carry them.
    private func lines(_ connection: any Connection, _ entity: Entity) throws -> [Check] {
        var sums: [Currency: (lines: Int64, receipts: Int64)] = [:]
        let bounds: [Value] = [.int(entity.id.raw), .int(Int64(asOf.number))]
        try connection.rows(
            """
            SELECT currency, CAST(SUM(amount) AS BIGINT) FROM bankLine
            WHERE entity = $1 AND kind = 0 AND postedOn <= $2 GROUP BY currency
            """, bounds
        ) { row in
            if let currency = Currency(utf8: row.utf8(0)) {
                sums[currency, default: (0, 0)].lines = row.int(1)
            }
        }
        try connection.rows(
            """
            SELECT currency, CAST(SUM(amount) AS BIGINT) FROM receipt
            WHERE entity = $1 AND line IS NOT NULL AND postedOn <= $2
                AND (replacedOn IS NULL OR replacedOn > $3) GROUP BY currency
            """, bounds + [bounds[1]]
        ) { row in
            if let currency = Currency(utf8: row.utf8(0)) {
                sums[currency, default: (0, 0)].receipts = row.int(1)
            }
        }
        return sums.sorted { $0.key < $1.key }.map { currency, sum in
            Check(
                entity: entity.code, name: "receipts = statement lines", nameZh: "收款 = 银行流水",
                currency: currency, subledger: sum.receipts, ledger: sum.lines)
        }
    }

    /// The general ledger's own balances of the control accounts, where an extract gave them.
    private func generalLedger(
        _ connection: any Connection, _ entity: Entity, _ balances: Balances
    ) throws -> [Check] {
        var checks: [Check] = []
        try connection.rows(
            """
            SELECT account, currency, balance FROM glBalance
            WHERE entity = $1 AND day = $2 ORDER BY account, currency
            """, [.int(entity.id.raw), .int(Int64(asOf.number))]
        ) { row in
            guard let account = Account(rawValue: row.text(0)),
                let currency = Currency(utf8: row.utf8(1))
            else { return }
            checks.append(
                Check(
                    entity: entity.code, name: "subledger \(account.code) = general ledger",
                    nameZh: "明细账 \(account.code) = 总账", currency: currency,
                    subledger: balances.amount(account, currency), ledger: row.int(2)))
        }
        return checks
    }
}
