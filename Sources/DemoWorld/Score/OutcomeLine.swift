/// One row of `acquit export applications`, as far as it is scored.
public struct OutcomeLine: Sendable {
    public var account: String?
    public var bankReference: String
    public var endToEndId: String?
    public var customer: String?
    public var item: String?
    /// In minor units.
    public var amount: Int64
    /// Discount, bank charge and what was written off, together.
    public var relief: Int64
    /// `applied`, `applied-by-hand`, `proposed`, `on-account`, `unapplied` or `unidentified`.
    public var status: String
    /// The code of what stopped the receipt first, where it waits.
    public var stop: String?
    public var rule: String?
    public var evidence: String?

    public init(
        account: String? = nil, bankReference: String, endToEndId: String? = nil,
        customer: String? = nil, item: String? = nil, amount: Int64, relief: Int64 = 0,
        status: String, stop: String? = nil, rule: String? = nil, evidence: String? = nil
    ) {
        self.account = account
        self.bankReference = bankReference
        self.endToEndId = endToEndId
        self.customer = customer
        self.item = item
        self.amount = amount
        self.relief = relief
        self.status = status
        self.stop = stop
        self.rule = rule
        self.evidence = evidence
    }
}
