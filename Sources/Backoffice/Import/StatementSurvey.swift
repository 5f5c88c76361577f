import Formats
import Ledger
import Receivables
import Store

/// A first reading of a bank file: its statements with their balances and counts, and whether each foots. Only a file
/// that holds as a whole is then posted.
struct StatementSurvey {
    struct Found {
        var statement: Statement
        var booked: Int64 = 0
        var firstDay: Day?
        var lastDay: Day?
    }

    private(set) var found: [Found] = []
    private(set) var findings: [Finding] = []
    private(set) var format = ""

    init(_ file: InputFile, _ kind: FileKind) throws {
        var reader = kind.reader()
        var footing = Footing()
        var current: Found?
        let take = { (event: StatementEvent) in
            switch event {
            case .opened(let statement):
                current = Found(statement: statement)
                footing = Footing()
            case .entry(let entry):
                footing.add(entry)
                if entry.status != .booked { return }
                current?.booked += 1
                if let day = entry.bookedOn ?? entry.valueDate {
                    current?.firstDay = min(current?.firstDay ?? day, day)
                    current?.lastDay = max(current?.lastDay ?? day, day)
                }
            case .closed(let statement):
                current?.statement = statement
                findings += footing.check(statement)
                if let done = current { found.append(done) }
                current = nil
            case .finding(let finding): findings.append(finding)
            }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        format = reader.format
    }
}

extension FileKind {
    /// The reader of the kind; extracts have their own.
    func reader() -> any StatementReader {
        switch self {
        case .camt: CamtReader()
        case .mt940, .csv: MT940Reader()
        }
    }
}
