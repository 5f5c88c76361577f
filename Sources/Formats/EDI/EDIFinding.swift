/// What can be wrong or odd in a remittance advice of X12 or EDIFACT, besides ``AdviceFinding``.
/// Errors first.
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
    case tooManyFindings = "edi-too-many-findings"

    case headerWidth = "edi-header-width"
    case segmentsDiffer = "edi-segments-differ"
    case countUnreadable = "edi-count-unreadable"
    case messageOther = "edi-message-other"

    public var severity: Finding.Severity {
        switch self {
        case .headerWidth, .segmentsDiffer, .countUnreadable, .messageOther: .warning
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
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .headerWidth: ("the header ISA does not have its 106 bytes", "ISA 段长度不是 106 字节")
        case .segmentsDiffer:
            (
                "another number of segments than the trailer says, though the amounts add up",
                "段数与尾段不符，但金额相符"
            )
        case .countUnreadable: ("a count in a trailer cannot be read", "尾段中的数量无法读取")
        case .messageOther: ("a message of another kind; left out", "其他类型的报文，已略去")
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
        if count > Self.limit { return }
        count += 1
        let finding =
            count > Self.limit
            ? Finding(EDIFinding.tooManyFindings, at: place, value: value, detail: detail)
            : Finding(kind, at: place, value: value, detail: detail)
        events.append(.finding(finding))
    }
}
