/// What can be wrong or odd in an OFX file: errors where money is unreliable, warnings where it is
/// only odd.
public enum OFXFinding: String, CaseIterable, FindingKind {
    case noMessage = "ofx-no-message"
    case noStatement = "ofx-no-statement"
    case truncated = "ofx-truncated"
    case doctype = "ofx-doctype"
    case tooDeep = "ofx-too-deep"
    case tagTooLong = "ofx-tag-too-long"
    case valueTooLong = "ofx-value-too-long"
    case encodingUnknown = "ofx-encoding-unknown"
    case encodingBroken = "ofx-encoding-broken"
    case tagsCrossed = "ofx-tags-crossed"
    case statusError = "ofx-status-error"
    case accountMissing = "ofx-account-missing"
    case currencyMissing = "ofx-currency-missing"
    case fieldRepeated = "ofx-field-repeated"
    case amountMissing = "ofx-amount-missing"
    case amountUnreadable = "ofx-amount-unreadable"
    case amountAmbiguous = "ofx-amount-ambiguous"
    case dateMissing = "ofx-date-missing"
    case dateUnreadable = "ofx-date-unreadable"
    case balanceUnreadable = "ofx-balance-unreadable"
    case correction = "ofx-correction"
    case tooManyFindings = "ofx-too-many-findings"

    case charset = "ofx-charset"
    case messageLeftOut = "ofx-message-left-out"
    case statusWarning = "ofx-status-warning"
    case noEntries = "ofx-no-entries"
    case balanceMissing = "ofx-balance-missing"
    case balanceDay = "ofx-balance-day"
    case dayUnreadable = "ofx-day-unreadable"
    case idMissing = "ofx-id-missing"
    case idRepeated = "ofx-id-repeated"
    case signOdd = "ofx-sign-odd"

    public var severity: Finding.Severity {
        switch self {
        case .charset, .messageLeftOut, .statusWarning, .noEntries, .balanceMissing, .balanceDay,
            .dayUnreadable, .idMissing, .idRepeated, .signOdd:
            .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noMessage: ("no <OFX> in the file", "文件中没有 <OFX>")
        case .noStatement: ("the file holds no statement", "文件中没有对账单")
        case .truncated: ("the file ends before its </OFX>", "文件不完整，缺少 </OFX>")
        case .doctype: ("a document type declaration is not accepted", "不接受 DOCTYPE 声明")
        case .tooDeep: ("tags are nested too deeply", "标签嵌套过深")
        case .tagTooLong: ("a tag is longer than 4 KiB", "一个标签超过 4 KiB")
        case .valueTooLong: ("a field is longer than 64 KiB", "一个字段超过 64 KiB")
        case .encodingUnknown: ("the encoding of the file is not known", "无法识别文件编码")
        case .encodingBroken: ("the file breaks the encoding it declares", "文件内容与声明的编码不符")
        case .tagsCrossed: ("a tag stands or ends where it cannot", "标签的位置或结束有误")
        case .statusError: ("the bank answers with an error", "银行返回错误状态")
        case .accountMissing: ("the statement names no account (ACCTID)", "对账单没有账号（ACCTID）")
        case .currencyMissing:
            ("the statement has no currency that can be read (CURDEF)", "对账单没有可读的币种（CURDEF）")
        case .fieldRepeated: ("a field that may stand once stands again", "只能出现一次的字段重复出现")
        case .amountMissing: ("an entry has no amount (TRNAMT)", "流水没有金额（TRNAMT）")
        case .amountUnreadable: ("the amount of an entry cannot be read", "流水金额无法读取")
        case .amountAmbiguous:
            (
                "an amount with three digits behind its only mark: decimals or thousands",
                "金额唯一的分隔符后有三位数字，无法区分小数与千位"
            )
        case .dateMissing: ("an entry has no date (DTPOSTED)", "流水没有日期（DTPOSTED）")
        case .dateUnreadable: ("the date of an entry is not a date", "流水日期不是有效日期")
        case .balanceUnreadable: ("the balance cannot be read", "余额无法读取")
        case .correction:
            ("an entry corrects one sent before; a person decides", "流水更正此前已发送的流水，须由人工处理")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .charset:
            (
                "the header declares a character set that is not read; texts may be wrong",
                "文件头声明的字符集不受支持，文字可能有误"
            )
        case .messageLeftOut: ("a message that is no bank statement was left out", "略去非银行对账单的报文")
        case .statusWarning: ("the bank answers with a warning", "银行返回警告状态")
        case .noEntries: ("the statement has no entries", "对账单没有流水")
        case .balanceMissing: ("the statement has no balance (LEDGERBAL)", "对账单没有余额（LEDGERBAL）")
        case .balanceDay:
            ("the balance is of a later day than the statement ends", "余额日期晚于对账单截止日")
        case .dayUnreadable: ("a date is not a date; left out", "日期无效，已略去")
        case .idMissing: ("an entry has no identifier (FITID)", "流水没有标识（FITID）")
        case .idRepeated:
            ("an identifier (FITID) stands twice in the statement", "同一对账单中标识（FITID）重复")
        case .signOdd:
            ("the sign of an amount goes against its type; the sign counts", "金额正负与类型不符，以正负为准")
        }
    }
}
