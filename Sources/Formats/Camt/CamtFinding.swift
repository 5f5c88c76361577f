/// What can be wrong or odd in a camt file: errors where money is unreliable, warnings where it is
/// only odd.
enum CamtFinding: String, FindingKind {
    case xmlBroken = "camt-xml-broken"
    case truncated = "camt-truncated"
    case doctype = "camt-doctype"
    case tooDeep = "camt-too-deep"
    case textTooLong = "camt-text-too-long"
    case tagTooLong = "camt-tag-too-long"
    case fileTooLarge = "camt-file-too-large"
    case encodingUnknown = "camt-encoding-unknown"
    case encodingBroken = "camt-encoding-broken"
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
    case findingsTooMany = "camt-findings-too-many"

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
        case .xmlBroken: ("the file is not well-formed XML", "文件不是格式良好的 XML")
        case .truncated: ("the file ends too early", "文件不完整，提前结束")
        case .doctype: ("a document type declaration is not accepted", "不接受 DOCTYPE 声明")
        case .tooDeep: ("elements are nested too deeply", "元素嵌套过深")
        case .textTooLong: ("a field is too long", "字段过长")
        case .tagTooLong: ("a tag is too long", "标签过长")
        case .fileTooLarge: ("the file is too large", "文件过大")
        case .encodingUnknown: ("the encoding of the file is not known", "无法识别文件编码")
        case .encodingBroken: ("the file breaks the encoding it declares", "文件内容与声明的编码不符")
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
        case .findingsTooMany: ("further findings are not listed", "其余问题不再列出")
        }
    }
}

/// The bounds within which a camt file is believed (reliability: hostile XML).
struct CamtLimits {
    var file = 2 << 30
    var depth = 64
    var text = 64 << 10
    var tag = 64 << 10
    var details = 100_000
    var findings = 10_000
    var strangers = 20
}
