import Ledger

/// An exchange rate of a day, from `rates.csv`: units of `to` for one unit of `from`.
public struct RateRow: Hashable, Sendable {
    public let line: Int
    public let from: Currency
    public let to: Currency
    public let date: Day
    public let rate: Rate
    /// `spot`, `month-end`, … as the source calls it.
    public let type: String?
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .required(.from, "源币种", "原币", "原币种", "外币"),
        .required(.to, "目标币种", "本币", "本位币", "折算币种"),
        .required(.date, "日期", "汇率日期", "生效日期"),
        .required(.rate, "汇率", "折算汇率"),
        .optional(.type, "类型", "汇率类型"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        let source = cells.requiredCurrency(.from)
        let target = cells.requiredCurrency(.to)
        let day = cells.requiredDay(.date)
        let units = cells.requiredRate(.rate)
        type = cells.text(.type)
        self.extras = extras
        if let source, source == target { cells.note(.rateOfOneCurrency, .to) }
        guard cells.findings.isEmpty, let source, let target, let day, let units else { return nil }
        (from, to, date, rate) = (source, target, day, units)
    }
}
