extension CaseFile {
    /// The stable names of the kinds of cases. A name is never used again.
    public enum Kind: String, Sendable, CaseIterable {
        case alias, deduction
        case customerReason = "customer-reason"
    }
}

/// The one list of what a case can hold.
extension CaseFile.Content {
    public var kind: CaseFile.Kind {
        switch self {
        case .alias: .alias
        case .deduction: .deduction
        case .customerReason: .customerReason
        }
    }

    var body: any CaseContent {
        switch self {
        case .alias(let alias): alias
        case .deduction(let deduction): deduction
        case .customerReason(let reason): reason
        }
    }

    public var sentence: (en: String, zh: String) { body.sentence }

    init(_ kind: CaseFile.Kind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .alias: self = .alias(try PayerAlias(from: &from))
        case .deduction: self = .deduction(try Deduction(from: &from))
        case .customerReason: self = .customerReason(try CustomerReason(from: &from))
        }
    }
}
