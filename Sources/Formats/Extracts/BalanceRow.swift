import Ledger

/// The balance of a general ledger account on a day, from `balances.csv`: what the subledger must
/// tie out to.
public struct BalanceRow: Hashable, Sendable {
    public let line: Int
    public let entity: String
    /// The code in the general ledger's own chart.
    public let account: String
    public let date: Day
    /// Debits positive, credits negative.
    public let balance: Money
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .entity,
        .required(.account, "科目", "会计科目", "总账科目", "科目编码", "科目代码"),
        .required(.date, "日期", "余额日期", "截止日期"),
        .currency,
        .required(.balance, "余额", "期末余额"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        entity = cells.requiredText(.entity)
        account = cells.requiredText(.account)
        let day = cells.requiredDay(.date)
        let amount = cells.requiredMoney(.balance, cells.requiredCurrency(.currency))
        self.extras = extras
        guard cells.findings.isEmpty, let day, let amount else { return nil }
        (date, balance) = (day, amount)
    }
}
