import Ledger

/// What is known besides items and payers when a run begins: plain values; all may be empty.
public struct Known: Sendable {
    public var promises: [Promise] = []
    /// Open orders, so that an advance is seen to be for one.
    public var orders: [Order] = []
    public var writtenOff: [WrittenOff] = []
    public var rates = Rates()
    /// How often such proposals were right before; nil while nobody has measured.
    public var calibration: Calibration?

    public init() {}
}

/// A promise to pay or one instalment of a plan that a customer has agreed to, not yet kept (R13).
public struct Promise: Sendable, Equatable {
    public let customer: Int64
    public let currency: Currency
    /// In minor units; positive.
    public let amount: Int64
    public let dueOn: Day
    /// The items it was given for; empty where it was given for the account, oldest first.
    public let items: [Int64]
    public let isInstalment: Bool

    public init(
        customer: Int64, currency: Currency, amount: Int64, dueOn: Day, items: [Int64] = [],
        isInstalment: Bool = false
    ) {
        self.customer = customer
        self.currency = currency
        self.amount = amount
        self.dueOn = dueOn
        self.items = items
        self.isInstalment = isInstalment
    }
}

/// What was written off as tolerance for a customer in a year before this run, which counts toward
/// the year's cap (domain.md §3.2).
public struct WrittenOff: Sendable, Equatable {
    public let customer: Int64
    public let currency: Currency
    public let year: Int
    /// In minor units.
    public let amount: Int64

    public init(customer: Int64, currency: Currency, year: Int, amount: Int64) {
        self.customer = customer
        self.currency = currency
        self.year = year
        self.amount = amount
    }
}

/// Rates of the day, for a receipt in another currency than the items': it is proposed with the
/// converted amount, never applied by itself.
public struct Rates: Sendable {
    private var rates: [UInt64: Rate] = [:]

    public init() {}

    /// `rate`: units of `target` for one unit of `source`.
    public mutating func set(_ source: Currency, _ target: Currency, _ rate: Rate) {
        rates[Self.key(source, target)] = rate
    }

    public func rate(_ source: Currency, _ target: Currency) -> Rate? {
        rates[Self.key(source, target)]
    }

    private static func key(_ source: Currency, _ target: Currency) -> UInt64 {
        UInt64(source.number) << 32 | UInt64(target.number)
    }
}

/// An open order, by the customer's number or ours.
public struct Order: Sendable, Equatable {
    public let customer: Int64
    public let number: String

    public init(customer: Int64, number: String) {
        self.customer = customer
        self.number = number
    }
}
