import Ledger
import Receivables
import Store

/// The balance of every account of an entity at the end of a day, in transaction currencies; debits
/// positive.
struct Balances {
    private var sums: [Account: [Currency: Int64]] = [:]
    private var functional: [Account: Int64] = [:]

    init(_ connection: any Connection, _ entity: Entity.ID, asOf: Day) throws {
        for (column, sign) in [("debit", Int64(1)), ("credit", Int64(-1))] {
            // The column is one of the two names above.
            try connection.rows(
                """
                SELECT \(column), currency, CAST(SUM(amount) AS BIGINT),
                    CAST(SUM(functional) AS BIGINT)
                FROM flow WHERE entity = $1 AND postedOn <= $2 GROUP BY \(column), currency
                """, [.int(entity.raw), .int(Int64(asOf.number))]
            ) { row in
                guard let account = Account(rawValue: row.text(0)),
                    let currency = Currency(utf8: row.utf8(1))
                else { return }
                sums[account, default: [:]][currency, default: 0] += sign * row.int(2)
                functional[account, default: 0] += sign * row.int(3)
            }
        }
    }

    func amount(_ account: Account, _ currency: Currency) -> Int64 {
        sums[account]?[currency] ?? 0
    }

    func functional(_ account: Account) -> Int64 { functional[account] ?? 0 }

    func currencies(of account: Account) -> [Currency] {
        (sums[account] ?? [:]).filter { $0.value != 0 }.map(\.key)
    }
}
