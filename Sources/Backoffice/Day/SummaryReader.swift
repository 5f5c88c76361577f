import Ledger
import Receivables
import Store

/// Reads the figures of the day's summary off the books.
struct SummaryReader {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    /// The last number each entity had given out: what came later is new.
    func counters() throws -> [Int64: Int64] {
        var counters: [Int64: Int64] = [:]
        try connection.rows("SELECT entity, counter FROM chain") { row in
            counters[row.int(0)] = row.int(1)
        }
        return counters
    }

    func entities(since before: [Int64: Int64]) throws -> [DaySummary.OfEntity] {
        var found: [DaySummary.OfEntity] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            var day = DaySummary.OfEntity(code: entity.code, currency: entity.currency)
            let first = entity.id.raw * Identifiers.perEntity + (before[entity.id.raw] ?? 0)
            let since: [Value] = [.int(entity.id.raw), .int(first)]
            try connection.rows(
                """
                SELECT COUNT(*), CAST(SUM(originalFunctional) AS BIGINT) FROM item
                WHERE entity = $1 AND id > $2 AND kind <> 1
                """, since
            ) { row in (day.invoices, day.invoiced) = (row.int(0), row.int(1)) }
            try connection.rows(
                """
                SELECT COUNT(*), CAST(SUM(functional) AS BIGINT),
                    CAST(SUM(CASE WHEN applied = amount THEN 1 ELSE 0 END) AS BIGINT),
                    CAST(SUM(appliedFunctional) AS BIGINT)
                FROM receipt WHERE entity = $1 AND id > $2
                """, since
            ) { row in
                (day.receipts, day.received) = (row.int(0), row.int(1))
                (day.touchless, day.touchlessValue) = (row.int(2), row.int(3))
            }
            day.otherLines =
                try connection.int(
                    "SELECT COUNT(*) FROM bankLine WHERE entity = $1 AND id > $2 AND kind <> 0",
                    since) ?? 0
            try lines(&day, since)
            found.append(day)
        }
        return found
    }

    /// Lines applied by the system, among those and the lines that wait: a receipt without any
    /// proposal is one line.
    private func lines(_ day: inout DaySummary.OfEntity, _ since: [Value]) throws {
        day.touchlessLines =
            try connection.int(
                """
                SELECT COUNT(*) FROM application WHERE entity = $1 AND receipt > $2
                    AND byHand = 0 AND reverses IS NULL AND reversedBy IS NULL
                """, since) ?? 0
        let proposed =
            try connection.int(
                """
                SELECT COUNT(*) FROM proposalLine l JOIN receipt r ON r.id = l.receipt
                WHERE r.entity = $1 AND r.id > $2
                """, since) ?? 0
        let bare =
            try connection.int(
                """
                SELECT COUNT(*) FROM receipt r WHERE r.entity = $1 AND r.id > $2
                    AND r.applied < r.amount AND NOT EXISTS
                        (SELECT 1 FROM proposalLine l WHERE l.receipt = r.id)
                """, since) ?? 0
        day.lines = day.touchlessLines + proposed + bare
    }

    func waiting() throws -> [DaySummary.Waiting] {
        var found: [DaySummary.Waiting] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            var sums: [String: DaySummary.Waiting] = [:]
            try connection.rows(
                """
                SELECT p.stops, p.disposition,
                    r.unidentifiedFunctional + r.unappliedFunctional + r.onAccountFunctional
                FROM receipt r LEFT JOIN proposal p ON p.receipt = r.id
                WHERE r.entity = $1 AND r.unidentified + r.unapplied + r.onAccount > 0
                """, [.int(entity.id.raw)]
            ) { row in
                let stops = row.isNull(0) ? "" : row.text(0)
                let first = stops.utf8.split(separator: 0x0A).first
                let stop = first.map { String(decoding: $0, as: UTF8.self) } ?? "rest"
                let isProposed = !row.isNull(1) && row.text(1) == "propose"
                var sum =
                    sums[stop]
                    ?? DaySummary.Waiting(
                        entity: entity.code, currency: entity.currency, stop: stop, count: 0,
                        value: 0, proposed: 0)
                sum.count += 1
                sum.value += row.int(2)
                if isProposed { sum.proposed += 1 }
                sums[stop] = sum
            }
            found += sums.values.sorted { ($0.value, $1.stop) > ($1.value, $0.stop) }
        }
        return found
    }

    func ages(on today: Day) throws -> [DaySummary.Age] {
        var found: [DaySummary.Age] = []
        for (entity, _) in try MasterReader(connection: connection).entities() {
            for state in ["unidentified", "unapplied", "onAccount"] {
                var age = DaySummary.Age(
                    entity: entity.code, state: state, currency: entity.currency,
                    values: [0, 0, 0, 0], counts: [0, 0, 0, 0])
                // The column is one of the three names above.
                try connection.rows(
                    """
                    SELECT valueDate, \(state)Functional FROM receipt
                    WHERE entity = $1 AND unidentified + unapplied + onAccount > 0
                        AND \(state) > 0
                    """, [.int(entity.id.raw)]
                ) { row in
                    let days = Int64(today.number) - row.int(0)
                    let place = days <= 3 ? 0 : days <= 10 ? 1 : days <= 30 ? 2 : 3
                    age.values[place] += row.int(1)
                    age.counts[place] += 1
                }
                if age.counts != [0, 0, 0, 0] { found.append(age) }
            }
        }
        return found
    }

    /// Notices that have waited longer than a weekend.
    func lateNotices(on today: Day) throws -> [DaySummary.LateNotices] {
        var found: [DaySummary.LateNotices] = []
        try connection.rows(
            """
            SELECT account, currency, COUNT(*), CAST(SUM(amount) AS BIGINT), MIN(day) FROM notice
            WHERE line IS NULL AND withdrawn = 0 AND day < $1
            GROUP BY account, currency ORDER BY account, currency
            """, [.int(Int64(today.number) - 3)]
        ) { row in
            found.append(
                DaySummary.LateNotices(
                    account: row.text(0), count: row.int(2),
                    value: Money(minor: row.int(3), row.currencyCode(1)),
                    since: Day(number: Int32(clamping: row.int(4)))))
        }
        return found
    }

    /// Returned payments that undo nothing yet.
    func returned() throws -> [DaySummary.Returned] {
        var found: [DaySummary.Returned] = []
        try connection.rows(
            """
            SELECT e.code, f.currency, COUNT(*), CAST(SUM(f.amount) AS BIGINT)
            FROM caseFile f JOIN entity e ON e.id = f.entity
            WHERE f.closed = 0 AND f.kind = 'returned' AND f.state = 'waiting'
            GROUP BY e.code, f.currency ORDER BY e.code, f.currency
            """
        ) { row in
            found.append(
                DaySummary.Returned(
                    entity: row.text(0), count: row.int(2),
                    value: Money(minor: row.int(3), row.currencyCode(1))))
        }
        return found
    }
}
