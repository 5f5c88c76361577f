/// What can be wrong or odd in a camt file, beside ``XMLFault``: errors where money is unreliable,
/// warnings where it is only odd.
enum CamtFinding: String, FindingKind {
    case noMessage = "camt-no-message"
    case noStatement = "camt-no-statement"
    case versionUnknown = "camt-version-unknown"
    case accountMissing = "camt-account-missing"
    case amountMissing = "camt-amount-missing"
    case amountUnreadable = "camt-amount-unreadable"
    case currencyMissing = "camt-currency-missing"
    case directionMissing = "camt-direction-missing"
    case dateUnreadable = "camt-date-unreadable"
    case statusUnknown = "camt-status-unknown"
    case remittanceAmountUnreadable = "camt-remittance-amount-unreadable"
    case detailsTooMany = "camt-details-too-many"
    case listTooLong = "camt-list-too-long"
    case detailsDoNotAddUp = "camt-details-do-not-add-up"
    case batchDiffers = "camt-batch-differs"
    case headerMissing = "camt-header-missing"
    case elementUnknown = "camt-element-unknown"
    case controlTotal = "camt-control-total"

    var severity: Finding.Severity {
        switch self {
        case .noStatement, .versionUnknown, .currencyMissing, .dateUnreadable, .statusUnknown,
            .remittanceAmountUnreadable, .detailsDoNotAddUp, .batchDiffers, .headerMissing,
            .elementUnknown:
            .warning
        default: .error
        }
    }

    var en: String { texts.en }
    var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noMessage:
            (
                "the file holds no camt.052, camt.053 or camt.054",
                "文件中没有 camt.052、camt.053 或 camt.054 报文"
            )
        case .noStatement: ("the message holds no statement", "报文中没有对账单")
        case .versionUnknown: ("the version of the message is not known", "未知的报文版本")
        case .accountMissing: ("the statement names no account", "对账单没有账号")
        case .amountMissing: ("the amount is missing", "缺少金额")
        case .amountUnreadable: ("the amount cannot be read", "金额无法读取")
        case .currencyMissing: ("the amount has no currency", "金额没有币种")
        case .directionMissing: ("neither credit nor debit is said", "没有借贷标志")
        case .dateUnreadable: ("the date cannot be read", "日期无法读取")
        case .statusUnknown:
            ("the status is neither booked, pending nor information", "状态不是已入账、待处理或仅供参考")
        case .remittanceAmountUnreadable:
            ("an amount or number that only explains cannot be read", "说明性的金额或数字无法读取")
        case .detailsTooMany: ("the entry has too many payments", "该笔包含的付款过多")
        case .listTooLong: ("a list in the file is too long", "文件中的列表过长")
        case .detailsDoNotAddUp:
            ("the payments do not add up to the entry", "各笔付款之和与该笔金额不符")
        case .batchDiffers:
            ("the payments are not as many as their batch says", "付款笔数与批次所述不符")
        case .headerMissing:
            (
                "the message has no id or does not say when it was made",
                "报文没有编号或创建时间"
            )
        case .elementUnknown:
            ("an element that no schema has; what it says is left out", "各版本都没有的元素，已略去")
        case .controlTotal:
            ("the control total differs from the entries", "控制总数与明细不符")
        }
    }
}

/// The bounds within which a camt file is believed.
struct CamtLimits {
    var xml = XMLLimits()
    var details = 100_000
}
