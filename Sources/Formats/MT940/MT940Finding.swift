/// What can be wrong or odd in an MT940 or MT942. Errors first: with one of them the file waits,
/// whole.
public enum MT940Finding: String, CaseIterable, FindingKind {
    case noMessage = "mt940-no-message"
    case otherMessage = "mt940-other-message"
    case lineTooLong = "mt940-line-too-long"
    case fieldTooLong = "mt940-field-too-long"
    case accountMissing = "mt940-account-missing"
    case openingMissing = "mt940-opening-missing"
    case cutOff = "mt940-cut-off"
    case fieldRepeated = "mt940-field-repeated"
    case balanceUnreadable = "mt940-balance-unreadable"
    case currenciesDiffer = "mt940-currencies-differ"
    case dateUnreadable = "mt940-date-unreadable"
    case markMissing = "mt940-mark-missing"
    case amountUnreadable = "mt940-amount-unreadable"
    case totalsDiffer = "mt940-totals-differ"
    case tooManyFindings = "mt940-too-many-findings"

    case balanceDate = "mt940-balance-date"
    case entryDate = "mt940-entry-date"
    case februaryThirty = "mt940-february-30"
    case amountPoint = "mt940-amount-point"
    case fundsCode = "mt940-funds-code"
    case typeOdd = "mt940-type-odd"
    case textWithoutEntry = "mt940-text-without-entry"
    case totalsUnreadable = "mt940-totals-unreadable"
    case momentUnreadable = "mt940-moment-unreadable"
    case floorLimitUnreadable = "mt940-floor-limit-unreadable"
    case otherBalance = "mt940-other-balance-unreadable"
    case tagUnknown = "mt940-tag-unknown"
    case lineOutside = "mt940-line-outside"

    public var severity: Finding.Severity {
        switch self {
        case .balanceDate, .entryDate, .februaryThirty, .amountPoint, .fundsCode, .typeOdd,
            .textWithoutEntry, .totalsUnreadable, .momentUnreadable, .floorLimitUnreadable,
            .otherBalance, .tagUnknown, .lineOutside:
            .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noMessage: ("no MT940 or MT942 in the file", "文件中没有 MT940 或 MT942 报文")
        case .otherMessage: ("a SWIFT message of another type was left out", "略去其他类型的 SWIFT 报文")
        case .lineTooLong: ("a line is longer than 64 KiB", "一行超过 64 KiB")
        case .fieldTooLong: ("a field is longer than 64 KiB", "一个字段超过 64 KiB")
        case .accountMissing: ("the statement names no account (:25:)", "对账单没有账号（:25:）")
        case .openingMissing: ("the statement has no opening balance (:60F:)", "对账单没有期初余额（:60F:）")
        case .cutOff:
            ("the statement ends without a closing balance (:62F:)", "对账单没有期末余额（:62F:），可能不完整")
        case .fieldRepeated: ("a field that may stand once stands again", "只能出现一次的字段重复出现")
        case .balanceUnreadable: ("the balance cannot be read", "余额无法读取")
        case .currenciesDiffer: ("balances of one statement differ in currency", "同一对账单的余额币种不同")
        case .dateUnreadable: ("the value date of an entry is not a date", "起息日不是有效日期")
        case .markMissing: ("an entry is marked neither credit nor debit", "分录没有借贷标志")
        case .amountUnreadable: ("the amount of an entry cannot be read", "分录金额无法读取")
        case .totalsDiffer:
            (
                "entries do not add up to the bank's totals (:90D:, :90C:)",
                "分录合计与银行汇总（:90D:、:90C:）不符"
            )
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .balanceDate: ("the date of a balance is not a date", "余额日期不是有效日期")
        case .entryDate: ("the entry date is not a date; left out", "记账日不是有效日期，已略去")
        case .februaryThirty:
            (
                "a 29 or 30 February of the 30/360 year, read as the last of February",
                "30/360 计息的二月 29 或 30 日，按二月末日读取"
            )
        case .amountPoint: ("an amount with a decimal point instead of a comma", "金额用小数点而不是逗号")
        case .fundsCode:
            ("the funds code is not the third letter of the currency", "资金代码不是币种的第三个字母")
        case .typeOdd:
            ("the transaction type is not N, F or S and three characters", "交易类型不是 N、F 或 S 加三个字符")
        case .textWithoutEntry:
            ("a text (:86:) belongs to no entry; left out", "附言（:86:）不属于任何分录，已略去")
        case .totalsUnreadable: ("the bank's totals cannot be read", "银行汇总无法读取")
        case .momentUnreadable:
            ("the moment of the report (:13D:) cannot be read", "报告时点（:13D:）无法读取")
        case .floorLimitUnreadable:
            ("the floor limit (:34F:) cannot be read", "最低金额（:34F:）无法读取")
        case .otherBalance:
            ("an available balance (:64:, :65:) cannot be read", "可用余额（:64:、:65:）无法读取")
        case .tagUnknown:
            ("a field that MT940 and MT942 do not have; left out", "MT940/MT942 没有的字段，已略去")
        case .lineOutside: ("a line outside of any message; left out", "报文之外的行，已略去")
        }
    }
}
