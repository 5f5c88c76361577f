/// A calendar day, without hour or zone: a due day is local, not an instant (domain.md §8.3).
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01; between ``first`` and ``last``.
    public let number: Int32

    /// A number beyond the years that can be written becomes their first or last day.
    public init(number: Int32) { self.number = min(max(number, -719_162), 2_932_896) }

    /// Nil unless the date exists in the Gregorian calendar, years 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil: March-based year, so that the leap day is last.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The first and the last day that can be written: 0001-01-01 and 9999-12-31.
    public static let first = Day(number: -719_162)
    public static let last = Day(number: 2_932_896)

    /// Reads `YYYY-MM-DD` (ISO 8601) and nothing else.
    @inlinable
    public init?(iso bytes: some Collection<UInt8>) {
        guard bytes.count == 10 else { return nil }
        var parts = (0, 0, 0)
        for (place, byte) in bytes.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let digit = Int(byte - UInt8(ascii: "0"))
            if place < 4 {
                parts.0 = parts.0 * 10 + digit
            } else if place < 7 {
                parts.1 = parts.1 * 10 + digit
            } else {
                parts.2 = parts.2 * 10 + digit
            }
        }
        self.init(year: parts.0, month: parts.1, day: parts.2)
    }

    public init?(_ iso: some StringProtocol) { self.init(iso: iso.utf8) }

    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1
        )
    }

    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int { (Int(number) % 7 + 10) % 7 + 1 }

    public var firstOfMonth: Day { adding(1 - civil.day) }

    public var lastOfMonth: Day {
        let (year, month, day) = civil
        return adding(Day.length(ofMonth: month, year: year) - day)
    }

    /// The day `days` later, or earlier; no later than ``last`` and no earlier than ``first``.
    public func adding(_ days: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        return Day(number: overflow ? (days > 0 ? .max : .min) : Int32(clamping: sum))
    }

    /// Days from `b` to `a`.
    public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// ISO 8601: `2026-03-31`.
    public var description: String {
        let (year, month, day) = civil
        var text: [UInt8] = []
        text.reserveCapacity(10)
        for (value, width) in [(year, 1000), (month, 10), (day, 10)] {
            if width == 10 { text.append(UInt8(ascii: "-")) }
            var unit = width
            while unit > 0 {
                text.append(UInt8(ascii: "0") + UInt8(value / unit % 10))
                unit /= 10
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
