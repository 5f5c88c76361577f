import Ledger

/// An account statement of a bank as its file has it, whatever the format: credits positive, debits
/// negative.
///
/// The shape of `acquit read --json` (interfaces.md), so names follow that document.
public struct Statement: Sendable, Equatable {
    public var id: String?
    /// The bank's own count of the statements of this account.
    public var sequence: String?
    /// IBAN or national number, as written.
    public var account: String
    public var currency: Currency?
    /// Whose account it is.
    public var owner: String?
    /// The bank that keeps it: BIC, clearing number or name.
    public var bank: String?
    /// The account that the bank says belongs to it, such as the head of a pool.
    public var relatedAccount: String?
    public var from: Day?
    public var to: Day?
    /// Where the statement comes in pages: which one this is.
    public var page: Page?
    public var opening: Balance?
    public var closing: Balance?
    /// An account of the day so far, which the day's statement brings again.
    public var isInterim = false
    /// Balances of other kinds, with their codes, in the order of the file.
    public var balances: [Balance] = []
    /// Below this the bank does not report a line (MT942).
    public var floorLimits: [Balance] = []
    public var interest: [Interest] = []
    /// When the bank made it: `2026-03-02T12:00+01:00`, as far as the file says.
    public var madeAt: String?
    /// What the bank says of the statement as a whole.
    public var text: String?
    public var entries: [StatementEntry] = []

    public struct Balance: Sendable, Equatable {
        public var amount: Amount
        public var currency: Currency?
        public var date: Day?
        /// `CLAV`, `FWAV`, `ITBD`, … (ISO 20022) where it is neither opening nor closing; of a
        /// floor limit `C` or `D`, nil for both sides.
        public var type: String?

        public init(
            amount: Amount, currency: Currency? = nil, date: Day? = nil, type: String? = nil
        ) {
            self.amount = amount
            self.currency = currency
            self.date = date
            self.type = type
        }
    }

    public struct Page: Sendable, Equatable {
        public var number: String
        /// Nil where the file does not say.
        public var isLast: Bool?

        public init(number: String, isLast: Bool? = nil) {
            self.number = number
            self.isLast = isLast
        }
    }

    public init(account: String) { self.account = account }
}

/// One booked, pending or informational line of a statement. What few lines have is in
/// ``Extras``, and is used as if it stood here.
@dynamicMemberLookup
public struct StatementEntry: Sendable, Equatable {
    public enum Status: String, Sendable { case booked, pending, info }

    public var amount: Amount
    public var currency: Currency?
    public var bookedOn: Day?
    public var valueDate: Day?
    public var status = Status.booked
    /// Whether the bank says that this entry takes back an earlier one.
    public var reversal = false
    public var bankReference: String?
    public var customerReference: String?
    /// `PMNT/RCDT/ESCT` (ISO 20022 domain, family, sub-family) or the SWIFT type `NTRF`.
    public var code: String?
    /// The bank's own code where `code` is that of ISO 20022: `NTRF+166`.
    public var bankCode: String?
    /// What the bank adds in words; in MT940 the whole of `:86:`.
    public var text: String?
    /// The payments that make up the entry; empty where the file has none.
    public var details: [PaymentDetail] = []
    private var rare = Rare<Extras>()

    public init(amount: Amount) { self.amount = amount }

    public subscript<Member>(dynamicMember path: WritableKeyPath<Extras, Member>) -> Member {
        get { rare.value[keyPath: path] }
        _modify { yield &rare.value[keyPath: path] }
    }

    public struct Extras: Blank {
        /// The payment orders of which the entry is the sum.
        public var batches: [Batch] = []
        /// Of the entry as a whole; those of an entry with one payment stand there.
        public var charges: [PaymentDetail.Charge] = []
        public var chargesTotal: Amount?
        /// What was instructed, exchanged and so on, beside the amount of the entry.
        public var amounts: [AmountDetail] = []
        public var availability: [Availability] = []
        public var interest: [Interest] = []

        public init() {}
    }
}

