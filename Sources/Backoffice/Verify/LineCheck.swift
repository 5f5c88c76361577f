import Ledger
import Receivables
import Store

/// The stored lines are those that the events mean, no more and no fewer.
struct LineCheck {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func compare(_ expected: LineDigest, misplaced: String?) throws -> Verification.Check {
        var stored = LineDigest()
        try connection.rows(
            """
            SELECT id, event, debit, credit, currency, amount, functional, rate, postedOn, receipt
            FROM line ORDER BY id
            """
        ) { row in
            stored.add(
                id: row.int(0), event: row.int(1), debit: row.text(2), credit: row.text(3),
                currency: row.text(4), amount: row.int(5), functional: row.int(6),
                rate: row.text(7), postedOn: row.int(8), receipt: row.intOrNil(9))
        }
        let (should, are) = (expected.finished(), stored.finished())
        var failure = misplaced
        if failure != nil {
            // The journal itself names its lines wrongly; that comes first.
        } else if let place = zip(should, are).enumerated().first(where: {
            $0.element.0 != $0.element.1
        }) {
            failure =
                "a line from \(stored.firstOfBlock[place.offset]) on is not what its event means"
        } else if expected.count != stored.count {
            failure = "\(stored.count) lines, but the events mean \(expected.count)"
        }
        return Verification.Check(
            name: "lines = what the events post (I1)", count: stored.count, failure: failure)
    }
}

/// The sums of days are the sums of their lines.
struct FlowCheck {
    private let connection: any Connection

    init(_ connection: any Connection) { self.connection = connection }

    func compare(
        _ expected: [Replay.FlowKey: (amount: Int64, functional: Int64)]
    ) throws -> Verification.Check {
        var count: Int64 = 0
        var failure: String?
        try connection.rows(
            """
            SELECT entity, postedOn, kind, debit, credit, currency, amount, functional FROM flow
            """
        ) { row in
            count += 1
            let key = Replay.FlowKey(
                entity: row.int(0), day: row.int(1), kind: row.int(2), debit: row.text(3),
                credit: row.text(4), currency: row.text(5))
            let sum = expected[key]
            if sum?.amount != row.int(6) || sum?.functional != row.int(7), failure == nil {
                failure = "day \(Day(number: Int32(clamping: key.day))), \(key.debit)/\(key.credit)"
            }
        }
        if count != Int64(expected.count), failure == nil {
            failure = "\(count) sums, but the lines make \(expected.count)"
        }
        return Verification.Check(
            name: "daily sums = lines", count: count, failure: failure)
    }
}
