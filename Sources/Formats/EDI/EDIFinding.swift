/// What can be wrong or odd in a remittance advice of X12 or EDIFACT. Errors first.
public enum EDIFinding: String, CaseIterable, FindingKind {
    case noInterchange = "edi-no-interchange"
    case headerUnreadable = "edi-header-unreadable"
    case segmentTooLong = "edi-segment-too-long"
    case cutOff = "edi-cut-off"
    case segmentMisplaced = "edi-segment-misplaced"
    case controlDiffers = "edi-control-differs"
    case countsDiffer = "edi-counts-differ"
    case test = "edi-test"
    case noAdvice = "edi-no-advice"
    case amountUnreadable = "advice-amount-unreadable"
    case currencyUnreadable = "advice-currency-unreadable"
    case currencyDiffers = "advice-currency-differs"
    case outOfBalance = "advice-out-of-balance"
    case tooManyLines = "advice-too-many-lines"
    case tooManyFindings = "edi-too-many-findings"

    case headerWidth = "edi-header-width"
    case segmentsDiffer = "edi-segments-differ"
    case countUnreadable = "edi-count-unreadable"
    case messageOther = "edi-message-other"
    case amountMissing = "advice-amount-missing"
    case numberMissing = "advice-number-missing"
    case noLines = "advice-no-lines"
    case dateUnreadable = "advice-date-unreadable"

    public var severity: Finding.Severity {
        switch self {
        case .headerWidth, .segmentsDiffer, .countUnreadable, .messageOther, .amountMissing,
            .numberMissing, .noLines, .dateUnreadable:
            .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noInterchange: ("no interchange header (ISA, UNB) in the file", "文件中没有交换头（ISA、UNB）")
        case .headerUnreadable:
            (
                "the separators in the header (ISA, UNA) cannot be; nothing more is read",
                "交换头（ISA、UNA）的分隔符无效，其后内容未读取"
            )
        case .segmentTooLong: ("a segment is longer than 64 KiB", "一个段超过 64 KiB")
        case .cutOff:
            (
                "a message, group or interchange has no trailer",
                "报文、组或交换没有尾段，可能不完整"
            )
        case .segmentMisplaced:
            ("a segment stands where none of its kind can", "段出现在不该出现的位置")
        case .controlDiffers:
            ("the trailer has another control number than the header", "尾段与头段的控制号不同")
        case .countsDiffer: ("another number than the trailer says", "数量与尾段不符")
        case .test: ("the interchange is a test", "该交换是测试")
        case .noAdvice: ("no remittance advice in the file", "文件中没有汇款通知")
        case .amountUnreadable: ("an amount cannot be read", "金额无法读取")
        case .currencyUnreadable: ("the currency is not a code of three letters", "币种不是三个字母的代码")
        case .currencyDiffers: ("an amount in another currency than the advice", "金额币种与通知币种不同")
        case .outOfBalance:
            ("the lines and adjustments do not add up to the payment", "明细与调整之和不等于付款金额")
        case .tooManyLines:
            ("more than 100,000 lines in one advice; the rest is left out", "一份通知超过十万行，其余已略去")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .headerWidth: ("the header ISA does not have its 106 bytes", "ISA 段长度不是 106 字节")
        case .segmentsDiffer:
            (
                "another number of segments than the trailer says, though the amounts add up",
                "段数与尾段不符，但金额相符"
            )
        case .countUnreadable: ("a count in a trailer cannot be read", "尾段中的数量无法读取")
        case .messageOther: ("a message of another kind; left out", "其他类型的报文，已略去")
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

/// What one segment brings, until it is handed on.
struct EDILog {
    var events: [AdviceEvent] = []
    private var count = 0
    private static let limit = 10_000

    mutating func note(
        _ kind: EDIFinding, at place: String, _ value: String? = nil, detail: String? = nil
    ) {
        if count > Self.limit { return }
        count += 1
        let kind = count > Self.limit ? .tooManyFindings : kind
        events.append(.finding(Finding(kind, at: place, value: value, detail: detail)))
    }
}
