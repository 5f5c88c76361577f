import Ledger

/// A form of dates, such as `yyyy-MM-dd`, `d.M.yy`, `yyyy年M月d日`, `dd-MMM-yy` or `MM/dd`.
///
/// `yyyy` is four digits, `yy` two (80–99 are of 1900), `MMM` an English month. `M` and `d`, single
/// or doubled, are one or two digits where no digit follows, else two. A time behind is passed
/// over.
public struct DateForm: Sendable, Equatable, CustomStringConvertible {
    private enum Part: Sendable, Equatable {
        case year, shortYear
        case month(Int), day(Int)
        case monthName
        case literal(UInt8)
    }

    public let description: String
    private let parts: [Part]
    /// Whether the year comes from elsewhere.
    let hasYear: Bool

    /// Nil unless the form has a day, a month and nothing twice.
    public init?(_ text: String) {
        description = text
        var bytes = Array(text.utf8)
        if let time = bytes.firstIndex(where: { $0 == 0x48 || $0 == 0x68 }) {
            bytes = Array(bytes[..<time])
            while let last = bytes.last, last <= 0x20 || last == 0x54 { bytes.removeLast() }
        }
        var parts: [Part] = []
        var at = 0
        while at < bytes.count {
            var length = 1
            while at + length < bytes.count, bytes[at + length] == bytes[at] { length += 1 }
            switch (bytes[at], length) {
            case (UInt8(ascii: "y"), 4): parts.append(.year)
            case (UInt8(ascii: "y"), 2): parts.append(.shortYear)
            case (UInt8(ascii: "M"), 3): parts.append(.monthName)
            case (UInt8(ascii: "M"), 1...2): parts.append(.month(length))
            case (UInt8(ascii: "d"), 1...2): parts.append(.day(length))
            case (let byte, _) where byte.isLetter || byte.isDigit: return nil
            case (let byte, _): for _ in 0..<length { parts.append(.literal(byte)) }
            }
            at += length
        }
        let years = parts.count { $0 == .year || $0 == .shortYear }
        let months = parts.count {
            if case .month = $0 { true } else { $0 == .monthName }
        }
        let days = parts.count { if case .day = $0 { true } else { false } }
        guard years <= 1, months == 1, days == 1 else { return nil }
        self.parts = parts
        hasYear = years == 1
    }

    static let iso = DateForm("yyyy-MM-dd")

    /// The day that `bytes` begin with; nil where they are of another form or no day. `near` says
    /// the year where the form has none.
    func day(_ bytes: ByteRun, near: Day?) -> Day? {
        var (year, month, day) = (0, 0, 0)
        var at = 0
        for (place, part) in parts.enumerated() {
            switch part {
            case .literal(let byte):
                guard at < bytes.count, bytes[at] == byte else { return nil }
                at += 1
            case .year:
                guard let number = Self.number(bytes, &at, 4, 4) else { return nil }
                year = number
            case .shortYear:
                guard let number = Self.number(bytes, &at, 2, 2) else { return nil }
                year = number >= 80 ? 1900 + number : 2000 + number
            case .month:
                guard let number = Self.number(bytes, &at, isTight(place) ? 2 : 1, 2) else {
                    return nil
                }
                month = number
            case .day:
                guard let number = Self.number(bytes, &at, isTight(place) ? 2 : 1, 2) else {
                    return nil
                }
                day = number
            case .monthName:
                guard let number = Self.month(bytes, at) else { return nil }
                month = number
                at += 3
            }
        }
        guard Self.isTime(bytes.from(at)) else { return nil }
        guard !hasYear else { return Day(year: year, month: month, day: day) }
        guard let near else { return nil }
        return [-1, 0, 1].compactMap {
            Day(year: near.civil.year + $0, month: month, day: day)
        }.min { abs($0 - near) < abs($1 - near) }
    }

    /// Whether digits stand on either side without anything between.
    private func isTight(_ place: Int) -> Bool {
        for next in [place - 1, place + 1] where parts.indices.contains(next) {
            if case .literal = parts[next] { continue }
            return true
        }
        return false
    }

    private static func number(
        _ bytes: ByteRun, _ at: inout Int, _ least: Int, _ most: Int
    ) -> Int? {
        var number = 0
        var count = 0
        while count < most, bytes[at].isDigit {
            number = number * 10 + Int(bytes[at] &- 0x30)
            at += 1
            count += 1
        }
        return count >= least ? number : nil
    }

    private static func month(_ bytes: ByteRun, _ at: Int) -> Int? {
        let names: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
        for month in 0..<12
        where (0..<3).allSatisfy({ bytes[at + $0] | 0x20 == names.utf8Start[month * 3 + $0] }) {
            return month + 1
        }
        return nil
    }

    /// Nothing; or a time of day behind a blank or `T`; or its six digits alone.
    private static func isTime(_ rest: ByteRun) -> Bool {
        if rest.isEmpty { return true }
        if rest[0].isDigit { return rest.count == 6 && rest.isDigits }
        guard rest[0] <= 0x20 || rest[0] == UInt8(ascii: "T") else { return false }
        let time = rest.from(1).trimmed
        if time.isEmpty { return true }
        guard time[0].isDigit, time.count <= 40 else { return false }
        for byte in time.buffer {
            let isPart =
                byte.isDigit || byte <= 0x20 || ":.+-".utf8.contains(byte)
                || "APMZapmz".utf8.contains(byte)
            if !isPart { return false }
        }
        return true
    }
}
