import Ledger

/// What the matcher says of one receipt: what it would pay, by which rule, how surely, and why.
public struct Proposal: Sendable, Equatable {
    /// The receipt's id.
    public let receipt: Int64
    /// When the money counts.
    public let valueDate: Day
    /// The customer that paid or is paid for; nil while unidentified.
    public var customer: Int64?
    /// Whether the payer is known for sure, so that the receipt is identified whatever becomes of
    /// it.
    public var payerIsKnown = false
    public var disposition = Disposition.unmatched
    public var rule: Rule?
    /// 0…100 (domain.md §3.1).
    public var score = 0
    public var lines: [Application] = []
    /// In minor units: what no line uses. See ``remainder``.
    public var unapplied: Int64 = 0
    /// In words, always in the same order: payer first, then references, then amounts.
    public var evidence: [Evidence] = []
    /// Why it is not applied by itself, most important first; empty where it is.
    public var stops: [Stop] = []
    /// A name to be confirmed as the customer's.
    public var aliasProposal: AliasProposal?
    /// How much speaks for it, as a row of the ladder; nil where nothing does.
    public var ladder: Ladder?
    /// How often such proposals were right; nil while nobody has measured.
    public var confidence: Confidence?
    /// What is proposed for the money that no line uses.
    public var remainder = Remainder.unapplied
    /// Other receipts of the run that claim the same item, by number.
    public var rivals: [Int64] = []
    /// What the payer calls the payment, where its text says so: 定金, balance, retention.
    public var meanings: PaymentMeaning = []

    /// What becomes of the receipt.
    public enum Disposition: String, Sendable {
        /// Sure: applied by the system.
        case apply
        /// A person decides with one key.
        case propose
        /// Nothing to propose, or a hard stop: a person researches.
        case unmatched
    }

    public enum Remainder: Sendable, Equatable {
        case unapplied
        case onAccount
        /// Paid before the invoice; against the order of ours or theirs that the text names.
        case advance(order: String?)
    }

    public struct Application: Sendable, Equatable {
        public let item: Int64
        /// Cash put on the item; negative when a credit note is used up. All minor units.
        public var amount: Int64
        public var discount: Int64 = 0
        public var bankCharge: Int64 = 0
        public var writeOff: Int64 = 0
        /// Cleared from the item into a residual with `reason` (short payment).
        public var residual: Int64 = 0
        public var reason: String?
        /// What the amount clears in the item's currency, where that is another than the
        /// receipt's, at the rate of the day.
        public var converted: Int64?

        public init(item: Int64, amount: Int64) {
            self.item = item
            self.amount = amount
        }
    }

    public init(receipt: Int64, valueDate: Day = .first) {
        self.receipt = receipt
        self.valueDate = valueDate
    }
}

/// The rules of domain.md §3.1, in the order they are tried.
public enum Rule: String, CaseIterable, Sendable {
    case creditorReference = "R1"
    case adviceLines = "R2"
    case invoiceNumber = "R3"
    case invoiceNumbers = "R4"
    case earnedDiscount = "R5"
    case bankCharge = "R6"
    case linkedDocument = "R7"
    case singleAmount = "R8"
    case balance = "R9"
    case uniqueSubset = "R10"
    case oldestFirst = "R12"
    case promise = "R13"
    case amountOnly = "R14"
}

/// One thing that speaks for a proposal, in words.
public struct Evidence: Sendable, Equatable {
    public let en: String
    public let zh: String

    public init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }
}

/// Why a receipt is not applied by itself. Each has a text in both languages.
public enum Stop: String, CaseIterable, Sendable {
    case duplicateSuspect = "duplicate-suspect"
    case contestedItem = "contested-item"
    case customerClosed = "customer-closed"
    case disputedItem = "disputed-item"
    case legalHold = "legal-hold"
    case factoredItem = "factored-item"
    case currencyDiffers = "currency-differs"
    case paidInFullLegend = "paid-in-full-legend"
    case payerUnknown = "payer-unknown"
    case payerAmbiguous = "payer-ambiguous"
    case payerNotCustomer = "payer-not-customer"
    case customersDiffer = "customers-differ"
    case referenceAmbiguous = "reference-ambiguous"
    case referenceInvalid = "reference-invalid"
    case referenceUnknown = "reference-unknown"
    case referenceMistyped = "reference-mistyped"
    case shortPayment = "short-payment"
    case overpayment = "overpayment"
    case severalCombinations = "several-combinations"
    case tooManyToSearch = "too-many-to-search"
    case advancePayment = "advance-payment"
    case amountOnly = "amount-only"
    case nothingOpen = "nothing-open"
    case nothingFits = "nothing-fits"
}
