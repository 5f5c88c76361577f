import Ledger

/// Something a customer owes us, or we owe it: an invoice, a credit note, a debit note, or the
/// residual of a short payment. `open` is what is still owed; a credit note's amounts are negative.
public struct OpenItem: Sendable, Equatable {
    public typealias ID = Identifier<OpenItem>

    public enum Kind: Int64, Sendable, CaseIterable {
        case invoice = 380
        case creditNote = 381
        case debitNote = 383
        case residual = 1

        public var name: String {
            switch self {
            case .invoice: "invoice"
            case .creditNote: "credit note"
            case .debitNote: "debit note"
            case .residual: "residual"
            }
        }
    }

    public enum Status: Int64, Sendable { case open = 0, cleared = 1, reversed = 2 }

    public let id: ID
    public let entity: Entity.ID
    public let customer: Customer.ID
    public let kind: Kind
    public let number: String
    public let issuedOn: Day
    public let postedOn: Day
    public let dueOn: Day
    public let currency: Currency
    public let rate: Rate
    /// Minor units of `currency`, signed: gross amount billed.
    public let original: Int64
    /// The same in the functional currency.
    public let originalFunctional: Int64
    /// The tax inside `original`, signed, and its functional amount.
    public let tax: Int64
    public let taxFunctional: Int64
    /// What is still owed, between zero and `original` (invariant I3).
    public var open: Int64
    public var openFunctional: Int64
    public var status = Status.open
    /// The day it was cleared or reversed.
    public var clearedOn: Day?
    /// The creditor reference printed on it (ISO 11649, QRR, …).
    public var reference: String?
    public var discountUntil: Day?
    /// The cash discount in minor units, signed like `original`.
    public var discount: Int64 = 0
    public var disputed = false
    /// Of a residual: why less was paid (domain.md §3.14); of a debit note: what is charged, where
    /// it is no sale.
    public var reason: String?
    public var links = Links()
    /// Counts the changes, so that a lost update is seen.
    public var revision: Int64 = 0

    /// Where else the document is known.
    public struct Links: Sendable, Equatable {
        public var po: String?
        public var order: String?
        public var contract: String?
        public var delivery: String?
        /// The number of the invoice that a credit note corrects or a residual is left of.
        public var precedes: String?

        public init() {}
    }

    public init(
        id: ID, entity: Entity.ID, customer: Customer.ID, kind: Kind, number: String,
        issuedOn: Day, postedOn: Day, dueOn: Day, currency: Currency, rate: Rate,
        original: Int64, originalFunctional: Int64, tax: Int64, taxFunctional: Int64
    ) {
        self.id = id
        self.entity = entity
        self.customer = customer
        self.kind = kind
        self.number = number
        self.issuedOn = issuedOn
        self.postedOn = postedOn
        self.dueOn = dueOn
        self.currency = currency
        self.rate = rate
        self.original = original
        self.originalFunctional = originalFunctional
        self.tax = tax
        self.taxFunctional = taxFunctional
        open = original
        openFunctional = originalFunctional
    }

    public var isOpen: Bool { open != 0 }

    /// The control account the item stands in: deductions are kept apart (domain.md §1.1).
    public var account: Account { kind == .residual ? .deductions : .receivables }

    /// The functional amount of clearing `amount` of the item: in proportion, and all of it with
    /// the last minor unit, so that nothing functional stays open on a cleared item (domain.md
    /// §1.6, zero-out rule).
    public func functional(of amount: Int64) -> Int64 {
        share(of: openFunctional, amount, of: open)
    }

    /// Whether it may have been cleared and opened again. It then counts as open from the day it
    /// was opened again; clearing it as of a day before would clear it twice on that day.
    var mayHaveReopened: Bool { revision > 1 || revision == 1 && open == original }

    mutating func clear(_ amount: Int64, functional: Int64, on day: Day) {
        open -= amount
        openFunctional -= functional
        status = open == 0 ? .cleared : .open
        clearedOn = open == 0 ? day : nil
        revision += 1
    }
}

/// `part` of `whole`, applied to `total`, rounded half away from zero.
func share(of total: Int64, _ part: Int64, of whole: Int64) -> Int64 {
    if part == whole { return total }
    if part == 0 || whole == 0 { return 0 }
    let sign: Int128 = (part < 0) != (whole < 0) ? -1 : 1
    return Int64(
        sign
            * Decimals.rounded(
                Int128(total) * Int128(part.magnitude), over: Int128(whole.magnitude)))
}
