/// An amount in minor units of one currency. Never a binary fraction, never without its currency.
///
/// Amounts come in through ``Money/init(minor:_:)`` or ``Amount/money(_:)`` and stay within ±10^15
/// minor units, the limit at the door, so that adding the amounts of one document or customer
/// cannot overflow.
public struct Money: Hashable, Sendable, CustomStringConvertible {
    public let minor: Int64
    public let currency: Currency

    /// The largest magnitude that is let in: 10^15 minor units.
    public static let limit: Int64 = 1_000_000_000_000_000

    public init(minor: Int64, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    public static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

    public var isZero: Bool { minor == 0 }
    public var isPositive: Bool { minor > 0 }
    public var isNegative: Bool { minor < 0 }
    public var magnitude: Money { Money(minor: abs(minor), currency) }

    public static func + (a: Money, b: Money) -> Money {
        precondition(a.currency == b.currency, "adding \(b.currency) to \(a.currency)")
        return Money(minor: a.minor + b.minor, a.currency)
    }

    public static func - (a: Money, b: Money) -> Money {
        precondition(a.currency == b.currency, "taking \(b.currency) from \(a.currency)")
        return Money(minor: a.minor - b.minor, a.currency)
    }

    public static prefix func - (a: Money) -> Money { Money(minor: -a.minor, a.currency) }
    public static func += (a: inout Money, b: Money) { a = a + b }
    public static func -= (a: inout Money, b: Money) { a = a - b }

    /// `1,234.50 EUR`, as it is shown to people.
    public var description: String { "\(grouped) \(currency)" }

    /// `1234.50`, as machines read it.
    public var plain: String { Decimals.text(minor, exponent: currency.exponent, grouping: false) }

    /// `1,234.50`.
    public var grouped: String { Decimals.text(minor, exponent: currency.exponent, grouping: true) }
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool {
        precondition(a.currency == b.currency, "comparing \(a.currency) with \(b.currency)")
        return a.minor < b.minor
    }
}
