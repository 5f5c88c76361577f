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
