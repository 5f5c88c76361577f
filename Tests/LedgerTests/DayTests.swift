import Ledger
import Testing

@Suite struct DayTests {
    @Test func everyDayOfTenThousandYearsComesBack() {
        let (first, last) = (Day(year: 1, month: 1, day: 1)!, Day(year: 9999, month: 12, day: 31)!)
        var number = first.number
        while number <= last.number {
            let day = Day(number: number)
            let (year, month, date) = day.civil
            #expect(Day(year: year, month: month, day: date) == day)
            number += 13
        }
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2026-03-31")?.description == "2026-03-31")
    }

    @Test func whatDoesNotExistIsNil() {
        for text in [
            "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-01",
            "26-04-01", "2026/04/01", "", "2026-04-01 ", "0000-01-01", "２０２６-04-01",
        ] {
            #expect(Day(text) == nil)
        }
        #expect(Day("2024-02-29") != nil)
        #expect(Day("2000-02-29") != nil)
    }

    @Test func weekdaysMonthsAndDistances() {
        #expect(Day("2026-11-24")?.weekday == 2)
        #expect(Day("1970-01-01")?.weekday == 4)
        #expect(Day("1969-12-28")?.weekday == 7)
        #expect(Day("2026-02-10")?.lastOfMonth == Day("2026-02-28"))
        #expect(Day("2024-02-10")?.lastOfMonth == Day("2024-02-29"))
        #expect(Day("2026-02-10")?.firstOfMonth == Day("2026-02-01"))
        #expect(Day("2026-03-01")! - Day("2026-02-01")! == 28)
        #expect(Day("2026-12-31")!.adding(1) == Day("2027-01-01"))
    }
}

/// Days at the edges of the calendar, which a damaged row or an endless term may reach.
@Suite struct DayEdgeTests {
    @Test func theFirstAndTheLastDay() {
        #expect(Day.first.description == "0001-01-01")
        #expect(Day.last.description == "9999-12-31")
        #expect(Day(year: 1, month: 1, day: 1) == .first)
        #expect(Day(year: 9999, month: 12, day: 31) == .last)
        #expect(Day(year: 0, month: 12, day: 31) == nil)
        #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test(arguments: [Int32.min, -719_163, 2_932_897, .max])
    func aNumberBeyondThemIsTheNearest(number: Int32) {
        let day = Day(number: number)
        #expect(day == (number < 0 ? .first : .last))
        #expect(Day("\(day)") == day)
        #expect((1...7).contains(day.weekday))
    }

    @Test(arguments: [Int.min, -4_000_000, -1, 0, 1, 4_000_000, Int.max])
    func addingNeverLeavesTheCalendar(days: Int) {
        for day in [Day.first, Day("2026-03-31")!, .last] {
            let moved = day.adding(days)
            #expect(moved >= .first && moved <= .last)
            #expect(moved.firstOfMonth <= moved && moved <= moved.lastOfMonth)
        }
    }

    @Test func everyMonthHasItsLength() {
        for year in [1, 4, 100, 400, 1900, 1999, 2000, 2024, 2026, 2100, 9999] {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in lengths.enumerated() {
                let last = Day(year: year, month: month + 1, day: length)
                #expect(last?.lastOfMonth == last)
                #expect(last?.firstOfMonth == Day(year: year, month: month + 1, day: 1))
                #expect(Day(year: year, month: month + 1, day: length + 1) == nil)
                #expect(Day(year: year, month: month + 1, day: 0) == nil)
            }
        }
    }

    @Test func weekdaysFollowEachOther() {
        var day = Day("1999-12-20")!
        for _ in 0..<20_000 {
            #expect(day.adding(1).weekday == day.weekday % 7 + 1)
            day = day.adding(1)
        }
    }
}
