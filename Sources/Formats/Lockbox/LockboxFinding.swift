/// What can be wrong or odd in a lockbox file. Errors first: with one of them the file waits,
/// whole.
public enum LockboxFinding: String, CaseIterable, FindingKind {
    case noFile = "lockbox-no-file"
    case lineTooLong = "lockbox-line-too-long"
    case cutOff = "lockbox-cut-off"
    case recordMisplaced = "lockbox-record-misplaced"
    case checkOutside = "lockbox-check-outside"
    case dateUnreadable = "lockbox-date-unreadable"
    case amountUnreadable = "lockbox-amount-unreadable"
    case totalsDiffer = "lockbox-totals-differ"
    case overflowMisplaced = "lockbox-overflow-misplaced"
    case overflowTooLong = "lockbox-overflow-too-long"
    case tooManyFindings = "lockbox-too-many-findings"

    case fileDate = "lockbox-file-date"
    case checkDate = "lockbox-check-date"
    case routingInvalid = "lockbox-routing-invalid"
    case micrUnreadable = "lockbox-micr-unreadable"
    case overflowType = "lockbox-overflow-type"
    case overflowOrder = "lockbox-overflow-order"
    case totalsUnreadable = "lockbox-totals-unreadable"
    case namesDiffer = "lockbox-names-differ"
    case columnsBeyond = "lockbox-columns-beyond"
    case recordUnknown = "lockbox-record-unknown"

    public var severity: Finding.Severity {
        switch self {
        case .fileDate, .checkDate, .routingInvalid, .micrUnreadable, .overflowType,
            .overflowOrder, .totalsUnreadable, .namesDiffer, .columnsBeyond, .recordUnknown:
            .warning
        default: .error
        }
    }

    /// Habits of a bank that every record repeats: the first of a file is told.
    var isToldOnce: Bool { self == .columnsBeyond || self == .overflowType }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .noFile: ("no lockbox file header (1) in the file", "文件中没有锁箱文件头（1）")
        case .lineTooLong: ("a line is longer than 64 KiB", "一行超过 64 KiB")
        case .cutOff:
            (
                "the file has no trailer (9), or checks without a total (7, 8)",
                "文件没有尾记录（9），或支票没有合计（7、8），可能不完整"
            )
        case .recordMisplaced:
            ("a record stands where none of its kind can", "记录出现在不该出现的位置")
        case .checkOutside: ("a check outside of any lockbox; left out", "支票不在任何锁箱内，已略去")
        case .dateUnreadable: ("the day of deposit is not a date", "存款日期不是有效日期")
        case .amountUnreadable:
            ("the amount of a check cannot be read; left out", "支票金额无法读取，已略去")
        case .totalsDiffer: ("the bank's control total does not hold", "银行控制合计不符")
        case .overflowMisplaced:
            ("an overflow line of another check; left out", "溢出行属于另一张支票，已略去")
        case .overflowTooLong: ("more than 10,000 overflow lines of a check", "一张支票的溢出行超过 10,000 行")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .fileDate: ("the date of the file is not a date", "文件日期不是有效日期")
        case .checkDate: ("the date of a check is not a date; left out", "支票日期不是有效日期，已略去")
        case .routingInvalid:
            (
                "the check digit of the routing number fails; bank and account left out",
                "银行路由号校验位不符，已略去银行和账号"
            )
        case .micrUnreadable:
            ("a number of the check was not read by the bank; left out", "银行未能识读支票号码，已略去")
        case .overflowType: ("the type of overflow is neither 6 nor 4", "溢出类型不是 6 或 4")
        case .overflowOrder:
            ("the overflow lines of a check do not follow each other to the last", "支票溢出行不连续或没有结束")
        case .totalsUnreadable: ("a control total cannot be read", "控制合计无法读取")
        case .namesDiffer:
            ("a total names another batch, lockbox or day than its header", "合计的批次、锁箱或日期与头记录不同")
        case .columnsBeyond: ("more than 104 columns; the rest left out", "超过 104 列，其余已略去")
        case .recordUnknown:
            ("a record that lockbox files do not have; left out", "锁箱文件没有的记录，已略去")
        }
    }
}

/// The findings of one line, until they are handed on.
struct LockboxLog {
    var line = 1
    private var found: [Finding] = []
    private var count = 0
    private var once: Set<LockboxFinding> = []
    private static let most = 10_000

    mutating func note(_ kind: LockboxFinding, _ value: ByteRun? = nil, detail: String? = nil) {
        if count > Self.most { return }
        if kind.isToldOnce, !once.insert(kind).inserted { return }
        count += 1
        let kind = count > Self.most ? .tooManyFindings : kind
        let value = value.flatMap { LockboxRecord.words($0.upTo(200)) }
        found.append(Finding(kind, at: "line \(line)", value: value, detail: detail))
    }

    mutating func tell(_ emit: (StatementEvent) -> Void) {
        if found.isEmpty { return }
        for finding in found { emit(.finding(finding)) }
        found.removeAll(keepingCapacity: true)
    }
}
