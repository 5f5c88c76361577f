import Ledger

/// The exchange rates of each working day, as a slow random walk around the rates of early 2026.
struct Rates: Sendable {
    struct Row: Sendable {
        let from: Currency
        let to: Currency
        let day: Day
        let rate: Rate
    }

    private(set) var rows: [Row] = []
    private var byDay: [String: Rate] = [:]

    init(from first: Day, to last: Day, seed: UInt64) {
        var dice = Dice(seed, "rates")
        // In units of 0.0001 yuan.
        var (dollar, euro) = (70_315, 82_240)
        for day in WorkingDays.china.days(first, last) {
            dollar = min(71_200, max(69_400, dollar + dice.int(-110...108)))
            euro = min(84_000, max(80_600, euro + dice.int(-210...214)))
            add(.usd, .cny, day, Int64(dollar), 4)
            add(.eur, .cny, day, Int64(euro), 4)
            add(.usd, .eur, day, Int64(dollar) * 100_000 / Int64(euro), 5)
        }
    }

    private mutating func add(
        _ from: Currency, _ to: Currency, _ day: Day, _ units: Int64, _ decimals: Int
    ) {
        guard let rate = Rate(units: units, decimals: decimals) else { return }
        rows.append(Row(from: from, to: to, day: day, rate: rate))
        byDay["\(from)\(to)\(day)"] = rate
    }

    /// The rate of `day`, or of the last working day before it.
    func rate(_ from: Currency, _ to: Currency, _ day: Day) -> Rate? {
        for back in 0..<15 {
            if let rate = byDay["\(from)\(to)\(day.adding(-back))"] { return rate }
        }
        return nil
    }
}
