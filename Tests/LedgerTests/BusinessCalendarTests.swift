import Ledger
import Testing

/// Which days are worked.
@Suite struct BusinessCalendarTests {
    private func calendar(_ days: [(String, Holiday.Kind)]) throws -> BusinessCalendar {
        var calendar = BusinessCalendar()
        for (day, kind) in days {
            let day = try #require(Day(day))
            calendar.add(Holiday(calendar: "CN", day: day, kind: kind))
        }
        return calendar
    }

    /// G-BOP-01: credited Thu 2026-09-24, declared within five working days.
    @Test func declarationOverTheNationalHoliday() throws {
        let holidays =
            ["2026-09-25", "2026-09-26", "2026-09-27"] + (1...7).map { "2026-10-0\($0)" }
        let calendar = try calendar(holidays.map { ($0, .rest) })
        let credited = try #require(Day("2026-09-24"))
        #expect(calendar.day(5, after: credited).description == "2026-10-09")
    }

    /// 调休: a Saturday that is worked counts.
    @Test func aWorkedSaturday() throws {
        let friday = try #require(Day("2026-10-09"))
        #expect(BusinessCalendar().day(1, after: friday).description == "2026-10-12")
        let calendar = try calendar([("2026-10-10", .work)])
        #expect(calendar.day(1, after: friday).description == "2026-10-10")
        #expect(calendar.day(0, after: friday) == friday)
    }

    /// What a company says of a day goes before what its country says.
    @Test func theOwnListKnowsBetter() throws {
        let day = try #require(Day("2026-10-10"))
        let both = try calendar([("2026-10-10", .work)])
            .merged(with: try calendar([("2026-10-10", .rest)]))
        #expect(!both.isBusinessDay(day))
    }

    @Test func theEndOfTime() {
        #expect(BusinessCalendar().day(.max, after: .last) == .last)
    }
}
