import Ledger
import Receivables
import Store

/// The ledger's invariants on the stored books (domain.md §1.3).
struct Invariants {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func run(_ entities: [Entity]) throws -> [Verification.Check] {
        [
            try controls(entities),
            try count(
                "I3: no item beyond its original amount", "SELECT COUNT(*) FROM item",
                """
                SELECT MIN(i.number) FROM item i LEFT JOIN openItem o ON o.id = i.id
                WHERE i.original - COALESCE(o.open, 0) <>
                    (SELECT COALESCE(CAST(SUM(total) AS BIGINT), 0) FROM application
                        WHERE item = i.id)
                """),
            try count(
                "every item open or cleared, as it was posted",
                "SELECT (SELECT COUNT(*) FROM openItem) + (SELECT COUNT(*) FROM clearedItem)",
                """
                SELECT MIN(i.number) FROM item i LEFT JOIN openItem o ON o.id = i.id
                    LEFT JOIN clearedItem c ON c.id = i.id
                WHERE o.id IS NULL AND c.id IS NULL OR o.id IS NOT NULL AND c.id IS NOT NULL
                    OR o.customer <> i.customer OR o.currency <> i.currency OR o.kind <> i.kind
                    OR o.dueOn <> i.dueOn OR o.issuedOn <> i.issuedOn
                    OR o.postedOn <> i.postedOn OR o.original <> i.original
                    OR c.entity <> i.entity
                """),
            try count(
                "every application says what its item says",
                "SELECT COUNT(*) FROM application",
                """
                SELECT MIN(i.number) FROM application a JOIN item i ON i.id = a.item
                WHERE a.customer <> i.customer OR a.kind <> i.kind OR a.dueOn <> i.dueOn
                    OR a.issuedOn <> i.issuedOn OR a.itemPostedOn <> i.postedOn
                """),
            try count(
                "I4: every receipt is placed to the last minor unit",
                "SELECT COUNT(*) FROM receipt",
                """
                SELECT CAST(MIN(id) AS TEXT) FROM receipt
                WHERE unidentified + unapplied + onAccount + advance + applied + refunded
                    + writtenOff + reversed + elsewhere + parted <> amount
                    OR unidentifiedFunctional + unappliedFunctional + onAccountFunctional
                    + advanceFunctional + appliedFunctional + refundedFunctional
                    + writtenOffFunctional + reversedFunctional + elsewhereFunctional
                    + partedFunctional <> functional + revalued
                """),
            try count(
                "I7: every statement line is posted exactly once",
                "SELECT COUNT(*) FROM bankLine",
                """
                SELECT CAST(MIN(b.id) AS TEXT)
                FROM bankLine b LEFT JOIN
                    (SELECT line, CAST(SUM(amount) AS BIGINT) AS total,
                        CAST(SUM(amount - reversed) AS BIGINT) AS live FROM receipt
                        WHERE line IS NOT NULL AND replacedOn IS NULL GROUP BY line) r ON r.line = b.id
                WHERE b.kind = 0 AND b.amount <> COALESCE(r.total, 0)
                    OR b.kind <> 0 AND r.total IS NOT NULL
                    OR b.reversedOn IS NOT NULL AND COALESCE(r.live, 0) <> 0
                """),
        ]
    }

    /// I2 and I6: what documents sum to is what their control accounts hold, in functional currency
    /// too.
    private func controls(_ entities: [Entity]) throws -> Verification.Check {
        let today = Day(number: Int32.max / 2)
        var count: Int64 = 0
        var failure: String?
        for entity in entities {
            let balances = try Balances(connection, entity.id, asOf: today)
            let sums = try functionalSums(entity)
            for (account, sum) in sums {
                count += 1
                let ledger = balances.functional(account)
                if sum != ledger, failure == nil {
                    let money = { Money(minor: $0, entity.currency).description }
                    failure =
                        "\(entity.code) \(account.code): \(money(sum)), ledger \(money(ledger))"
                }
            }
        }
        for check in try Reconciliation(asOf: today).checks(connection) {
            count += 1
            if check.difference != 0, failure == nil {
                let off = Money(minor: check.difference, check.currency)
                failure = "\(check.entity) \(check.name): off by \(off)"
            }
        }
        return Verification.Check(
            name: "I2, I6: documents = control accounts", count: count, failure: failure)
    }

    private func functionalSums(_ entity: Entity) throws -> [(Account, Int64)] {
        let of: [Value] = [.int(entity.id.raw)]
        let items = { (condition: String) in
            try connection.int(
                """
                SELECT CAST(SUM(openFunctional) AS BIGINT) FROM openItem
                WHERE id >= $1 AND id < $2 AND \(condition)
                """, Identifiers.range(of: entity.id)) ?? 0
        }
        let held = { (column: String) in
            try connection.int(
                "SELECT CAST(SUM(\(column)) AS BIGINT) FROM receipt WHERE entity = $1", of) ?? 0
        }
        return [
            (.receivables, try items("kind <> 1")), (.deductions, try items("kind = 1")),
            (.unidentified, -(try held("unidentifiedFunctional"))),
            (.unapplied, -(try held("unappliedFunctional"))),
            (.onAccount, -(try held("onAccountFunctional"))),
            (
                .contractLiabilities,
                -(try held("advanceFunctional")) + (try held("advanceTaxFunctional"))
            ),
            (.refundsPayable, -(try refundsOwed(entity))),
        ]
    }

    private func refundsOwed(_ entity: Entity) throws -> Int64 {
        // All but the paid, the cancelled and those that wait for approval.
        try connection.int(
            """
            SELECT CAST(SUM(functional) AS BIGINT) FROM refund
            WHERE entity = $1 AND state NOT IN (1, 2, 3)
            """, [.int(entity.id.raw)]) ?? 0
    }

    private func count(
        _ name: String, _ count: String, _ firstBad: String
    ) throws -> Verification.Check {
        let number = try connection.int(count) ?? 0
        var failure: String?
        try connection.rows(firstBad) { row in failure = row.textOrNil(0) }
        return Verification.Check(
            name: name, count: number, failure: failure.map { "\($0) breaks it" })
    }
}
