/// What makes an XML file unreadable, or more than is believed: the same for every message, each
/// under the name of its family (`camt-xml-broken`, `pain-xml-broken`).
///
/// All are errors; after each, but the last, nothing more is read (reliability: hostile XML).
enum XMLFault: String, CaseIterable {
    case broken = "xml-broken"
    case truncated
    case doctype
    case tooDeep = "too-deep"
    case textTooLong = "text-too-long"
    case tagTooLong = "tag-too-long"
    case fileTooLarge = "file-too-large"
    case encodingUnknown = "encoding-unknown"
    case encodingBroken = "encoding-broken"
    case findingsTooMany = "findings-too-many"

    func code(of family: StaticString) -> String { "\(family)-\(rawValue)" }

    func finding(
        of family: StaticString, at place: String, value: String? = nil, detail: String? = nil
    ) -> Finding {
        let (en, zh) = texts
        return Finding(
            code: code(of: family), severity: .error, place: place,
            value: value.map { String($0.prefix(200)) },
            en: en + (detail.map { ": \($0)" } ?? ""), zh: zh + (detail.map { "：\($0)" } ?? ""))
    }

    var texts: (en: String, zh: String) {
        switch self {
        case .broken: ("the file is not well-formed XML", "文件不是格式良好的 XML")
        case .truncated: ("the file ends too early", "文件不完整，提前结束")
        case .doctype: ("a document type declaration is not accepted", "不接受 DOCTYPE 声明")
        case .tooDeep: ("elements are nested too deeply", "元素嵌套过深")
        case .textTooLong: ("a field is too long", "字段过长")
        case .tagTooLong: ("a tag is too long", "标签过长")
        case .fileTooLarge: ("the file is too large", "文件过大")
        case .encodingUnknown: ("the encoding of the file is not known", "无法识别文件编码")
        case .encodingBroken: ("the file breaks the encoding it declares", "文件内容与声明的编码不符")
        case .findingsTooMany: ("further findings are not listed", "其余问题不再列出")
        }
    }
}

/// The bounds within which an XML file is believed.
struct XMLLimits {
    var file = 2 << 30
    var depth = 64
    var text = 64 << 10
    var tag = 64 << 10
    var findings = 10_000
    /// How many elements of no schema are told.
    var strangers = 20
}
