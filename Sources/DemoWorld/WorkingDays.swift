import Ledger

/// When banks of a country work (domain.md §8.3): the weekly pattern, its holidays, and China's
/// make-up days.
struct WorkingDays: Sendable {
    private let holidays: Set<Day>
    private let makeUpDays: Set<Day>

    func contains(_ day: Day) -> Bool {
        makeUpDays.contains(day) || day.weekday <= 5 && !holidays.contains(day)
    }

    /// `day` itself, or the first working day after it.
    func onOrAfter(_ day: Day) -> Day {
        var day = day
        while !contains(day) { day = day.adding(1) }
        return day
    }

    func before(_ day: Day) -> Day {
        var day = day.adding(-1)
        while !contains(day) { day = day.adding(-1) }
        return day
    }

    func days(_ first: Day, _ last: Day) -> [Day] {
        (0...max(0, last - first)).map { first.adding($0) }.filter { $0 <= last && contains($0) }
    }

    /// Mainland China: the State Council's notice for 2026, and the National Day weeks of 2025.
    static let china = WorkingDays(
        holidays: [
            "2025-10-01..2025-10-08", "2026-01-01..2026-01-03", "2026-02-15..2026-02-23",
            "2026-04-04..2026-04-06", "2026-05-01..2026-05-05", "2026-06-19..2026-06-21",
            "2026-09-25..2026-09-27", "2026-10-01..2026-10-07",
        ],
        makeUpDays: [
            "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20",
            "2026-10-10",
        ])

    /// Hamburg: TARGET days less the holidays on which the branches are closed.
    static let germany = WorkingDays(
        holidays: [
            "2025-10-03", "2025-10-31", "2025-12-24..2025-12-26", "2025-12-31", "2026-01-01",
            "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25",
        ],
        makeUpDays: [])

    /// Ohio: the holidays of the Federal Reserve.
    static let america = WorkingDays(
        holidays: [
            "2025-10-13", "2025-11-11", "2025-11-27", "2025-12-25", "2026-01-01", "2026-01-19",
            "2026-02-16", "2026-05-25", "2026-06-19",
        ],
        makeUpDays: [])

    private init(holidays: [String], makeUpDays: [String]) {
        func days(_ text: String) -> [Day] {
            guard let first = Day(text.prefix(10)), let last = Day(text.suffix(10)) else {
                return []
            }
            return (0...(last - first)).map { first.adding($0) }
        }
        self.holidays = Set(holidays.flatMap(days))
        self.makeUpDays = Set(makeUpDays.flatMap(days))
    }
}
