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

    /// None.
    init() {}

    init(from first: Day, to last: Day, seed: UInt64) {
        var dice = Dice(seed, "rates")
        // In units of 0.0001 yuan.
        var (dollar, euro) = (70_315, 82_240)
        for day in WorkingDays.china.days(first, last) {
            dollar = min(71_200, max(69_400, dollar + dice.int(-110...108)))
            euro = min(84_000, max(80_600, euro + dice.int(-210...214)))
            add(.usd, .cny, day, Rate(units: Int64(dollar), decimals: 4))
            add(.eur, .cny, day, Rate(units: Int64(euro), decimals: 4))
            let cross = Int64(dollar) * 100_000 / Int64(euro)
            add(.usd, .eur, day, Rate(units: cross, decimals: 5))
        }
    }

    mutating func add(_ from: Currency, _ to: Currency, _ day: Day, _ rate: Rate?) {
        guard let rate else { return }
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

    /// What a payer in Europe sends where it owes so many cents of euros, at the day's rate.
    func dollars(forEuros cents: Int64, _ day: Day) -> Int64? {
        guard let rate = rate(.usd, .eur, day) else { return nil }
        let scale = Int128(Decimals.power(Int(rate.decimals)))
        return Int64(Int128(cents) * scale / Int128(rate.units))
    }
}
