/// What can be wrong or odd in a BAI2 file. Errors first: with one of them the file waits, whole.
public enum BAI2Finding: String, CaseIterable, FindingKind {
    case noFile = "bai2-no-file"
    case lineTooLong = "bai2-line-too-long"
    case recordTooLong = "bai2-record-too-long"
    case cutOff = "bai2-cut-off"
    case recordMisplaced = "bai2-record-misplaced"
    case accountMissing = "bai2-account-missing"
    case groupStatus = "bai2-group-status"
    case interim = "bai2-interim"
    case dateUnreadable = "bai2-date-unreadable"
    case currencyUnreadable = "bai2-currency-unreadable"
    case amountUnreadable = "bai2-amount-unreadable"
    case typeUnreadable = "bai2-type-unreadable"
    case directionUnknown = "bai2-direction-unknown"
    case balanceRepeated = "bai2-balance-repeated"
    case totalsDiffer = "bai2-totals-differ"
    case tooManyFindings = "bai2-too-many-findings"

    case versionOdd = "bai2-version-odd"
    case valueDate = "bai2-value-date"
    case fundsUnreadable = "bai2-funds-unreadable"
    case fundsDiffer = "bai2-funds-differ"
    case amountPoint = "bai2-amount-point"
    case amountNegative = "bai2-amount-negative"
    case lowerCase = "bai2-lower-case"
    case slashMissing = "bai2-slash-missing"
    case recordsDiffer = "bai2-records-differ"
    case totalsUnreadable = "bai2-totals-unreadable"
    case recordUnknown = "bai2-record-unknown"

    public var severity: Finding.Severity {
        switch self {
        case .interim, .versionOdd, .valueDate, .fundsUnreadable, .fundsDiffer, .amountPoint,
            .amountNegative, .lowerCase, .slashMissing, .recordsDiffer, .totalsUnreadable,
            .recordUnknown:
            .warning
        default: .error
        }
    }

    /// Habits of a bank that every record repeats: the first of a file is told.
    var isToldOnce: Bool { self == .lowerCase || self == .slashMissing || self == .amountPoint }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noFile: ("no BAI2 file header (01) in the file", "文件中没有 BAI2 文件头（01）")
        case .lineTooLong: ("a line is longer than 64 KiB", "一行超过 64 KiB")
        case .recordTooLong:
            ("a record is longer than 64 KiB with its continuations", "一条记录连同续行超过 64 KiB")
        case .cutOff:
            (
                "an account, group or file has no trailer (49, 98, 99)",
                "账户、组或文件没有尾记录（49、98、99），可能不完整"
            )
        case .recordMisplaced:
            ("a record stands where none of its kind can", "记录出现在不该出现的位置")
        case .accountMissing: ("the account record has no number", "账户记录没有账号")
        case .groupStatus:
            ("the group is a deletion, a correction or a test", "该组是删除、更正或测试")
        case .interim:
            (
                "interim data of the day, which its statement brings again",
                "当日中间数据，日终对账单会再次包含"
            )
        case .dateUnreadable: ("the as-of date is not a date", "截至日期不是有效日期")
        case .currencyUnreadable: ("the currency is not a code of three letters", "币种不是三个字母的代码")
        case .amountUnreadable: ("an amount cannot be read", "金额无法读取")
        case .typeUnreadable: ("the type is not three digits", "类型代码不是三位数字")
        case .directionUnknown:
            ("a type that is neither credit nor debit, with an amount", "有金额但类型既非贷记也非借记")
        case .balanceRepeated: ("a balance stands twice and differs", "余额出现两次且不同")
        case .totalsDiffer: ("the bank's control total does not hold", "银行控制合计不符")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .versionOdd: ("the header does not say version 2", "文件头的版本不是 2")
        case .valueDate: ("the value date is not a date; left out", "起息日不是有效日期，已略去")
        case .fundsUnreadable:
            ("the availability of funds cannot be read; left out", "资金可用性无法读取，已略去")
        case .fundsDiffer:
            ("the parts by availability do not add up to the amount", "各可用部分之和不等于金额")
        case .amountPoint: ("an amount with a decimal point", "金额带小数点")
        case .amountNegative: ("a transaction with a negative amount", "交易金额为负")
        case .lowerCase: ("a code in lower case", "代码为小写")
        case .slashMissing: ("a record without the slash at its end", "记录末尾没有斜杠")
        case .recordsDiffer:
            ("another number of records than the trailer says", "记录数与尾记录不符")
        case .totalsUnreadable: ("a control total cannot be read", "控制合计无法读取")
        case .recordUnknown: ("a record that BAI2 does not have; left out", "BAI2 没有的记录，已略去")
        }
    }
}

/// What was found in one record, until its place is known.
struct BAI2Log {
    struct Found {
        let kind: BAI2Finding
        let value: String?
        let detail: String?
    }

    private(set) var found: [Found] = []
    private var once: Set<BAI2Finding> = []

    mutating func note(_ kind: BAI2Finding, _ value: ByteRun? = nil, detail: String? = nil) {
        if kind.isToldOnce, !once.insert(kind).inserted { return }
        found.append(Found(kind: kind, value: value?.upTo(200).text, detail: detail))
    }

    mutating func clear() { found.removeAll(keepingCapacity: true) }
}
