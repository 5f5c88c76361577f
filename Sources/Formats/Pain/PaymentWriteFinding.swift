/// Why payments are not written as they were given: errors where nothing is written at all,
/// warnings where something was changed.
public enum PaymentWriteFinding: String, FindingKind {
    case nothingToWrite = "payment-nothing-to-write"
    case idMissing = "payment-id-missing"
    case idTooLong = "payment-id-too-long"
    case idTwice = "payment-id-twice"
    case dateMissing = "payment-date-missing"
    case partyMissing = "payment-party-missing"
    case accountMissing = "payment-account-missing"
    case ibanWrong = "payment-iban-wrong"
    case amountNotPositive = "payment-amount-not-positive"
    case amountBeyondCurrency = "payment-amount-beyond-currency"
    case currencyMissing = "payment-currency-missing"
    case sumTooLarge = "payment-sum-too-large"
    case codeWrong = "payment-code-wrong"
    case signsRefused = "payment-signs-refused"
    case signsReplaced = "payment-signs-replaced"
    case textCut = "payment-text-cut"
    case leftOut = "payment-left-out"

    public var severity: Finding.Severity {
        switch self {
        case .signsReplaced, .textCut, .leftOut: .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .nothingToWrite: ("there is no transfer to write", "没有可写出的付款")
        case .idMissing: ("an id is missing or empty", "编号缺失或为空")
        case .idTooLong:
            ("the id is longer than its field, and an id is not cut", "编号过长，编号不可截断")
        case .idTwice: ("two groups have the same id", "两组付款编号相同")
        case .dateMissing: ("the date is missing", "缺少日期")
        case .partyMissing: ("the name of the party is missing", "缺少当事方名称")
        case .accountMissing: ("the account is missing", "缺少账户")
        case .ibanWrong: ("not an IBAN, or its check digits are wrong", "IBAN 无效或校验码不符")
        case .amountNotPositive: ("the amount is missing or not positive", "金额缺失或不是正数")
        case .amountBeyondCurrency:
            ("the currency cannot hold the amount", "币种无法精确表示该金额")
        case .currencyMissing: ("the amount has no currency", "金额没有币种")
        case .sumTooLarge: ("the sum has more than 18 digits", "合计超过 18 位")
        case .codeWrong: ("the message does not take this value here", "报文此处不接受该值")
        case .signsRefused:
            ("signs that banks do not take everywhere", "含有银行不普遍接受的字符")
        case .signsReplaced: ("signs were replaced", "字符已被替换")
        case .textCut: ("longer than its field: cut", "超过字段长度，已截断")
        case .leftOut:
            ("the version of the message has no place for it: left out", "该报文版本无此字段，已省略")
        }
    }
}

/// How payments are written.
public struct PaymentWriting: Sendable {
    /// What becomes of signs outside of those that every bank takes (SEPA's Latin set, which is
    /// SWIFT's X): they stay, are written in Latin letters, or are refused.
    public enum Signs: Sendable { case kept, latin, refused }

    public var signs = Signs.kept
    /// 140; SEPA takes 70.
    public var nameLength = 140

    public init() {}
}

/// A file as it was written; nil where something stands against it.
public struct WrittenPayments: Sendable, Equatable {
    public let bytes: [UInt8]?
    public let findings: [Finding]
}
