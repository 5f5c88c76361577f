extension Day {
    /// The same day `months` later, or the last of that month where it has no such day: as drafts
    /// and limitation periods are counted.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
        let (toYear, toMonth) = (Day.floor(count, 12), count - Day.floor(count, 12) * 12 + 1)
        let length = Day.length(ofMonth: toMonth, year: toYear)
        return Day(year: toYear, month: toMonth, day: min(day, length))
            ?? (months < 0 ? .first : .last)
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