/// One payment inside an entry. What few payments have is in ``Extras``, and is used as if it stood
/// here.
@dynamicMemberLookup
public struct PaymentDetail: Sendable, Equatable {
    /// Nil where the file gives none: then the entry's amount counts.
    public var amount: Amount?
    public var currency: Currency?
    /// Nil also for `NOTPROVIDED`.
    public var endToEndId: String?
    public var uetr: String?
    /// The bank's reference of this payment, which ties notification and statement together.
    public var bankReference: String?
    public var payer: Party?
    public var payee: Party?
    public var ultimatePayer: Party?
    /// Unstructured remittance lines, in order.
    public var remittance: [String] = []
    public var references: [Reference] = []
    public var documents: [ReferredDocument] = []
    public var charges: [Charge] = []
    public var returnReason: String?
    public var checkNumber: String?
    /// The day that the check itself bears.
    public var checkDate: Day?
    private var rare = Rare<Extras>()

    public init() {}

    public subscript<Member>(dynamicMember path: WritableKeyPath<Extras, Member>) -> Member {
        get { rare.value[keyPath: path] }
        _modify { yield &rare.value[keyPath: path] }
    }

    public struct Extras: Blank {
        public var instructionId: String?
        public var transactionId: String?
        public var mandateId: String?
        public var clearingReference: String?
        public var ultimatePayee: Party?
        /// `SALA`, `INTC`, … (ISO 20022) or the bank's own word.
        public var purpose: String?
        public var chargesTotal: Amount?
        public var amounts: [AmountDetail] = []
        public var taxes: [Tax] = []
        public var availability: [Availability] = []
        public var interest: [Interest] = []
        /// What the bank adds to the return reason in words.
        public var returnText: [String] = []
        /// The code that the returned payment had.
        public var originalCode: String?

        public init() {}
    }

    @dynamicMemberLookup
    public struct Party: Sendable, Equatable {
        public var name: String?
        /// IBAN or national number; where there is neither, what stands for it, such as a mobile
        /// number.
        public var account: String?
        /// BIC, clearing number or name.
        public var bank: String?
        private var rare = Rare<Extras>()

        public init(name: String? = nil, account: String? = nil, bank: String? = nil) {
            self.name = name
            self.account = account
            self.bank = bank
        }

        public subscript<Member>(dynamicMember path: WritableKeyPath<Extras, Member>) -> Member {
            get { rare.value[keyPath: path] }
            _modify { yield &rare.value[keyPath: path] }
        }

        public struct Extras: Blank {
            /// `LEI`, `BIC`, `TXID`, … and what stands for the account: `MBNO`, `EMAL`, …
            public var ids: [Reference] = []
            /// What else says which bank: `clearing`, `LEI`, `name`.
            public var bankIds: [Reference] = []

            public init() {}
        }
    }

    public struct Reference: Sendable, Equatable {
        /// `SCOR`, `QRR`, …
        public var type: String?
        public var value: String

        public init(type: String?, value: String) {
            self.type = type
            self.value = value
        }
    }

    public struct Charge: Sendable, Equatable {
        public var amount: Amount
        public var currency: Currency?
        /// `DEBT` (OUR), `CRED` (BEN), `SHAR` (SHA) or `SLEV`.
        public var bearer: String?
        /// `BRKF`, `COMM`, … (ISO 20022) or the bank's own word.
        public var type: String?
        /// Whether the amount of the entry or payment is less for it.
        public var isIncluded: Bool?
        /// The bank that takes it.
        public var bank: String?
        public var tax: Amount?

        public init(
            amount: Amount, currency: Currency?, bearer: String?, type: String? = nil,
            isIncluded: Bool? = nil, bank: String? = nil, tax: Amount? = nil
        ) {
            self.amount = amount
            self.currency = currency
            self.bearer = bearer
            self.type = type
            self.isIncluded = isIncluded
            self.bank = bank
            self.tax = tax
        }
    }
}

/// What a statement reader says, in the order of the file. A reader keeps at most one entry in
/// memory.
public enum StatementEvent: Sendable {
    /// A statement begins; balances may still be missing where the format writes them last.
    case opened(Statement)
    case entry(StatementEntry)
    /// The statement ends: everything but the entries, now complete.
    case closed(Statement)
    case finding(Finding)
}

/// A reader of one bank format that takes the file in pieces.
///
/// `emit` is called in file order. After ``finish()`` no more events come. A reader never throws
/// and never traps: whatever is wrong comes out as a ``StatementEvent/finding(_:)``.
public protocol StatementReader {
    /// The exact message and version once known: `camt.053.001.08`, `MT940`.
    var format: String { get }
    mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void)
    mutating func finish(emit: (StatementEvent) -> Void)
}

/// A bank file read whole, for `acquit read` and the tests.
public struct BankFile: Sendable, Equatable {
    public var format: String
    public var statements: [Statement] = []

    public init(format: String) { self.format = format }
}
