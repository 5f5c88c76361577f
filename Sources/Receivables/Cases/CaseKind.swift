extension CaseFile {
    /// The stable names of the kinds of cases. A name is never used again.
    public enum Kind: String, Sendable, CaseIterable {
        case alias, claim, pooled
    }
}

/// The one list of what a case can hold.
extension CaseFile.Content {
    public var kind: CaseFile.Kind {
        switch self {
        case .alias: .alias
        case .claim: .claim
        case .pooled: .pooled
        }
    }

    var body: any CaseContent {
        switch self {
        case .alias(let alias): alias
        case .claim(let claim): claim
        case .pooled(let pooled): pooled
        }
    }

    public var sentence: (en: String, zh: String) { body.sentence }
    public var names: Names { body.names }

    init(_ kind: CaseFile.Kind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .alias: self = .alias(try PayerAlias(from: &from))
        case .claim: self = .claim(try Claim(from: &from))
        case .pooled: self = .pooled(try PooledReceipt(from: &from))
        }
    }
}
