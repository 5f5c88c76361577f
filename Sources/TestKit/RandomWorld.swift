import Ledger

/// Where a random history plays: the company's country and currency, and the currencies it bills in
/// beside its own, each with the rate that the days move about.
public struct RandomWorld: Sendable, CustomStringConvertible {
    /// A rate as `units` with `decimals`, moved by a few per cent each day.
    public struct Foreign: Sendable {
        let currency: Currency
        let units: Int64
        let decimals: Int
    }

    public let country: String
    public let functional: Currency
    public let foreign: [Foreign]

    public var currencies: [Currency] { [functional] + foreign.map(\.currency) }
    public var description: String { "\(country), \(functional)" }

    init(_ country: String, _ currency: String, _ foreign: [(String, Int64, Int)]) {
        self.country = country
        functional = Currency(currency) ?? .cny
        self.foreign = foreign.compactMap { code, units, decimals in
            Currency(code).map { Foreign(currency: $0, units: units, decimals: decimals) }
        }
    }

    /// VAT stays as billed when a discount is taken.
    public static let china = RandomWorld(
        "CN", "CNY", [("USD", 71_000, 4), ("EUR", 79_000, 4)])
    /// VAT falls with a discount; a currency without and one with three decimals.
    public static let germany = RandomWorld(
        "DE", "EUR", [("JPY", 61_200, 7), ("KWD", 30_400, 4)])
    /// Most minor units are worth less than one of the company's, which has no decimals.
    public static let japan = RandomWorld("JP", "JPY", [("KRW", 1_080, 4), ("CNY", 20_600, 3)])
    /// Small credits are not the company's; four decimals, and minor units worth a hundredth.
    public static let america = RandomWorld("US", "USD", [("CLF", 39_500, 3), ("VND", 39_400, 9)])

    public static let all = [china, germany, japan, america]
}
