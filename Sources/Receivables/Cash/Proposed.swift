import Ledger

/// What the matcher would do with a receipt, kept for the person who decides.
public struct Proposed: Sendable, Equatable {
    public let receipt: Receipt.ID
    public let customer: Customer.ID?
    /// `propose` or `unmatched`.
    public let disposition: String
    public let rule: String?
    public let score: Int64
    public let lines: [Line]
    public let evidence: String
    public let evidenceZh: String
    /// Codes of why it is not applied by itself, most important first.
    public let stops: [String]

    public struct Line: Sendable, Equatable {
        public let item: OpenItem.ID
        public let amount: Int64
        public let discount: Int64
        public let bankCharge: Int64
        public let writeOff: Int64
        public let residual: Int64
        public let reason: String?

        public init(
            item: OpenItem.ID, amount: Int64, discount: Int64, bankCharge: Int64,
            writeOff: Int64, residual: Int64, reason: String?
        ) {
            self.item = item
            self.amount = amount
            self.discount = discount
            self.bankCharge = bankCharge
            self.writeOff = writeOff
            self.residual = residual
            self.reason = reason
        }
    }

    public init(
        receipt: Receipt.ID, customer: Customer.ID?, disposition: String, rule: String?,
        score: Int64, lines: [Line], evidence: String, evidenceZh: String, stops: [String]
    ) {
        self.receipt = receipt
        self.customer = customer
        self.disposition = disposition
        self.rule = rule
        self.score = score
        self.lines = lines
        self.evidence = evidence
        self.evidenceZh = evidenceZh
        self.stops = stops
    }
}
