import Ledger
import TestKit
import Testing

@Suite struct MoneyTests {
    @Test func textShowsTheMinorUnitOfTheCurrency() {
        let yen = Currency("JPY")!
        let dinar = Currency("KWD")!
        #expect(Money(minor: 123_456_789, .eur).description == "1,234,567.89 EUR")
        #expect(Money(minor: -5, .cny).plain == "-0.05")
        #expect(Money(minor: 1_234, yen).description == "1,234 JPY")
        #expect(Money(minor: 1_234, dinar).plain == "1.234")
        #expect(Money(minor: 0, .usd).plain == "0.00")
    }

    @Test(arguments: [
        ("0", 0, 0), ("12", 12, 0), ("-12.50", -1250, 2), ("+1.000", 1000, 3), ("007", 7, 0),
        (".5", 5, 1), ("5.", 5, 0), ("999999999999999999", 999_999_999_999_999_999, 0),
    ])
    func amountsAreRead(text: String, units: Int, decimals: Int) {
        let amount = Amount(text)
        #expect(amount?.units == Int64(units))
        #expect(amount.map { Int($0.decimals) } == decimals)
    }

    @Test(arguments: [
        "", "-", ".", "1,5", "1 000", "1e5", "12abc", "1.2.3", "--1", "1-", "１２",
        "1000000000000000000", "0.1234567890123", "9223372036854775808",
    ])
    func whatIsNoAmountIsNil(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test func anAmountBecomesMoneyOnlyWhereItsCurrencyHoldsItExactly() {
        let yen = Currency("JPY")!
        let unidad = Currency("CLF")!
        #expect(Amount("12.5")?.money(.eur) == Money(minor: 1_250, .eur))
        #expect(Amount("12.50000")?.money(.eur) == Money(minor: 1_250, .eur))
        #expect(Amount("12.505")?.money(.eur) == nil)
        #expect(Amount("100.00")?.money(yen) == Money(minor: 100, yen))
        #expect(Amount("100.5")?.money(yen) == nil)
        #expect(Amount("1.2345")?.money(unidad) == Money(minor: 12_345, unidad))
        #expect(Amount("10000000000000.00")?.money(.eur)?.minor == Money.limit)
        #expect(Amount("10000000000000.01")?.money(.eur) == nil)
        #expect(Amount("999999999999999999")?.money(Currency("KWD")!) == nil)
    }

    /// G-CNV-01, and that nothing is lost whatever the weights.
    @Test func splittingLosesNothing() {
        #expect(Money(minor: 10_000, .eur).split(3).map(\.minor) == [3_334, 3_333, 3_333])
        #expect(Money(minor: -10_000, .eur).split(3).map(\.minor) == [-3_334, -3_333, -3_333])
        // Ties go to the larger weight, then to the lower line.
        #expect(Money(minor: 1, .eur).split(over: [1, 1]).map(\.minor) == [1, 0])
        #expect(Money(minor: 3, .eur).split(over: [1, 3]).map(\.minor) == [1, 2])
        var seeded = Seeded(1)
        for _ in 0..<100_000 {
            let total = Int64(seeded.below(2_000_000_000)) - 1_000_000_000
            var weights = (0...seeded.below(7)).map { _ in Int64(seeded.below(1_000_000)) }
            if weights.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
            let parts = Money(minor: total, .cny).split(over: weights)
            #expect(parts.reduce(Int64(0)) { $0 + $1.minor } == total)
            for (part, weight) in zip(parts, weights) where weight == 0 {
                #expect(part.isZero)
            }
        }
    }

    @Test func conversionIsExactAndRoundsHalfAwayFromZero() {
        let yen = Currency("JPY")!
        #expect(Rate("7.1")?.convert(Money(minor: 2_000_000, .usd), to: .cny)?.minor == 14_200_000)
        #expect(Rate("0.5")?.convert(Money(minor: 1, .usd), to: .cny)?.minor == 1)
        #expect(Rate("0.5")?.convert(Money(minor: -1, .usd), to: .cny)?.minor == -1)
        #expect(Rate("0.49")?.convert(Money(minor: 1, .usd), to: .cny)?.minor == 0)
        #expect(Rate("150")?.convert(Money(minor: 100, .usd), to: yen)?.minor == 150)
        #expect(Rate("0.0067")?.convert(Money(minor: 150, yen), to: .usd)?.minor == 101)
        #expect(Rate("1000000000000")?.convert(Money(minor: Money.limit, .usd), to: .cny) == nil)
        #expect(Rate("7.1000") == Rate("7.1"))
        for text in ["0", "-1", "1000000000001", "x", ""] { #expect(Rate(text) == nil) }
    }

    @Test func currenciesKnowTheirMinorUnit() {
        #expect(Currency("CNY")?.exponent == 2)
        #expect(Currency("KRW")?.exponent == 0)
        #expect(Currency("BHD")?.exponent == 3)
        for text in ["", "cny", "CN", "CNYY", "C1Y", "人民币"] { #expect(Currency(text) == nil) }
    }

    @Test func effectsReadAsAccountantsRead() {
        let lines = [
            Line(
                debit: .receivables, credit: .revenue, amount: Money(minor: 100, .cny),
                functional: Money(minor: 100, .cny), rate: .one),
            Line(
                debit: .receivables, credit: .outputVAT, amount: Money(minor: 13, .cny),
                functional: Money(minor: 13, .cny), rate: .one),
        ]
        #expect(lines.effects.map(\.account) == [.receivables, .revenue, .outputVAT])
        #expect(lines.effects.map(\.amount.minor) == [113, -100, -13])
        #expect((lines + lines.map(\.mirrored)).effects.isEmpty)
    }
}
