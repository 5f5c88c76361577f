import Formats

/// What can be wrong or odd with a mail. Errors say that something of it was not read.
public enum MailFinding: String, FindingKind {
    case tooLarge = "mail-too-large"
    case unreadable = "mail-unreadable"
    case processFailed = "mail-process-failed"
    case timeLimit = "mail-time-limit"
    case tooDeep = "mail-too-deep"
    case tooManyParts = "mail-too-many-parts"
    case partTooLarge = "mail-part-too-large"
    case textCut = "mail-text-cut"
    case encrypted = "mail-encrypted"
    case tooManyFindings = "mail-too-many-findings"
    case signed = "mail-signed"
    case tnef = "mail-tnef"
    case archive = "mail-archive"
    case image = "mail-image"
    case partial = "mail-partial"
    case otherFile = "mail-other-file"
    case headerCut = "mail-header-cut"
    case dateUnreadable = "mail-date-unreadable"
    case boundaryMissing = "mail-boundary-missing"
    case encodingUnknown = "mail-encoding-unknown"
    case textDamaged = "mail-text-damaged"

    public var severity: Finding.Severity {
        switch self {
        case .tooLarge, .unreadable, .processFailed, .timeLimit, .tooDeep, .tooManyParts,
            .partTooLarge, .textCut, .encrypted, .tooManyFindings:
            .error
        default: .warning
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .tooLarge: ("the mail is larger than 64 MiB", "邮件超过 64 MiB")
        case .unreadable: ("not a mail that can be read", "邮件无法读取")
        case .processFailed:
            ("the process that takes mails apart ended before its time", "邮件解析进程异常终止")
        case .timeLimit: ("taking the mail apart took too long", "邮件解析超时")
        case .tooDeep: ("parts within parts, more than 20 deep: left out", "邮件嵌套超过 20 层，已略去")
        case .tooManyParts: ("more than 200 parts: the rest is left out", "邮件超过 200 个部分，其余略去")
        case .partTooLarge:
            ("a part is larger than 32 MiB: its content is left out", "附件超过 32 MiB，内容略去")
        case .textCut: ("a text is longer than 8 MiB: the rest is left out", "正文超过 8 MiB，其余略去")
        case .encrypted: ("encrypted: it cannot be read here", "已加密，无法读取")
        case .tooManyFindings: ("more findings than are listed", "问题过多，未全部列出")
        case .signed: ("signed; the signature was not verified", "含数字签名，未验证")
        case .tnef:
            ("an attachment of Outlook (winmail.dat), not opened", "Outlook 附件（winmail.dat）未打开")
        case .archive: ("an archive, not opened", "压缩文件未打开")
        case .image: ("an image, which is not read", "图片未识别")
        case .partial: ("a piece of a mail, or one that lies elsewhere", "仅为邮件的一部分，或正文在别处")
        case .otherFile:
            ("a file that is no advice; import it by itself", "附件不是付款通知，请单独导入")
        case .headerCut: ("a header is longer than is read", "邮件头过长，已截断")
        case .dateUnreadable: ("the date cannot be read", "日期无法读取")
        case .boundaryMissing: ("a multipart without its boundary", "多部分邮件缺少分隔符")
        case .encodingUnknown:
            ("an unknown character set; read by its content", "字符集未知，按内容判断")
        case .textDamaged:
            ("bytes that are no characters of the character set", "部分字节不属于所声明的字符集")
        }
    }
}
