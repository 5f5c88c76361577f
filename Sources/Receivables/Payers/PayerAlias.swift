import Ledger

/// A name or account by which a customer pays, as the system proposed it and a person confirmed it:
/// scoped to one customer, dated, revocable, with its evidence (domain.md §3.6). Until it is
/// confirmed it identifies nobody.
public struct PayerAlias: Sendable, Equatable {
    /// domain.md §3.6.
    public enum Kind: String, Sendable, CaseIterable {
        case legalChinese = "ZH_LEGAL"
        case shortChinese = "ZH_SHORT"
        case pinyin = "PINYIN"
        case registeredEnglish = "EN_REGISTERED"
        case tradingEnglish = "EN_TRADING"
        case former = "FORMER"
        case parent = "PARENT"
        case payingAgent = "PAYING_AGENT"
        /// An account it pays from.
        case account = "ACCOUNT"
    }

    public enum State: String, Sendable { case proposed, confirmed, refused, revoked }

    public let customer: Customer.ID
    public let kind: Kind
    /// As the payments have it.
    public let text: String
    /// What it rests on: receipts applied by hand, a letter, an advice.
    public let evidence: String
    /// The receipt it was first seen on.
    public let receipt: Receipt.ID?
    public let proposedBy: String
    public var decidedBy: String?
    /// Counts for payments of these days.
    public var from: Day?
    public var until: Day?
    public var state = State.proposed

    public init(
        customer: Customer.ID, kind: Kind, text: String, evidence: String, receipt: Receipt.ID?,
        proposedBy: String
    ) {
        self.customer = customer
        self.kind = kind
        self.text = text
        self.evidence = evidence
        self.receipt = receipt
        self.proposedBy = proposedBy
    }
}

extension PayerAlias: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: state.rawValue, isClosed: state == .refused || state == .revoked)
        head.customer = customer
        head.receipt = receipt
        head.number = text
        return head
    }

    var sentence: (en: String, zh: String) {
        let chinese =
            switch state {
            case .proposed: "建议"
            case .confirmed: "已确认"
            case .refused: "已拒绝"
            case .revoked: "已撤销"
            }
        return (
            "alias “\(text)” (\(kind.rawValue)) \(state.rawValue)",
            "付款人别名“\(text)”（\(kind.rawValue)）\(chinese)"
        )
    }

    func write(to out: inout FieldWriter) {
        out.id(customer)
        out.text(kind.rawValue)
        out.text(text)
        out.text(evidence)
        out.optional(receipt)
        out.text(proposedBy)
        out.optional(decidedBy)
        out.optional(from)
        out.optional(until)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            customer: try reader.id(), kind: try reader.raw(), text: try reader.text(),
            evidence: try reader.text(), receipt: try reader.optionalID(),
            proposedBy: try reader.text())
        decidedBy = try reader.optionalText()
        from = try reader.optionalDay()
        until = try reader.optionalDay()
        state = try reader.raw()
    }
}
