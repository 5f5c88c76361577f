extension CaseFile {
    /// The stable names of the kinds of cases. A name is never used again.
    public enum Kind: String, Sendable, CaseIterable {
        case alias
    }
}

/// The one list of what a case can hold.
extension CaseFile.Content {
    public var kind: CaseFile.Kind {
        switch self {
        case .alias: .alias
        }
    }

    var body: any CaseContent {
        switch self {
        case .alias(let alias): alias
        }
    }

    public var sentence: (en: String, zh: String) { body.sentence }

    init(_ kind: CaseFile.Kind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .alias: self = .alias(try PayerAlias(from: &from))
        }
    }
}
