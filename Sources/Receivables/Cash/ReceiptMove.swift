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
        /// A part of it is a receipt of its own now; and the part came back.
        case receiptSplit = "receipt-split"
        case receiptJoined = "receipt-joined"
        /// The bank took it back: a check or debit returned (P18, P20), a wire recalled.
        case receiptReturned = "receipt-returned"
        /// It is no payment of a customer; the move names the account it belongs to.
        case turnedElsewhere = "turned-elsewhere"
        case broughtBack = "brought-back"
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
    /// The account at the other side where money leaves the receipt or comes back to it.
    public let outside: Account?
    /// The tax in an advance that is put aside or released.
    public var tax: Tax?
    /// The order that an advance is for.
    public var order: String?

    public struct Tax: Sendable, Equatable {
        public let held: Receipt.Held
        public let account: Account

        public init(_ held: Receipt.Held, _ account: Account) {
            self.held = held
            self.account = account
        }
    }

    public init(
        _ kind: Kind, receipt: Receipt, customer: Customer.ID?, amount: Int64,
        from: Receipt.Place, to: Receipt.Place, postedOn: Day, reason: String,
        outside: Account? = nil
    ) {
        self.init(
            kind: kind, receipt: receipt.id, entity: receipt.entity, customer: customer,
            currency: receipt.currency, rate: receipt.rate,
            held: Receipt.Held(amount, functional: receipt.functional(of: amount, at: from)),
            from: from, to: to, postedOn: postedOn, reason: reason,
            outside: outside ?? (to == .reversed || from == .reversed ? receipt.asset : nil))
    }

    init(
        kind: Kind, receipt: Receipt.ID, entity: Entity.ID, customer: Customer.ID?,
        currency: Currency, rate: Rate, held: Receipt.Held, from: Receipt.Place,
        to: Receipt.Place, postedOn: Day, reason: String, outside: Account? = nil
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
        self.outside = outside
    }
}

extension Receipt {
    /// What a move says of the receipt besides where its money is.
    mutating func note(_ move: ReceiptMove) {
        if move.to == .elsewhere { turnedTo = move.outside }
        if move.to == .advance { advanceOrder = move.order }
        guard let tax = move.tax else { return }
        let sign: Int64 = move.to == .advance ? 1 : -1
        advanceTax.amount += sign * tax.held.amount
        advanceTax.functional += sign * tax.held.functional
    }
}
