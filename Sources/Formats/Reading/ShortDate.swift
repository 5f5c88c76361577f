import Ledger

/// The dates of older formats: years of two digits, and MT940's entry dates without a year.
enum ShortDate {
    enum Reading {
        case day(Day)
        /// 29 or 30 February, which the 30/360 year of interest has: the last of that February.
        case february(Day)
        case none
    }

    /// Six digits `YYMMDD`; 80–99 are the years of 1900.
    static func full(_ bytes: ByteRun) -> Reading {
        guard bytes.count >= 6, bytes.upTo(6).isDigits else { return .none }
        let year = two(bytes, 0)
        return reading(year: year >= 80 ? 1900 + year : 2000 + year, two(bytes, 2), two(bytes, 4))
    }

    /// Four digits `MMDD` in the year that brings it nearest to `valueDate`: around New Year the
    /// two differ.
    static func short(_ bytes: ByteRun, near valueDate: Day) -> Reading {
        guard bytes.count >= 4, bytes.upTo(4).isDigits else { return .none }
        let year = valueDate.civil.year
        var best: Reading = .none
        var distance = Int.max
        for candidate in [year, year - 1, year + 1] {
            let reading = reading(year: candidate, two(bytes, 0), two(bytes, 2))
            guard let day = reading.day else { continue }
            let away = abs(day - valueDate)
            if away < distance {
                best = reading
                distance = away
            }
        }
        return best
    }

    private static func reading(year: Int, _ month: Int, _ day: Int) -> Reading {
        if let day = Day(year: year, month: month, day: day) { return .day(day) }
        if month == 2, day == 29 || day == 30, let first = Day(year: year, month: 2, day: 1) {
            return .february(first.lastOfMonth)
        }
        return .none
    }

    private static func two(_ bytes: ByteRun, _ at: Int) -> Int {
        Int(bytes[at] &- 0x30) * 10 + Int(bytes[at + 1] &- 0x30)
    }
}

extension ShortDate.Reading {
    var day: Day? {
        switch self {
        case .day(let day), .february(let day): day
        case .none: nil
        }
    }

    var isFebruary: Bool {
        if case .february = self { true } else { false }
    }
}
