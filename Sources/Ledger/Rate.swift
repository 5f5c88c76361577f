/// An exact exchange rate: units of the target currency for one unit of the source currency.
public struct Rate: Hashable, Sendable, CustomStringConvertible {
    /// The rate without its decimal point; positive.
    public let units: Int64
    /// Digits of `units` behind the point (0…12).
    public let decimals: UInt8

    public static let one = Rate(units: 1, decimals: 0)!

    /// Nil unless positive and at most 10^12 units with at most 12 decimals.
    public init?(units: Int64, decimals: Int) {
        guard units > 0, units <= 1_000_000_000_000, (0...12).contains(decimals) else { return nil }
        // 7.1000 and 7.1 are one rate, with one hash.
        var (units, decimals) = (units, decimals)
        while decimals > 0, units % 10 == 0 {
            units /= 10
            decimals -= 1
        }
        self.units = units
        self.decimals = UInt8(decimals)
    }

    public init?(_ text: some StringProtocol) {
        guard let amount = Amount(text) else { return nil }
        self.init(units: amount.units, decimals: Int(amount.decimals))
    }

    /// `money` in `target`, rounded half away from zero to its minor unit. Nil beyond
    /// ``Money/limit``.
    public func convert(_ money: Money, to target: Currency) -> Money? {
        var numerator = Int128(money.minor) * Int128(units)
        var denominator = Int128(Decimals.power(Int(decimals)))
        let shift = target.exponent - money.currency.exponent
        if shift >= 0 {
            numerator *= Int128(Decimals.power(shift))
        } else {
            denominator *= Int128(Decimals.power(-shift))
        }
        let minor = Decimals.rounded(numerator, over: denominator)
        guard minor.magnitude <= UInt128(Money.limit) else { return nil }
        return Money(minor: Int64(minor), target)
    }

    /// `7.1`.
    public var description: String { Decimals.text(units, exponent: Int(decimals)) }
}

extension Rate {
    /// How much of `source` is worth `money` at this rate, rounded half away from zero; nil beyond
    /// ``Money/limit``.
    public func divide(_ money: Money, into source: Currency) -> Money? {
        var numerator = Int128(money.minor) * Int128(Decimals.power(Int(decimals)))
        var denominator = Int128(units)
        let shift = source.exponent - money.currency.exponent
        if shift >= 0 {
            numerator *= Int128(Decimals.power(shift))
        } else {
            denominator *= Int128(Decimals.power(-shift))
        }
        let minor = Decimals.rounded(numerator, over: denominator)
        guard minor.magnitude <= UInt128(Money.limit) else { return nil }
        return Money(minor: Int64(minor), source)
    }
}
