extension CaseFile {
    /// The stable names of the kinds of cases. A name is never used again.
    public enum Kind: String, Sendable, CaseIterable {
        case alias, deduction, revaluation, claim, pooled, callback, returned, collection, recall
        case draft, acceptor, check, rule
        case depositSlip = "deposit-slip"
        case customerReason = "customer-reason"
        case bankData = "bank-data"
        case refundFile = "refund-file"
    }
}

/// The one list of what a case can hold.
extension CaseFile.Content {
    public var kind: CaseFile.Kind {
        switch self {
        case .alias: .alias
        case .rule: .rule
        case .returned: .returned
        case .collection: .collection
        case .recall: .recall
        case .draft: .draft
        case .acceptor: .acceptor
        case .check: .check
        case .depositSlip: .depositSlip
        case .deduction: .deduction
        case .revaluation: .revaluation
        case .customerReason: .customerReason
        case .claim: .claim
        case .pooled: .pooled
        case .bankData: .bankData
        case .callback: .callback
        case .refundFile: .refundFile
        }
    }

    var body: any CaseContent {
        switch self {
        case .alias(let alias): alias
        case .rule(let rule): rule
        case .returned(let item): item
        case .collection(let collection): collection
        case .recall(let recall): recall
        case .draft(let draft): draft
        case .acceptor(let acceptor): acceptor
        case .check(let check): check
        case .depositSlip(let slip): slip
        case .deduction(let deduction): deduction
        case .revaluation(let revaluation): revaluation
        case .customerReason(let reason): reason
        case .claim(let claim): claim
        case .pooled(let pooled): pooled
        case .bankData(let change): change
        case .callback(let call): call
        case .refundFile(let file): file
        }
    }

    public var sentence: (en: String, zh: String) { body.sentence }
    public var names: Names { body.names }

    init(_ kind: CaseFile.Kind, from: inout FieldReader) throws(WireError) {
        switch kind {
        case .alias: self = .alias(try PayerAlias(from: &from))
        case .rule: self = .rule(try MatchingRule(from: &from))
        case .returned: self = .returned(try ReturnedItem(from: &from))
        case .collection: self = .collection(try BankCollection(from: &from))
        case .recall: self = .recall(try Recall(from: &from))
        case .draft: self = .draft(try Draft(from: &from))
        case .acceptor: self = .acceptor(try Acceptor(from: &from))
        case .check: self = .check(try Check(from: &from))
        case .depositSlip: self = .depositSlip(try DepositSlip(from: &from))
        case .revaluation: self = .revaluation(try Revaluation(from: &from))
        case .deduction: self = .deduction(try Deduction(from: &from))
        case .customerReason: self = .customerReason(try CustomerReason(from: &from))
        case .claim: self = .claim(try Claim(from: &from))
        case .pooled: self = .pooled(try PooledReceipt(from: &from))
        case .bankData: self = .bankData(try BankDataChange(from: &from))
        case .callback: self = .callback(try Callback(from: &from))
        case .refundFile: self = .refundFile(try RefundFile(from: &from))
        }
    }
}
