import Formats

/// What stands against importing a file that could be read: it contradicts the books, or they lack
/// something.
public enum ImportFinding: String, FindingKind {
    case formatUnknown = "format-unknown"
    case fileUnreadable = "file-unreadable"
    case fileEmpty = "file-empty"
    case entityUnknown = "entity-unknown"
    case customerUnknown = "customer-unknown"
    case invoiceUnknown = "invoice-unknown"
    case orderUnknown = "order-unknown"
    case invoiceDiffers = "invoice-differs"
    case invoiceLinesDoNotFoot = "invoice-lines-do-not-foot"
    case dueMissing = "due-missing"
    case rateDiffers = "rate-differs"
    case amountBeyondCurrency = "amount-beyond-currency"
    case ownAccountUnknown = "own-account-unknown"
    case accountCurrencyDiffers = "account-currency-differs"
    case accountOfOtherEntity = "account-of-other-entity"
    case bookingDateMissing = "booking-date-missing"
    case statementGap = "statement-gap"
    case statementDiffers = "statement-differs"
    case statementLineAdded = "statement-line-added"
    case statementLineMissing = "statement-line-missing"
    case statementOverlapOpen = "statement-overlap-open"
    case balancesMissing = "balances-missing"
    case statementCorroborates = "statement-corroborates"
    case rateMissing = "rate-missing"
    case noticeNotBrokenDown = "notice-not-broken-down"
    case adviceMissing = "advice-missing"
    case adviceWithoutAmount = "advice-without-amount"
    case paymentFileNotImported = "payment-file-not-imported"

    public var severity: Finding.Severity {
        switch self {
        case .balancesMissing, .statementCorroborates, .dueMissing, .noticeNotBrokenDown,
            .adviceMissing:
            .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .formatUnknown: ("not a file of any known kind", "无法识别的文件类型")
        case .fileUnreadable: ("the file cannot be read", "文件无法读取")
        case .fileEmpty: ("the file is empty", "文件为空")
        case .entityUnknown: ("no such entity in the books; `acquit init` adds one", "账簿中没有该公司主体")
        case .customerUnknown: ("no such customer in the books", "账簿中没有该客户")
        case .invoiceUnknown: ("no such invoice in the books", "账簿中没有该发票")
        case .orderUnknown: ("no such order in the books", "账簿中没有该订单")
        case .invoiceDiffers:
            ("the books have this number with other contents", "账簿中该单据号内容不同")
        case .invoiceLinesDoNotFoot:
            ("the lines do not sum to the invoice's net amount", "明细合计与发票净额不符")
        case .dueMissing:
            ("no due date and no terms: due at once", "没有到期日和付款条件，视为立即到期")
        case .rateDiffers: ("the books have another rate for this day", "账簿中当日汇率不同")
        case .amountBeyondCurrency:
            ("the currency cannot hold the amount", "币种无法精确表示该金额")
        case .ownAccountUnknown:
            (
                "not an account of ours; bank-accounts.csv names them, and in aliases their lockboxes",
                "不是本公司账户；账户及其别名（支票箱等）见 bank-accounts.csv"
            )
        case .accountCurrencyDiffers:
            ("the statement's currency is not the account's", "对账单币种与账户币种不符")
        case .accountOfOtherEntity:
            ("the account belongs to another entity", "账户属于另一公司主体")
        case .bookingDateMissing: ("an entry without any date", "流水缺少日期")
        case .statementGap:
            ("does not follow the last statement of the account", "与上一张对账单不衔接")
        case .statementDiffers:
            (
                "a statement of the same identity with other contents is in the books; where this one is right, `import --accept-correction` puts it in its place",
                "账簿中同一对账单内容不同；如以此份为准，请用 import --accept-correction 取代"
            )
        case .statementLineAdded:
            ("the corrected statement has a line that the books lack", "更正后的对账单新增此流水")
        case .statementLineMissing:
            ("the corrected statement lacks a line that is in the books", "更正后的对账单缺少此流水")
        case .statementOverlapOpen:
            (
                "overlaps earlier statements, and the new entries do not lead to its closing balance",
                "与以前对账单重叠，且新流水与期末余额不符"
            )
        case .balancesMissing:
            ("no balances: that nothing is missing cannot be proved", "没有余额，无法证明完整性")
        case .statementCorroborates:
            (
                "the same day is in the books from another file; nothing was posted",
                "同日流水已由其他文件入账，未重复入账"
            )
        case .rateMissing: ("no exchange rate for the day", "缺少当日汇率")
        case .noticeNotBrokenDown:
            (
                "the notice names the payments of a deposit whose money is used already; it was tied, and the receipt left as it is",
                "通知列明了该笔入账的各项付款，但款项已被使用；已关联通知，收款保持不变"
            )
        case .adviceMissing:
            ("nothing in it says which documents a payment pays", "未发现付款所对应单据的说明")
        case .adviceWithoutAmount:
            ("an advice without an amount cannot be tied to money", "汇款通知没有金额，无法与到账款项关联")
        case .paymentFileNotImported:
            (
                "payment orders or the answer to them; read and shown, nothing of it is in the books",
                "付款指令或其回执：可读取和查看，未入账"
            )
        }
    }
}
