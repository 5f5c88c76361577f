/// What can be wrong or odd in a remittance advice, whichever way it came. Errors first.
public enum AdviceFinding: String, CaseIterable, FindingKind {
    case amountUnreadable = "advice-amount-unreadable"
    case currencyUnreadable = "advice-currency-unreadable"
    case currencyDiffers = "advice-currency-differs"
    case outOfBalance = "advice-out-of-balance"
    case tooManyLines = "advice-too-many-lines"

    case amountMissing = "advice-amount-missing"
    case numberMissing = "advice-number-missing"
    case noLines = "advice-no-lines"
    case dateUnreadable = "advice-date-unreadable"

    public var severity: Finding.Severity {
        switch self {
        case .amountMissing, .numberMissing, .noLines, .dateUnreadable: .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .amountUnreadable: ("an amount cannot be read", "金额无法读取")
        case .currencyUnreadable: ("the currency is not a code of three letters", "币种不是三个字母的代码")
        case .currencyDiffers: ("an amount in another currency than the advice", "金额币种与通知币种不同")
        case .outOfBalance:
            ("the lines and adjustments do not add up to the payment", "明细与调整之和不等于付款金额")
        case .tooManyLines:
            ("more than 100,000 lines in one advice; the rest is left out", "一份通知超过十万行，其余已略去")
        case .amountMissing:
            (
                "no amount paid, so the sum cannot be held against the payment",
                "没有付款金额，无法核对合计"
            )
        case .numberMissing: ("a line without the number of its document", "明细没有单据号")
        case .noLines: ("a payment without any line", "付款没有任何明细")
        case .dateUnreadable: ("not a date; left out", "不是有效日期，已略去")
        }
    }
}
