import Ledger
import Matching
import Receivables
import Store

/// What a matching run must know besides items and payers (domain.md §3.2, P26): what has been
/// written off for each customer this year, which counts toward the year's cap, and the orders that
/// an advance may be for.
struct KnownBefore {
    private let connection: any Connection
    private let entity: Entity.ID

    init(_ connection: any Connection, _ entity: Entity.ID) {
        self.connection = connection
        self.entity = entity
    }

    func known(today: Day) throws -> Known {
        var known = Known()
        known.writtenOff = try writtenOff(year: today.civil.year)
        known.orders = try orders(today: today)
        return known
    }

    private func writtenOff(year: Int) throws -> [WrittenOff] {
        guard let first = Day("\(year)-01-01") else { return [] }
        var found: [WrittenOff] = []
        try connection.rows(
            """
            SELECT customer, currency, CAST(SUM(writeOff) AS BIGINT) FROM application
            WHERE entity = $1 AND postedOn >= $2 AND writeOff <> 0 AND byHand = 0
            GROUP BY customer, currency ORDER BY customer, currency
            """, [.int(entity.raw), .int(Int64(first.number))]
        ) { row in
            guard let currency = Currency(utf8: row.utf8(1)), row.int(2) > 0 else { return }
            found.append(
                WrittenOff(
                    customer: row.int(0), currency: currency, year: year, amount: row.int(2)))
        }
        return found
    }

    /// Orders of the last year: an advance for an older one is asked about.
    private func orders(today: Day) throws -> [Order] {
        var found: [Order] = []
        try connection.rows(
            """
            SELECT customer, number, po FROM salesOrder WHERE entity = $1 AND day >= $2
            ORDER BY number
            """, [.int(entity.raw), .int(Int64(today.adding(-366).number))]
        ) { row in
            found.append(Order(customer: row.int(0), number: row.text(1)))
            if let po = row.textOrNil(2) { found.append(Order(customer: row.int(0), number: po)) }
        }
        return found
    }
}
