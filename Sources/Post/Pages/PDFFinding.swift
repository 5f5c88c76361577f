import Formats

/// What can be wrong with a PDF.
public enum PDFFinding: String, FindingKind {
    case readerMissing = "pdf-reader-missing"
    case locked = "pdf-locked"
    case unreadable = "pdf-unreadable"
    case processFailed = "pdf-process-failed"
    case timeLimit = "pdf-time-limit"
    case tooLarge = "pdf-too-large"
    case noText = "pdf-no-text"

    public var severity: Finding.Severity { self == .noText ? .warning : .error }

    public var en: String { texts.en }
    public var zh: String { texts.zh }

    private var texts: (en: String, zh: String) {
        switch self {
        case .readerMissing:
            (
                "pdftotext is not there: install the Debian package poppler-utils",
                "缺少 pdftotext：请安装 Debian 软件包 poppler-utils"
            )
        case .locked: ("it opens with a password only", "PDF 需要密码")
        case .unreadable: ("not a PDF that can be read", "PDF 无法读取")
        case .processFailed:
            ("the process that reads PDFs ended before its time", "PDF 读取进程异常终止")
        case .timeLimit: ("reading the PDF took too long", "PDF 读取超时")
        case .tooLarge:
            ("more than 32 MiB, of the PDF or of its text", "PDF 或其文字超过 32 MiB")
        case .noText: ("no text, perhaps a scan: it is not read", "PDF 没有文字，可能是扫描件，未识别")
        }
    }
}
