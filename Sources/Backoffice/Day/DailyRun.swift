import Formats
import Ledger
import Profiles
import Receivables
import Store

/// The day: import → validate → record → identify → apply or propose → age what is not applied →
/// tie out → summary. Every step can be repeated; running it again changes nothing.
public struct DailyRun {
    let database: any Database
    let desk: Desk
    let profiles: [BankProfile]
    let progress: Progress

    /// `profiles` are those that tables of banks may be read by.
    public init(
        _ database: any Database, desk: Desk,
        profiles: [BankProfile] = ProfileShelf.builtIn.profiles, progress: Progress = .silent
    ) {
        self.database = database
        self.desk = desk
        self.profiles = profiles
        self.progress = progress
    }

    public func run(_ paths: [String]) throws -> DaySummary {
        var summary = DaySummary(today: desk.today)
        let before = try database.read { try SummaryReader($0).counters() }
        summary.files = try Importer(
            database, desk: desk, profiles: profiles, progress: progress
        ).run(paths)
        let matched = try MatchRun(database, desk: desk, progress: progress).run()
        try ClaimsRun(database, desk: desk).run()
        summary.refused = matched.refused.map(\.1)
        try database.read { connection in
            let reader = SummaryReader(connection)
            summary.entities = try reader.entities(since: before)
            summary.waiting = try reader.waiting()
            summary.ages = try reader.ages(on: desk.today)
            summary.lateNotices = try reader.lateNotices(on: desk.today)
            summary.advices = (
                matched.advices,
                try connection.int(
                    "SELECT COUNT(*) FROM advice WHERE receipt IS NULL AND withdrawn = 0") ?? 0
            )
            summary.claims = try ClaimsInBrief.all(connection, on: desk.today)
            summary.returned = try reader.returned()
            summary.heldFiles = try connection.int("SELECT COUNT(*) FROM heldFile") ?? 0
            summary.checks = try Reconciliation(asOf: desk.today).checks(connection)
        }
        return summary
    }
}
