/// An extract read whole, for `acquit read` and small files.
public struct Extract: Sendable {
    /// Nil where the header is not that of an extract.
    public var kind: ExtractKind?
    public var unknownColumns: [String] = []
    public var rows: [ExtractRow] = []
    /// The documents that have a row which cannot be used, where it names them.
    public var rejected: Set<String> = []

    public init() {}

    public static func read(_ bytes: some Sequence<UInt8>) -> Parsed<Extract> {
        var parsed = Parsed(Extract())
        var reader = ExtractReader()
        let take = { (event: ExtractEvent) in
            switch event {
            case .header(let kind, let unknown):
                parsed.document.kind = kind
                parsed.document.unknownColumns = unknown
            case .row(let row): parsed.document.rows.append(row)
            case .finding(let finding): parsed.findings.append(finding)
            case .rejected(let document, _):
                if let document { parsed.document.rejected.insert(document) }
            }
        }
        Array(bytes).withUnsafeBytes { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        return parsed
    }
}
