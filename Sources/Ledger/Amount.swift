/// A decimal number as a document writes it: its digits, and how many of them stand behind the
/// point.
///
/// A bank may write `12`, `12.5` or `12.50000`; the file's own decimals are kept for showing, and
/// the number becomes ``Money`` only where its currency can hold it exactly.
public struct Amount: Hashable, Sendable, CustomStringConvertible {
    /// The number without its point; within ±10^18.
    public let units: Int64
    /// How many digits of `units` stand behind the point (0…12).
    public let decimals: UInt8

    public init(units: Int64, decimals: Int) {
        precondition((0...12).contains(decimals), "an amount with \(decimals) decimals")
        precondition(units != .min, "an amount that cannot be negated")
        self.units = units
        self.decimals = UInt8(decimals)
    }

    public init(_ money: Money) {
        self.init(units: money.minor, decimals: money.currency.exponent)
    }

    /// Reads `12`, `-12.50`, `+12.5`, `12.` and `.5`, with `point` as the decimal sign and nothing
    /// else (SWIFT writes `12,`): no grouping, no spaces, no exponent, at most 18 digits, at most
    /// 12 decimals. Nil for anything else; never traps.
    @inlinable
    public init?(utf8 bytes: some Sequence<UInt8>, point: UInt8 = UInt8(ascii: ".")) {
        var units: Int64 = 0
        var decimals: Int?
        var digits = 0
        var negative = false
        var first = true
        for byte in bytes {
            defer { first = false }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if units != 0 || byte != UInt8(ascii: "0") {
                    guard units < 100_000_000_000_000_000 else { return nil }
                    units = units * 10 + Int64(byte - UInt8(ascii: "0"))
                }
                if let count = decimals {
                    guard count < 12 else { return nil }
                    decimals = count + 1
                }
            case point where decimals == nil: decimals = 0
            case UInt8(ascii: "-") where first: negative = true
            case UInt8(ascii: "+") where first: break
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        self.units = negative ? -units : units
        self.decimals = UInt8(decimals ?? 0)
    }

    public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

    /// The amount in `currency`; nil where the currency has too few decimals to hold it exactly, or
    /// where it is beyond ``Money/limit``.
    public func money(_ currency: Currency) -> Money? {
        let exponent = currency.exponent
        var minor = units
        if exponent >= decimals {
            let (scaled, overflow) = units.multipliedReportingOverflow(
                by: Decimals.power(exponent - Int(decimals)))
            if overflow { return nil }
            minor = scaled
        } else {
            let (quotient, rest) = units.quotientAndRemainder(
                dividingBy: Decimals.power(Int(decimals) - exponent))
            guard rest == 0 else { return nil }
            minor = quotient
        }
        guard minor.magnitude <= UInt64(Money.limit) else { return nil }
        return Money(minor: minor, currency)
    }

    public static prefix func - (a: Amount) -> Amount {
        Amount(units: -a.units, decimals: Int(a.decimals))
    }

    /// The number with the decimals the file had: `-12.50`.
    public var description: String { Decimals.text(units, exponent: Int(decimals)) }
}
