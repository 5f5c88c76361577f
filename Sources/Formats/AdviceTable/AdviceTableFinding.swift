/// What can be odd in an advice that people wrote, as a table or in words, besides
/// ``AdviceFinding``. Errors first.
public enum AdviceTableFinding: String, CaseIterable, FindingKind {
    case tooLong = "advice-too-long"
    case tooManyColumns = "advice-too-many-columns"
    case tooManyFindings = "advice-too-many-findings"

    case amountAmbiguous = "advice-amount-ambiguous"
    case decimalsMixed = "advice-decimals-mixed"
    case dateAmbiguous = "advice-date-ambiguous"
    case lineDiffers = "advice-line-differs"
    case totalDiffers = "advice-total-differs"
    case documentRepeated = "advice-document-repeated"

    public var severity: Finding.Severity {
        switch self {
        case .tooLong, .tooManyColumns, .tooManyFindings: .error
        default: .warning
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .tooLong:
            (
                "the text is longer than 4 MB or 100,000 lines; the rest is not read",
                "文本超过 4 MB 或十万行，其余未读取"
            )
        case .tooManyColumns:
            ("more than 200 columns; the rest is not read", "超过 200 列，其余未读取")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .amountAmbiguous:
            (
                "the separator may mark thousands or decimals; taken as thousands",
                "分隔符可能是千位或小数，按千位读取"
            )
        case .decimalsMixed:
            ("decimals are marked by commas and by points", "小数点的写法不一致（逗号与句点）")
        case .dateAmbiguous:
            ("day and month may be either; left out", "无法区分日和月，已略去")
        case .lineDiffers:
            (
                "gross less discount and adjustment is not what is paid",
                "总额减折扣与调整不等于实付金额"
            )
        case .totalDiffers: ("a total in the table does not hold", "表中的合计不符")
        case .documentRepeated: ("the same document stands twice", "同一单据出现两次")
        }
    }
}

/// The findings of one mail, at most 1,000 of them.
struct AdviceLog {
    private(set) var findings: [Finding] = []
    private static let limit = 1_000

    mutating func note(
        _ kind: AdviceTableFinding, at place: String, _ value: String? = nil, detail: String? = nil
    ) {
        add(kind, at: place, value, detail)
    }

    mutating func note(
        _ kind: AdviceFinding, at place: String, _ value: String? = nil, detail: String? = nil
    ) {
        add(kind, at: place, value, detail)
    }

    private mutating func add(
        _ kind: some FindingKind, at place: String, _ value: String?, _ detail: String?
    ) {
        if findings.count > Self.limit { return }
        if findings.count == Self.limit {
            findings.append(Finding(AdviceTableFinding.tooManyFindings, at: place))
        } else {
            findings.append(Finding(kind, at: place, value: value, detail: detail))
        }
    }
}
