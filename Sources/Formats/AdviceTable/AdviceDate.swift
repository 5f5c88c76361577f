import Ledger

/// A date as a payer wrote it, where it may be that day and month could be either.
enum AdviceDate: Equatable {
    case day(Day)
    /// `05/03/2026` read day first, and month first.
    case either(Day, Day)

    /// Which comes first, the day or the month.
    enum Order: Sendable { case day, month }

    /// `text` is folded, in small letters; a time behind the date is passed over.
    init?(_ text: ArraySlice<UInt8>) {
        guard let found = Self.find(in: text.trimmed) else { return nil }
        let rest = text.trimmed[found.end...].trimmed
        guard rest.isEmpty || Self.isTime(rest) else { return nil }
        self = found.date
    }

    func day(_ order: Order?) -> Day? {
        switch self {
        case .day(let day): day
        case .either(let dayFirst, let monthFirst):
            switch order {
            case .day: dayFirst
            case .month: monthFirst
            case nil: dayFirst == monthFirst ? dayFirst : nil
            }
        }
    }

    /// The order that `text` shows by a number beyond twelve; nil where it shows none.
    static func order(of text: ArraySlice<UInt8>) -> Order? {
        guard let (parts, _, _) = numbers(text.trimmed), parts.count == 3, parts[0] < 32 else {
            return nil
        }
        if parts[0] > 12, parts[1] <= 12 { return .day }
        if parts[1] > 12, parts[0] <= 12 { return .month }
        return nil
    }

    /// The date that `text` begins with, and where it ends.
    static func find(in text: ArraySlice<UInt8>) -> (date: AdviceDate, end: Int)? {
        guard let first = text.first, first.isDigit || first.isLetter else { return nil }
        if first.isDigit, let found = numeric(text) { return found }
        return named(text)
    }

    private static func numeric(_ text: ArraySlice<UInt8>) -> (date: AdviceDate, end: Int)? {
        if let day = solid(text) { return (.day(day), text.startIndex + 8) }
        guard let (parts, widths, found) = numbers(text), parts.count == 3 else { return nil }
        let (mark, end) = found
        if widths[0] == 4 {
            guard let day = Day(year: parts[0], month: parts[1], day: parts[2]) else { return nil }
            return (.day(day), end)
        }
        guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 || widths[2] == 2 else { return nil }
        let year = full(parts[2], width: widths[2])
        let dayFirst = Day(year: year, month: parts[1], day: parts[0])
        if mark == UInt8(ascii: ".") { return dayFirst.map { (.day($0), end) } }
        let monthFirst = Day(year: year, month: parts[0], day: parts[1])
        switch (dayFirst, monthFirst) {
        case (let one?, let other?): return (one == other ? .day(one) : .either(one, other), end)
        case (let one?, nil), (nil, let one?): return (.day(one), end)
        case (nil, nil): return nil
        }
    }

    private static func full(_ year: Int, width: Int) -> Int {
        width == 4 ? year : year >= 80 ? 1900 + year : 2000 + year
    }

    /// `20260305`.
    private static func solid(_ text: ArraySlice<UInt8>) -> Day? {
        let digits = text.prefix { $0.isDigit }
        guard digits.count == 8 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard (1990...2099).contains(value / 10_000) else { return nil }
        return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }

    /// Up to three numbers with the same mark between them, or with 年, 月 and 日 behind them.
    private static func numbers(
        _ text: ArraySlice<UInt8>
    ) -> (parts: [Int], widths: [Int], (mark: UInt8, end: Int))? {
        var parts: [Int] = []
        var widths: [Int] = []
        var mark: UInt8 = 0
        var rest = text
        while parts.count < 3 {
            let digits = rest.prefix { $0.isDigit }
            guard (1...4).contains(digits.count) else { return nil }
            parts.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            widths.append(digits.count)
            rest = rest[digits.endIndex...]
            if let word = ["年", "月", "日", "号"].first(where: { rest.starts(with: $0.utf8) }) {
                rest = rest.dropFirst(word.utf8.count)
                mark = UInt8(ascii: "-")
                if parts.count < 3 { rest = rest.drop { $0 == 0x20 } }
                continue
            }
            if parts.count == 3 { break }
            guard let next = rest.first, "-/.".utf8.contains(next), mark == 0 || mark == next
            else { return nil }
            mark = next
            rest = rest.dropFirst()
        }
        // No date goes on as a number, a word or a path.
        if let next = rest.first, next.isDigit || next == UInt8(ascii: "/") { return nil }
        return (parts, widths, (mark, rest.startIndex))
    }

    /// `5 Mar 2026`, `05-MAR-26`, `5. März 2026`, `March 5, 2026`.
    private static func named(_ text: ArraySlice<UInt8>) -> (date: AdviceDate, end: Int)? {
        var rest = text
        var day: Int?
        var month: Int?
        for _ in 0..<3 {
            let digits = rest.prefix { $0.isDigit }
            if !digits.isEmpty {
                let value = digits.prefix(5).reduce(0) { $0 * 10 + Int($1 - 0x30) }
                rest = rest[digits.endIndex...]
                if day == nil, digits.count <= 2 {
                    day = value
                    for end in ["st", "nd", "rd", "th"] where rest.starts(with: end.utf8) {
                        rest = rest.dropFirst(2)
                    }
                } else if let month, let day, digits.count == 4 || digits.count == 2 {
                    let year = full(value, width: digits.count)
                    return Day(year: year, month: month, day: day).map {
                        (.day($0), rest.startIndex)
                    }
                } else {
                    return nil
                }
            } else {
                let letters = rest.prefix { $0.isLetter }
                guard month == nil, let number = monthNumber(letters) else { return nil }
                month = number
                rest = rest[letters.endIndex...]
            }
            rest = rest.drop { " .,-/".utf8.contains($0) }
        }
        return nil
    }

    private static func monthNumber(_ name: ArraySlice<UInt8>) -> Int? {
        guard (3...9).contains(name.count) else { return nil }
        for (number, starts) in months.enumerated() {
            for start in starts where name.starts(with: start.utf8) {
                return number + 1
            }
        }
        return nil
    }

    private static let months: [[String]] = [
        ["jan"], ["feb", "fev"], ["mar", "mrz", "maerz"], ["apr", "avr"], ["may", "mai", "mei"],
        ["jun", "juin"], ["jul", "juil"], ["aug", "aou"], ["sep"], ["oct", "okt"], ["nov"],
        ["dec", "dez"],
    ]

    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        let start = text.first == UInt8(ascii: "t") ? text.dropFirst() : text
        return start.first?.isDigit == true && start.contains(UInt8(ascii: ":"))
            && start.allSatisfy { $0.isDigit || ":. +-zampm".utf8.contains($0) }
    }
}
