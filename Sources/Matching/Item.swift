import Ledger

/// An open item as the matcher sees it.
public struct Item: Sendable {
    public enum Kind: UInt8, Sendable {
        case invoice, creditNote, debitNote, residual
        /// Interest and dunning fees.
        case financeCharge
    }

    public let id: Int64
    public let customer: Int64
    public let kind: Kind
    public let number: String
    /// The creditor reference printed on the invoice (ISO 11649, QRR, …), if any.
    public let reference: String?
    public let currency: Currency
    /// What is still owed; negative for a credit note. Zero for an item closed lately, which stays
    /// in view so that a second payment of it is recognised.
    public let open: Int64
    public let issuedOn: Day
    public let dueOn: Day
    /// The last day of the cash discount, and the discount in minor units; nil and 0 without one.
    public let discountUntil: Day?
    public let discount: Int64
    public let flags: Flags
    /// Numbers of other documents that stand for it (R7).
    public var links: [Link] = []

    /// The number of a document that is not the item's own, as the customer knows it.
    public struct Link: Sendable, Hashable {
        public enum Kind: UInt8, CaseIterable, Sendable {
            /// The customer's purchase order; our sales order; contract; delivery note.
            case po, order, contract, delivery
            /// The customer's own number for the item (its voucher), learned from an application.
            case customerDocument
        }

        public let kind: Kind
        public let number: String

        public init(_ kind: Kind, _ number: String) {
            self.kind = kind
            self.number = number
        }
    }

    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// In dispute: never paid without an advice that names it.
        public static let disputed = Flags(rawValue: 1)
        /// Sold to a factor: never applied by us alone.
        public static let factored = Flags(rawValue: 2)
    }

    public init(
        id: Int64, customer: Int64, kind: Kind = .invoice, number: String, reference: String? = nil,
        currency: Currency, open: Int64, issuedOn: Day, dueOn: Day, discountUntil: Day? = nil,
        discount: Int64 = 0, flags: Flags = []
    ) {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.number = number
        self.reference = reference
        self.currency = currency
        self.open = open
        self.issuedOn = issuedOn
        self.dueOn = dueOn
        self.discountUntil = discountUntil
        self.discount = discount
        self.flags = flags
    }
}
