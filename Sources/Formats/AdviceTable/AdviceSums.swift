import Ledger

/// Sums of amounts of different decimals, in units of 10^-12, which an advice of 100,000 lines
/// cannot overflow.
enum AdviceSum {
    static func scaled(_ amount: Amount?) -> Int128 { amount.map { Footing.scaled($0) } ?? 0 }

    /// With `decimals`, or as many more as the sum needs; nil where it is beyond any amount.
    static func amount(_ scaled: Int128, decimals: Int) -> Amount? {
        var places = 12
        var units = scaled
        while places > decimals, units % 10 == 0 {
            units /= 10
            places -= 1
        }
        guard let small = Int64(exactly: units), small.magnitude < 1_000_000_000_000_000_000 else {
            return nil
        }
        return Amount(units: small, decimals: places)
    }

    static func total(_ amounts: [Amount]) -> Amount? {
        let decimals = amounts.map { Int($0.decimals) }.max() ?? 0
        return amount(amounts.reduce(0) { $0 + scaled($1) }, decimals: decimals)
    }

    static func negated(_ amount: Amount?) -> Amount? { amount.map { -$0 } }
}

/// How the amounts and dates of one sender are written, found from all of them.
struct AdviceConvention {
    private var points = 0
    private var commas = 0
    private var dayFirst = 0
    private var monthFirst = 0

    mutating func add(_ amount: AdviceAmount) {
        switch amount.evidence {
        case .decimals(.point): points += 1
        case .decimals(.comma): commas += 1
        case .none, .ambiguous: break
        }
    }

    mutating func add(date text: ArraySlice<UInt8>) {
        switch AdviceDate.order(of: text) {
        case .day: dayFirst += 1
        case .month: monthFirst += 1
        case nil: break
        }
    }

    mutating func add(_ other: AdviceDate.Order?) {
        if other == .day { dayFirst += 1 }
        if other == .month { monthFirst += 1 }
    }

    /// Nil where nothing shows it, or each is shown.
    var mark: AdviceAmount.Mark? {
        isMixed ? nil : points > 0 ? .point : commas > 0 ? .comma : nil
    }

    var isMixed: Bool { points > 0 && commas > 0 }

    var order: AdviceDate.Order? {
        dayFirst > 0 && monthFirst == 0 ? .day : monthFirst > 0 && dayFirst == 0 ? .month : nil
    }
}
