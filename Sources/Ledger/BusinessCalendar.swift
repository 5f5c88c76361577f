/// A day that is worked or not otherwise than its weekday says: a public holiday, or a weekend day
/// worked instead (调休). Dated data of a country or of one company, never computed.
public struct Holiday: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case rest, work }

    /// A country of ISO 3166 (`CN`), or the code of one entity.
    public let calendar: String
    public let day: Day
    public let kind: Kind

    public init(calendar: String, day: Day, kind: Kind) {
        self.calendar = calendar
        self.day = day
        self.kind = kind
    }
}

/// Which days are worked: Monday to Friday, but for the listed ones (domain.md §8.3).
public struct BusinessCalendar: Sendable {
    private var listed: [Day: Holiday.Kind] = [:]

    public init() {}

    public mutating func add(_ holiday: Holiday) { listed[holiday.day] = holiday.kind }

    public mutating func remove(_ holiday: Holiday) { listed[holiday.day] = nil }

    /// Both lists; where both know a day, `other` is right: a company's own list knows better than
    /// that of its country.
    public func merged(with other: BusinessCalendar) -> BusinessCalendar {
        var both = self
        both.listed.merge(other.listed) { $1 }
        return both
    }

    public func isBusinessDay(_ day: Day) -> Bool {
        switch listed[day] {
        case .work: true
        case .rest: false
        case nil: day.weekday <= 5
        }
    }

    /// The day that many business days after `day`, which itself does not count; D+1 is the next
    /// business day. Days that are all holidays end at ``Day/last``.
    public func day(_ count: Int, after day: Day) -> Day {
        var (day, left) = (day, min(max(count, 0), 10_000))
        while left > 0, day < .last {
            day = day.adding(1)
            if isBusinessDay(day) { left -= 1 }
        }
        return day
    }
}
