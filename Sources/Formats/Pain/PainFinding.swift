/// What can be wrong or odd in a file of payment orders or of their answers, beside ``XMLFault``.
enum PainFinding: String, FindingKind {
    case noMessage = "pain-no-message"
    case versionUnknown = "pain-version-unknown"
    case elementMissing = "pain-element-missing"
    case elementLate = "pain-element-late"
    case countDiffers = "pain-count-differs"
    case sumDiffers = "pain-sum-differs"
    case countUnreadable = "pain-count-unreadable"
    case amountMissing = "pain-amount-missing"
    case amountUnreadable = "pain-amount-unreadable"
    case currencyMissing = "pain-currency-missing"
    case remittanceAmountUnreadable = "pain-remittance-amount-unreadable"
    case dateUnreadable = "pain-date-unreadable"
    case methodUnknown = "pain-method-unknown"
    case ibanWrong = "pain-iban-wrong"
    case groupTwice = "pain-group-twice"
    case endToEndTwice = "pain-end-to-end-twice"
    case tooMuch = "pain-too-much"

    var severity: Finding.Severity {
        switch self {
        case .noMessage, .countDiffers, .sumDiffers, .countUnreadable, .amountMissing,
            .amountUnreadable, .tooMuch:
            .error
        default: .warning
        }
    }

    var en: String { texts.en }
    var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noMessage:
            (
                "the file holds no pain.001, pain.002 or pain.008",
                "文件中没有 pain.001、pain.002 或 pain.008 报文"
            )
        case .versionUnknown:
            ("the version of the message is not known", "未知的报文版本")
        case .elementMissing: ("an element that must be there is missing", "缺少必填元素")
        case .elementLate:
            ("an element stands behind those it should precede; it is not read", "元素位置靠后，未读取")
        case .countDiffers:
            ("the number of transfers differs from what is said", "付款笔数与所述不符")
        case .sumDiffers:
            ("the sum of the transfers differs from the control sum", "付款合计与控制总额不符")
        case .countUnreadable: ("the number of transfers cannot be read", "付款笔数无法读取")
        case .amountMissing: ("the amount is missing", "缺少金额")
        case .amountUnreadable:
            ("the amount cannot be read, or is not positive", "金额无法读取或不是正数")
        case .currencyMissing: ("the amount has no currency", "金额没有币种")
        case .remittanceAmountUnreadable:
            ("an amount in the remittance cannot be read", "汇款信息中的金额无法读取")
        case .dateUnreadable: ("the date cannot be read", "日期无法读取")
        case .methodUnknown:
            ("the method is none of the message: TRF, CHK, TRA; DD to collect", "未知的付款方式")
        case .ibanWrong:
            ("the check digits of the IBAN are wrong", "IBAN 校验码不符")
        case .groupTwice:
            ("two groups of the file have the same id", "文件中两组付款编号相同")
        case .endToEndTwice:
            ("two transfers of the file have the same end-to-end id", "文件中两笔付款的端到端编号相同")
        case .tooMuch:
            ("a payment or answer has too many lines or documents", "一笔付款的明细行过多")
        }
    }
}

/// The bounds within which a payment file is believed.
struct PainLimits {
    var xml = XMLLimits()
    /// Lines, documents and reasons of one transfer.
    var pieces = 1000
    /// How many ids are remembered, eight bytes each, to see that one comes twice.
    var ids = 1_000_000
}
