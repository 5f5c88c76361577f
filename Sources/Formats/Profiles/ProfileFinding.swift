/// What can be wrong or odd in a table that is read by a profile. Errors first: with one of them
/// the file waits, whole.
public enum ProfileFinding: String, FindingKind {
    case noneFits = "profile-none-fits"
    case manyFit = "profile-many-fit"
    case dateUnreadable = "profile-date-unreadable"
    case amountUnreadable = "profile-amount-unreadable"
    case amountMissing = "profile-amount-missing"
    case debitAndCredit = "profile-debit-and-credit"
    case signUnclear = "profile-sign-unclear"
    case directionUnknown = "profile-direction-unknown"
    case statusUnknown = "profile-status-unknown"
    case currencyUnknown = "profile-currency-unknown"
    case accountMangled = "profile-account-mangled"
    case accountsMixed = "profile-accounts-mixed"
    case balancesBreak = "profile-balances-break"
    case rowsAfterEnd = "profile-rows-after-end"
    case textUnreadable = "profile-text-unreadable"
    case tooManyFindings = "profile-too-many-findings"

    case accountMissing = "profile-account-missing"
    case numberMangled = "profile-number-mangled"
    case valueDate = "profile-value-date"
    case chargeUnreadable = "profile-charge-unreadable"
    case balanceUnreadable = "profile-balance-unreadable"
    case textAssumed = "profile-text-assumed"

    public var severity: Finding.Severity {
        switch self {
        case .accountMissing, .numberMangled, .valueDate, .chargeUnreadable, .balanceUnreadable,
            .textAssumed:
            .warning
        default: .error
        }
    }

    /// What every row would repeat: the first is told.
    var isToldOnce: Bool {
        switch self {
        case .accountMissing, .accountMangled, .accountsMixed, .balanceUnreadable, .textAssumed,
            .rowsAfterEnd:
            true
        default: false
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noneFits:
            (
                "no profile knows this header; `acquit profile try` shows the nearest ones, and "
                    + "docs/formats/profiles.md how to write one",
                "没有配置能识别此表头；用 acquit profile try 查看最接近的配置，编写方法见 docs/formats/profiles.md"
            )
        case .manyFit:
            ("several profiles fit the header equally", "有多个配置同样符合此表头")
        case .dateUnreadable: ("the booking date is of no form of the profile", "记账日期不符合配置中的任何格式")
        case .amountUnreadable: ("an amount cannot be read", "金额无法读取")
        case .amountMissing: ("the row has no amount", "该行没有金额")
        case .debitAndCredit: ("the row has a debit and a credit", "该行同时有借方和贷方金额")
        case .signUnclear:
            (
                "a negative amount where the column or a word says the direction; the profile must "
                    + "say `signs`",
                "列名或文字已表明方向，金额却为负；请在配置中写明 signs"
            )
        case .directionUnknown:
            ("a word that means neither credit nor debit", "无法判断是收入还是支出")
        case .statusUnknown: ("a status that the profile does not know", "配置中没有的交易状态")
        case .currencyUnknown: ("the currency is not known", "币种无法识别")
        case .accountMangled:
            ("a spreadsheet has rounded the number of the own account", "本方账号已被电子表格改成科学计数法")
        case .accountsMixed:
            (
                "rows of several accounts are mixed; sort the table by account",
                "多个账户的行交错在一起，请先按账号排序"
            )
        case .balancesBreak:
            (
                "the balances do not lead from row to row: rows are missing, changed or sorted "
                    + "otherwise",
                "余额逐行不连续：可能缺行、被改动或重新排序"
            )
        case .rowsAfterEnd: ("rows follow the end of the table", "表尾之后还有数据行")
        case .textUnreadable: ("the text of a row cannot be read", "该行文字无法读取")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .accountMissing:
            (
                "the file does not name the own account; the profile may (`account`)",
                "文件中没有本方账号，可在配置的 account 中写明"
            )
        case .numberMangled:
            ("a spreadsheet has rounded this number; left out", "该编号已被电子表格改成科学计数法，已略去")
        case .valueDate: ("a value date of no form of the profile; left out", "起息日格式不符，已略去")
        case .chargeUnreadable: ("a charge that cannot be read; left out", "手续费无法读取，已略去")
        case .balanceUnreadable:
            ("a balance cannot be read: the balances are not checked", "余额无法读取，不做余额核对")
        case .textAssumed:
            ("text that is no UTF-8 is read as Windows-1252", "文字不是 UTF-8，按 Windows-1252 读取")
        }
    }
}

/// Passes findings on, each kind that all rows would repeat once, and no more than a bound in all.
struct ProfileLog {
    private var once: Set<ProfileFinding> = []
    private var count = 0
    private static let limit = 10_000

    mutating func say(
        _ kind: ProfileFinding, at place: String, value: String? = nil, detail: String? = nil,
        _ emit: (StatementEvent) -> Void
    ) {
        if kind.isToldOnce, !once.insert(kind).inserted { return }
        say(Finding(kind, at: place, value: value, detail: detail), emit)
    }

    mutating func say(_ finding: Finding, _ emit: (StatementEvent) -> Void) {
        if count > Self.limit { return }
        count += 1
        guard count > Self.limit else {
            emit(.finding(finding))
            return
        }
        emit(.finding(Finding(ProfileFinding.tooManyFindings, at: finding.place)))
    }
}
