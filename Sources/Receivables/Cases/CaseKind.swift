extension CaseFile {
    /// The stable names of the kinds of cases. A name is never used again.
    public enum Kind: String, Sendable, CaseIterable {
        case alias
        case bankData = "bank-data"
        case callback
        case refundFile = "refund-file"
    }
}

/// The one list of what a case can hold.
extension CaseFile.Content {
    public var kind: CaseFile.Kind {
        switch self {
        case .alias: .alias
        case .bankData: .bankData
        case .callback: .callback
        case .refundFile: .refundFile
        }
    }

    var body: any CaseContent {
        switch self {
        case .alias(let alias): alias
        case .bankData(let change): change
        case .callback(let call): call
        case .refundFile(let file): file
        }
    }

    public var sentence: (en: String, zh: String) { body.sentence }

    init(_ kind: CaseFile.Kind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .alias: self = .alias(try PayerAlias(from: &from))
        case .bankData: self = .bankData(try BankDataChange(from: &from))
        case .callback: self = .callback(try Callback(from: &from))
        case .refundFile: self = .refundFile(try RefundFile(from: &from))
        }
    }
}
