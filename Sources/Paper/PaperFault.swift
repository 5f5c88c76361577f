/// A letter could not be put on paper: something is not installed, or cannot be shown.
public enum PaperFault: Error, Hashable, Sendable {
    /// What the loader says of the library that it did not find.
    case libraryMissing(String)
    case fontMissing(String)
    /// A text with characters that no font here has.
    case unshowable(String)
    case failed(String)

    public var code: String {
        switch self {
        case .libraryMissing: "library-missing"
        case .fontMissing: "font-missing"
        case .unshowable: "unshowable"
        case .failed: "paper-failed"
        }
    }

    public var en: String {
        switch self {
        case .libraryMissing(let what):
            "letters are set by pango and cairo, which are not here: \(what); "
                + "install libpangocairo-1.0-0, or take --text"
        case .fontMissing(let family):
            "the font \(family) is not here; install fonts-noto-cjk, or take --text"
        case .unshowable(let text): "no font here has all characters of: \(text)"
        case .failed(let reason): "the PDF could not be made: \(reason)"
        }
    }

    public var zh: String {
        switch self {
        case .libraryMissing(let what):
            "信函由 pango 与 cairo 排版，但未找到：\(what)；请安装 libpangocairo-1.0-0，或使用 --text"
        case .fontMissing(let family):
            "未找到字体 \(family)；请安装 fonts-noto-cjk，或使用 --text"
        case .unshowable(let text): "没有字体能显示全部字符：\(text)"
        case .failed(let reason): "无法生成 PDF：\(reason)"
        }
    }
}
