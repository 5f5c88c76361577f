import Ledger
import TestKit
import Testing

/// Amounts at their edges, and conversions against a slow reference (reliability: T18).
@Suite struct EdgeTests {
    private static let currencies = ["JPY", "EUR", "KWD", "CLF"].map { Currency($0)! }

    /// What is written can be read, whatever the currency's decimals.
    @Test(arguments: currencies) func plainTextComesBack(currency: Currency) {
        var seeded = Seeded(18)
        let edges: [Int64] = [0, 1, -1, 9, 10, 99, 100, 999, Money.limit, -Money.limit]
        for minor in edges + (0..<2_000).map({ _ in seeded.amount(Money.limit) }) {
            let money = Money(minor: minor, currency)
            #expect(Amount(money.plain)?.money(currency) == money)
            #expect(Amount(money).money(currency) == money)
            let ungrouped = money.grouped.utf8.filter { $0 != UInt8(ascii: ",") }
            #expect(Array(money.plain.utf8) == ungrouped)
        }
    }

    @Test(arguments: currencies) func beyondTheLimitThereIsNoMoney(currency: Currency) {
        for units in [Money.limit + 1, -Money.limit - 1, .max, -.max] {
            let exact = Amount(units: units, decimals: currency.exponent)
            #expect(exact.money(currency) == nil)
            #expect(Amount(units: units, decimals: 0).money(currency) == nil)
        }
        #expect(Amount(units: .max, decimals: 12).money(currency) == nil)
        let fine = Amount(units: 1_000_000_000_000, decimals: 12)
        #expect(fine.money(currency)?.minor == Decimals.power(currency.exponent))
    }

    @Test func textOfTheLargestNumbers() {
        #expect(Decimals.text(Int64.min, exponent: 2) == "-92233720368547758.08")
        #expect(
            Decimals.text(Int64.max, exponent: 0, grouping: true) == "9,223,372,036,854,775,807")
        #expect(Decimals.text(-5, exponent: 4) == "-0.0005")
        #expect(Decimals.text(0, exponent: 3) == "0.000")
        #expect(Decimals.text(1_000, exponent: 3, grouping: true) == "1.000")
        #expect(Decimals.text(UInt64.max, exponent: 12) == "18446744.073709551615")
    }

    @Test(arguments: [
        (5, 10, 1), (-5, 10, -1), (4, 10, 0), (-4, 10, 0), (15, 10, 2), (-15, 10, -2), (1, 3, 0),
        (2, 3, 1), (-2, 3, -1), (1, 2, 1), (0, 7, 0), (7, 7, 1), (10, 7, 1), (11, 7, 2),
    ])
    func halvesGoAwayFromZero(numerator: Int, denominator: Int, rounded: Int) {
        let found = Decimals.rounded(Int128(numerator), over: Int128(denominator))
        #expect(found == Int128(rounded))
    }

    /// 10^6 conversions: the result is the nearest minor unit, and the opposite amount gives the
    /// opposite result.
    @Test func conversionIsTheNearestMinorUnit() {
        var seeded = Seeded(7)
        var beyond = 0
        for _ in 0..<1_000_000 {
            let (from, to) = (seeded.pick(Self.currencies)!, seeded.pick(Self.currencies)!)
            let decimals = seeded.below(13)
            let units = 1 + Int64(seeded.below(seeded.chance(50) ? 100_000 : 1_000_000_000_000))
            let rate = Rate(units: units, decimals: decimals)!
            let money = Money(minor: seeded.amount(seeded.chance(50) ? 10_000 : Money.limit), from)
            guard let found = rate.convert(money, to: to) else {
                beyond += 1
                continue
            }
            // found = money · units · 10^to / (10^from · 10^decimals), without dividing:
            let scale = Int128(Decimals.power(from.exponent)) * Int128(Decimals.power(decimals))
            let exact =
                Int128(money.minor) * Int128(units) * Int128(Decimals.power(to.exponent))
            let off = Int128(found.minor) * scale - exact
            let isNearest = off.magnitude * 2 <= scale.magnitude
            let isAway = off.magnitude * 2 != scale.magnitude || (off > 0) == (money.minor > 0)
            if !isNearest || !isAway || rate.convert(-money, to: to) != -found {
                Issue.record("\(money) at \(rate) is \(found)")
                return
            }
        }
        #expect(beyond > 0, "no conversion went beyond the limit")
    }

    /// A share is the nearest but for one minor unit, and of two lines the heavier gets no less.
    @Test func sharesAreFair() {
        var seeded = Seeded(9)
        for _ in 0..<100_000 {
            let whole = seeded.amount(seeded.chance(50) ? 100 : Money.limit)
            let weights = (0...seeded.below(9)).map { _ in
                Int64(seeded.below(seeded.chance(30) ? 3 : 1_000_000_000)) + 1
            }
            let parts = Money(minor: whole, .eur).split(over: weights).map(\.minor)
            let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
            var isFair = parts.reduce(0, +) == whole
            for (part, weight) in zip(parts, weights) {
                let off = Int128(part) * total - Int128(whole) * Int128(weight)
                isFair = isFair && off.magnitude < total.magnitude
            }
            for a in parts.indices {
                for b in parts.indices where weights[a] > weights[b] {
                    isFair = isFair && parts[a].magnitude >= parts[b].magnitude
                }
            }
            if !isFair {
                Issue.record("\(whole) over \(weights) is \(parts)")
                return
            }
        }
    }
}

extension Seeded {
    /// Between `-limit` and `limit`.
    fileprivate mutating func amount(_ limit: Int64) -> Int64 {
        Int64(below(Int(limit) * 2 + 1)) - limit
    }
}
