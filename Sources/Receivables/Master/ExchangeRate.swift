import Ledger

/// One approved rate of one day (domain.md §1.6): `from` is worth `rate` of `to`.
public struct ExchangeRate: Sendable, Equatable {
    public let from: Currency
    public let to: Currency
    public let day: Day
    public let rate: Rate
    /// `spot`, `month-end`, `customs` or `bank`.
    public let type: String

    public init(from: Currency, to: Currency, day: Day, rate: Rate, type: String) {
        self.from = from
        self.to = to
        self.day = day
        self.rate = rate
        self.type = type
    }
}

/// The rates that translate into functional currencies, newest on or before a day.
public struct RateTable: Sendable {
    private struct Pair: Hashable {
        let from: Currency
        let to: Currency
    }
    private var rates: [Pair: [(day: Day, rate: Rate)]] = [:]

    public init() {}

    public mutating func add(_ rate: ExchangeRate) {
        guard rate.type == "spot" else { return }
        var list = rates[Pair(from: rate.from, to: rate.to)] ?? []
        let at = list.firstIndex { $0.day >= rate.day } ?? list.endIndex
        if at < list.endIndex, list[at].day == rate.day {
            list[at].rate = rate.rate
        } else {
            list.insert((rate.day, rate.rate), at: at)
        }
        rates[Pair(from: rate.from, to: rate.to)] = list
    }

    public mutating func remove(_ rate: ExchangeRate) {
        guard rate.type == "spot" else { return }
        rates[Pair(from: rate.from, to: rate.to)]?.removeAll { $0.day == rate.day }
    }

    /// The spot rate in force on `day`: the last one on or before it. Nil where none is known.
    public func rate(from: Currency, to: Currency, on day: Day) -> Rate? {
        if from == to { return .one }
        guard let list = rates[Pair(from: from, to: to)] else { return nil }
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? list[low - 1].rate : nil
    }
}
