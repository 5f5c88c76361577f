import Formats
import Ledger
import Receivables
import Store

/// A first reading of a bank file: its statements with their balances and counts, and whether each
/// foots. Only a file that holds as a whole is then posted.
struct StatementSurvey {
    struct Found {
        var statement: Statement
        var booked: Int64 = 0
        var firstDay: Day?
        var lastDay: Day?
        /// How often the statement has each amount that a notice waits for, in minor units.
        var amounts: [Int64: Int] = [:]
    }

    let found: [Found]
    let findings: [Finding]
    let format: String

    init(
        _ file: InputFile, _ kind: StatementFormat, counting wanted: Set<Int64> = []
    ) throws {
        var reader = kind.reader()
        var footing = Footing()
        var current: Found?
        var found: [Found] = []
        var findings: [Finding] = []
        let take = { (event: StatementEvent) in
            switch event {
            case .opened(let statement):
                current = Found(statement: statement)
                footing = Footing()
            case .entry(let entry):
                footing.add(entry)
                if entry.status != .booked { return }
                current?.booked += 1
                if !wanted.isEmpty,
                    let minor = (entry.currency ?? current?.statement.currency)
                        .flatMap({ entry.amount.money($0)?.minor }), wanted.contains(minor)
                {
                    current?.amounts[minor, default: 0] += 1
                }
                if let day = entry.bookedOn ?? entry.valueDate {
                    let (first, last) = (current?.firstDay ?? day, current?.lastDay ?? day)
                    current?.firstDay = min(first, day)
                    current?.lastDay = max(last, day)
                }
            case .closed(let statement):
                findings += footing.check(statement)
                if var done = current {
                    done.statement = statement
                    found.append(done)
                }
                current = nil
            case .finding(let finding): findings.append(finding)
            }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        format = reader.format
        self.found = found
        self.findings = findings
    }
}
