import Ledger

/// Money received, with everything that is known about who paid what, each kind of evidence by
/// itself (domain.md §3.3): what an advice says weighs more than what a payment says, and that more
/// than what stands in free text.
public struct Remittance: Sendable {
    public enum Channel: UInt8, Sendable { case wire, transfer, check, collection, draft, other }

    /// The receipt's id.
    public let id: Int64
    public let currency: Currency
    /// In minor units; positive.
    public let amount: Int64
    public let valueDate: Day
    public var channel = Channel.transfer
    public var payerName: String?
    public var payerAccount: String?
    /// The account of ours that the bank credited, or the virtual account number that the payer
    /// paid to, where the bank gives it.
    public var creditedAccount: String?
    /// The customer that a person or an earlier run has confirmed, if any: the payer is known then.
    public var customer: Int64?
    /// Free text, line by line, as the bank gave it.
    public var text: [String] = []
    /// Structured creditor references.
    public var references: [String] = []
    /// Lines of the payer's remittance advice: document number, and the amount paid on it where
    /// given.
    public var advice: [AdviceLine] = []
    /// Documents that the payment itself names in its structured remittance information.
    public var documents: [AdviceLine] = []
    public var endToEndId: String?
    public var checkNumber: String?
    /// The bank that the payer's account is with; for a check, the routing number of its MICR line.
    public var payerBank: String?
    /// `DEBT` (OUR), `CRED` (BEN), `SHAR` (SHA).
    public var chargeBearer: String?
    /// Charges the bank line itself shows as taken, minor units in the receipt's currency.
    public var charges: Int64 = 0
    /// Only what is left of a receipt applied in part before: the items it paid are closed by
    /// itself, which is no second payment.
    public var isRest = false

    public struct AdviceLine: Sendable, Equatable {
        public let document: String
        public let amount: Int64?

        public init(document: String, amount: Int64?) {
            self.document = document
            self.amount = amount
        }
    }

    public init(id: Int64, currency: Currency, amount: Int64, valueDate: Day) {
        self.id = id
        self.currency = currency
        self.amount = amount
        self.valueDate = valueDate
    }
}
