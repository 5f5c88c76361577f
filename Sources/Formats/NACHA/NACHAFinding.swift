/// What can be wrong or odd in a NACHA file. Errors first: with one of them the file waits, whole.
public enum NACHAFinding: String, CaseIterable, FindingKind {
    case noFile = "nacha-no-file"
    case recordMisplaced = "nacha-record-misplaced"
    case cutOff = "nacha-cut-off"
    case amountUnreadable = "nacha-amount-unreadable"
    case transactionUnknown = "nacha-transaction-unknown"
    case prenoteAmount = "nacha-prenote-amount"
    case totalsDiffer = "nacha-totals-differ"
    case hashDiffers = "nacha-hash-differs"
    case controlUnreadable = "nacha-control-unreadable"
    case tooManyAddenda = "nacha-too-many-addenda"
    case tooManyFindings = "nacha-too-many-findings"

    case headerOdd = "nacha-header-odd"
    case lineLength = "nacha-line-length"
    case recordUnknown = "nacha-record-unknown"
    case countsDiffer = "nacha-counts-differ"
    case blocksDiffer = "nacha-blocks-differ"
    case controlDiffers = "nacha-control-differs"
    case serviceClass = "nacha-service-class"
    case entryClassUnknown = "nacha-entry-class-unknown"
    case dateUnreadable = "nacha-date-unreadable"
    case routingNumber = "nacha-routing-number"
    case traceOrder = "nacha-trace-order"
    case traceBank = "nacha-trace-bank"
    case addendaIndicator = "nacha-addenda-indicator"
    case addendaSequence = "nacha-addenda-sequence"
    case addendaCount = "nacha-addenda-count"
    case addendaUnknown = "nacha-addenda-unknown"
    case reasonUnknown = "nacha-reason-unknown"

    public var severity: Finding.Severity {
        switch self {
        case .noFile, .recordMisplaced, .cutOff, .amountUnreadable, .transactionUnknown,
            .prenoteAmount, .totalsDiffer, .hashDiffers, .controlUnreadable, .tooManyAddenda,
            .tooManyFindings:
            .error
        default: .warning
        }
    }

    /// Habits of a sender that every entry repeats: the first of a file is told.
    var isToldOnce: Bool { self == .traceBank || self == .addendaCount }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noFile: ("no NACHA file header (1) in the file", "文件中没有 NACHA 文件头（1）")
        case .recordMisplaced:
            ("a record stands where none of its kind can", "记录出现在不该出现的位置")
        case .cutOff:
            (
                "a batch or file has no control record (8, 9)",
                "批次或文件没有控制记录（8、9），可能不完整"
            )
        case .amountUnreadable:
            ("an amount cannot be read; the entry is left out", "金额无法读取，该笔已略去")
        case .transactionUnknown:
            ("not a transaction code; the entry is left out", "交易代码无效，该笔已略去")
        case .prenoteAmount: ("a prenotification with an amount", "预通知带有金额")
        case .totalsDiffer:
            ("the debits or credits are not what the control record says", "借方或贷方合计与控制记录不符")
        case .hashDiffers:
            ("the entry hash is not what the control record says", "校验和与控制记录不符")
        case .controlUnreadable: ("a total of a control record cannot be read", "控制记录的合计无法读取")
        case .tooManyAddenda:
            ("more than 9,999 addenda of one entry; the rest is left out", "一笔的附加记录超过 9999 条，其余已略去")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .headerOdd:
            (
                "the file header does not have priority 01, sizes 094 and 10, and its sender's number",
                "文件头不是优先级 01、长度 094 与 10，或发送方号码不是数字"
            )
        case .lineLength: ("a record without its 94 columns", "记录不是 94 列")
        case .recordUnknown: ("a record that NACHA does not have; left out", "NACHA 没有的记录，已略去")
        case .countsDiffer:
            ("another number of records or batches than the control record says", "记录数或批次数与控制记录不符")
        case .blocksDiffer:
            ("another number of blocks than the control record says", "块数与控制记录不符")
        case .controlDiffers:
            (
                "the control record names another company, bank or batch than the header",
                "控制记录与批次头的公司、银行或批号不同"
            )
        case .serviceClass:
            ("the service class is unknown or contradicts the batch", "服务类别代码未知或与批次矛盾")
        case .entryClassUnknown: ("an unknown standard entry class", "未知的标准分录类别代码")
        case .dateUnreadable: ("the effective entry date is not a date", "生效日期不是有效日期")
        case .routingNumber: ("the check digit of a routing number does not hold", "银行路由号校验位不符")
        case .traceOrder: ("the trace numbers of a batch do not ascend", "批次内跟踪号没有递增")
        case .traceBank: ("a trace number of another bank than the batch", "跟踪号与批次的银行不同")
        case .addendaIndicator:
            ("the entry does not say rightly whether addenda follow", "附加记录标志与实际不符")
        case .addendaSequence:
            ("an addenda record of another entry, or out of its order", "附加记录的序号不符")
        case .addendaCount: ("another number of addenda than the entry says", "附加记录数与分录不符")
        case .addendaUnknown:
            ("an addenda type that NACHA does not have; left out", "NACHA 没有的附加记录类型，已略去")
        case .reasonUnknown: ("an unknown reason of return or change", "未知的退回或变更原因代码")
        }
    }
}

/// What was found in one record, until it is handed on.
struct NACHALog {
    var findings: [Finding] = []
    var place = NACHALines.Place()
    private var count = 0
    private var once: Set<NACHAFinding> = []
    private static let limit = 10_000

    mutating func note(_ kind: NACHAFinding, _ value: ByteRun? = nil, detail: String? = nil) {
        if kind.isToldOnce, !once.insert(kind).inserted { return }
        if count > Self.limit { return }
        count += 1
        let kind = count > Self.limit ? .tooManyFindings : kind
        let shown = value.flatMap { NACHARecord.text($0.upTo(200)) }
        findings.append(Finding(kind, at: place.description, value: shown, detail: detail))
    }
}
