/// What reading a file gave: the document as far as it could be read, and everything that is wrong
/// or odd.
public struct Parsed<Document: Sendable>: Sendable {
    public var document: Document
    public var findings: [Finding]

    public init(_ document: Document, findings: [Finding] = []) {
        self.document = document
        self.findings = findings
    }

    /// Whether nothing stands against using the document.
    public var isClean: Bool { !findings.contains { $0.severity == .error } }
}
