import Ledger

/// Money of a receipt going from one holding to another: identified, put on account, taken to
/// income, returned.
public struct ReceiptMove: Sendable, Equatable {
    /// The fact, by its wire name.
    public enum Kind: String, Sendable, CaseIterable {
        case payerIdentified = "payer-identified"
        case payerWithdrawn = "payer-withdrawn"
        case putOnAccount = "put-on-account"
        case takenOffAccount = "taken-off-account"
        case advanceRecorded = "advance-recorded"
        case advanceReleased = "advance-released"
        case creditWrittenOff = "credit-written-off"
        case creditWriteOffReversed = "credit-write-off-reversed"
        case refundApproved = "refund-approved"
        case refundCancelled = "refund-cancelled"
        case receiptReversed = "receipt-reversed"
        /// The receipts of its parts take its place.
        case receiptReplaced = "receipt-replaced"
    }

    public let kind: Kind
    public let receipt: Receipt.ID
    public let entity: Entity.ID
    /// The customer the receipt belongs to afterwards.
    public let customer: Customer.ID?
    public let currency: Currency
    public let rate: Rate
    public let held: Receipt.Held
    public let from: Receipt.Place
    public let to: Receipt.Place
    public let postedOn: Day
    /// Why, in words.
    public let reason: String

    public init(
        _ kind: Kind, receipt: Receipt, customer: Customer.ID?, amount: Int64,
        from: Receipt.Place, to: Receipt.Place, postedOn: Day, reason: String
    ) {
        self.init(
            kind: kind, receipt: receipt.id, entity: receipt.entity, customer: customer,
            currency: receipt.currency, rate: receipt.rate,
            held: Receipt.Held(amount, functional: receipt.functional(of: amount, at: from)),
            from: from, to: to, postedOn: postedOn, reason: reason)
    }

    init(
        kind: Kind, receipt: Receipt.ID, entity: Entity.ID, customer: Customer.ID?,
        currency: Currency, rate: Rate, held: Receipt.Held, from: Receipt.Place,
        to: Receipt.Place, postedOn: Day, reason: String
    ) {
        self.kind = kind
        self.receipt = receipt
        self.entity = entity
        self.customer = customer
        self.currency = currency
        self.rate = rate
        self.held = held
        self.from = from
        self.to = to
        self.postedOn = postedOn
        self.reason = reason
    }
}
