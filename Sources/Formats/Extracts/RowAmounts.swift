import Ledger

/// Amounts, rates and other numbers of a row.
extension RowCells {
    /// An amount whose currency the row does not say; at most 10^15 whole units.
    mutating func amount(_ column: ExtractColumn) -> Amount? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        switch DecimalField(bytes) {
        case .number(let units, let decimals):
            if units.magnitude / UInt64(Decimals.power(decimals)) <= UInt64(Money.limit) {
                return Amount(units: units, decimals: decimals)
            }
            note(.amountTooLarge, column)
        case .unreadable: note(.amountUnreadable, column)
        case .tooLong: note(.amountTooLarge, column)
        }
        return nil
    }

    /// The amount in `currency`; nil where that is itself missing, with the finding that its column
    /// has.
    mutating func money(_ column: ExtractColumn, _ currency: Currency?) -> Money? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        switch DecimalField(bytes) {
        case .number(let units, let decimals):
            guard let currency else { return nil }
            if let money = money(units, decimals, currency) { return money }
            let surplus = decimals - currency.exponent
            let isExact = surplus <= 0 || units % Decimals.power(surplus) == 0
            note(isExact ? .amountTooLarge : .amountDecimals, column, detail: currency.code)
        case .unreadable: note(.amountUnreadable, column)
        case .tooLong: note(.amountTooLarge, column)
        }
        return nil
    }

    mutating func requiredMoney(_ column: ExtractColumn, _ currency: Currency?) -> Money? {
        if bytes(column).isEmpty { note(.valueMissing, column) }
        return money(column, currency)
    }

    mutating func requiredAmount(_ column: ExtractColumn) -> Amount? {
        if bytes(column).isEmpty { note(.valueMissing, column) }
        return amount(column)
    }

    /// Per cent, with or without its sign: `19`, `13%`.
    mutating func percent(_ column: ExtractColumn) -> Amount? {
        var bytes = bytes(column)
        if bytes.isEmpty { return nil }
        if bytes.last == UInt8(ascii: "%") {
            bytes = UnsafeBufferPointer(rebasing: bytes.dropLast()).trimmed
        }
        if case .number(let units, let decimals) = DecimalField(bytes), units >= 0,
            units <= 100 * Decimals.power(decimals)
        {
            return Amount(units: units, decimals: decimals)
        }
        note(.percentUnreadable, column)
        return nil
    }

    mutating func requiredRate(_ column: ExtractColumn) -> Rate? {
        let bytes = bytes(column)
        if bytes.isEmpty {
            note(.valueMissing, column)
            return nil
        }
        if case .number(let units, let decimals) = DecimalField(bytes),
            let rate = Rate(units: units, decimals: decimals)
        {
            return rate
        }
        note(.rateUnreadable, column)
        return nil
    }

    /// The common case, decimals as the currency has them, without a division.
    private func money(_ units: Int64, _ decimals: Int, _ currency: Currency) -> Money? {
        if decimals == 2, currency == lastOfTwoDecimals, units.magnitude <= UInt64(Money.limit) {
            return Money(minor: units, currency)
        }
        return Amount(units: units, decimals: decimals).money(currency)
    }

    private var lastOfTwoDecimals: Currency? { currencies.hasTwoDecimals }
}
