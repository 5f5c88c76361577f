/// Something wrong or odd in a document: what, where, which value, under which rule.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, Sendable { case error, warning }

    /// The stable code of the rule, such as `camt-amount-unreadable`.
    public let code: String
    public let severity: Severity
    /// The line (`line 12`), path (`Stmt[1]/Ntry[3]/Amt`) or row and column (`row 4, gross`).
    public let place: String
    /// The offending value as the file has it, cut to 200 bytes.
    public let value: String?
    public let en: String
    public let zh: String

    public init(
        _ kind: some FindingKind, at place: String, value: String? = nil, detail: String? = nil
    ) {
        code = kind.rawValue
        severity = kind.severity
        self.place = place
        self.value = value.map { String($0.prefix(200)) }
        en = kind.en + (detail.map { ": \($0)" } ?? "")
        zh = kind.zh + (detail.map { "：\($0)" } ?? "")
    }

    /// A finding that another part of the product makes of its own rules, such as a refusal of the
    /// books.
    public init(
        code: String, severity: Severity, place: String, value: String?, en: String, zh: String
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.value = value
        self.en = en
        self.zh = zh
    }
}

/// The findings one reader can report: a closed list, each with its texts. The tests have an
/// example of each.
public protocol FindingKind: RawRepresentable<String>, CaseIterable, Sendable {
    var severity: Finding.Severity { get }
    var en: String { get }
    var zh: String { get }
}
