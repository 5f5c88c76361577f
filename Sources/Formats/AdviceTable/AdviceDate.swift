import Ledger

/// A date as a payer wrote it, where it may be that day and month could be either.
enum AdviceDate: Equatable {
    case day(Day)
    /// `05/03/2026` read day first, and month first.
    case either(Day, Day)

    /// Which comes first, the day or the month.
    enum Order: Sendable { case day, month }

    /// What a cell has.
    init?(cell: ArraySlice<UInt8>) {
        let isPlain = FoldedText.isFolded(cell) && !cell.contains(where: { $0.isCapital })
        self.init(isPlain ? cell : FoldedText(cell.prefix(100)).lower[...])
    }

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
        guard let found = Numbers(text.trimmed), found.width.0 <= 2 else { return nil }
        let (first, second, _) = found.part
        if first > 12, first < 32, second <= 12 { return .day }
        if second > 12, second < 32, first <= 12 { return .month }
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
        guard let found = Numbers(text) else { return nil }
        let (first, second, third) = found.part
        if found.width.0 == 4 {
            let day = Day(year: first, month: second, day: third)
            return day.map { (.day($0), found.end) }
        }
        guard found.width.0 <= 2, found.width.1 <= 2, found.width.2 == 4 || found.width.2 == 2
        else { return nil }
        let year = full(third, width: found.width.2)
        let dayFirst = Day(year: year, month: second, day: first)
        if found.mark == UInt8(ascii: ".") { return dayFirst.map { (.day($0), found.end) } }
        let monthFirst = Day(year: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let one?, let other?):
            return (one == other ? .day(one) : .either(one, other), found.end)
        case (let one?, nil), (nil, let one?): return (.day(one), found.end)
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

    /// Three numbers with the same mark between them, or with 年, 月 and 日 behind them.
    private struct Numbers {
        var part = (0, 0, 0)
        /// How many digits each has.
        var width = (0, 0, 0)
        var mark: UInt8 = 0
        var end: Int

        init?(_ text: ArraySlice<UInt8>) {
            end = text.startIndex
            guard let first = Self.number(text, &end) else { return nil }
            guard pass(text, isLast: false), let second = Self.number(text, &end) else {
                return nil
            }
            guard pass(text, isLast: false), let third = Self.number(text, &end) else {
                return nil
            }
            guard pass(text, isLast: true) else { return nil }
            part = (first.value, second.value, third.value)
            width = (first.width, second.width, third.width)
        }

        private static func number(
            _ text: ArraySlice<UInt8>, _ at: inout Int
        ) -> (value: Int, width: Int)? {
            let start = at
            var value = 0
            while at < text.endIndex, text[at].isDigit, at - start < 5 {
                value = value * 10 + Int(text[at] - 0x30)
                at += 1
            }
            return at > start && at - start < 5 ? (value, at - start) : nil
        }

        /// The mark behind a number. No date goes on as a number or a path.
        private mutating func pass(_ text: ArraySlice<UInt8>, isLast: Bool) -> Bool {
            guard end < text.endIndex else { return isLast }
            let next = text[end]
            if next >= 0x80 {
                let rest = text[end...]
                guard ["年", "月", "日", "号"].contains(where: { rest.starts(with: $0.utf8) }) else {
                    return isLast
                }
                end += 3
                mark = UInt8(ascii: "-")
                while !isLast, end < text.endIndex, text[end] == 0x20 { end += 1 }
                return true
            }
            if isLast { return !next.isDigit && next != UInt8(ascii: "/") }
            guard "-/.".utf8.contains(next), mark == 0 || mark == next else { return false }
            mark = next
            end += 1
            return true
        }
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
