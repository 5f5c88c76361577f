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
    public var from: Day?
    public var to: Day?
    public var opening: Balance?
    public var closing: Balance?
    /// An account of the day so far, which the day's statement brings again.
    public var isInterim = false
    public var entries: [StatementEntry] = []

    public struct Balance: Sendable, Equatable {
        public var amount: Amount
        public var currency: Currency?
        public var date: Day?

        public init(amount: Amount, currency: Currency? = nil, date: Day? = nil) {
            self.amount = amount
            self.currency = currency
            self.date = date
        }
    }

    public init(account: String) { self.account = account }
}

/// One booked, pending or informational line of a statement.
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
    /// What the bank adds in words; in MT940 the whole of `:86:`.
    public var text: String?
    /// The payments that make up the entry; empty where the file has none.
    public var details: [PaymentDetail] = []

    public init(amount: Amount) { self.amount = amount }
}

/// One payment inside an entry.
public struct PaymentDetail: Sendable, Equatable {
    /// Nil where the file gives none: then the entry's amount counts.
    public var amount: Amount?
    public var currency: Currency?
    /// Nil also for `NOTPROVIDED`.
    public var endToEndId: String?
    public var uetr: String?
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

    public init() {}

    public struct Party: Sendable, Equatable {
        public var name: String?
        public var account: String?
        /// BIC, clearing number or name.
        public var bank: String?

        public init(name: String? = nil, account: String? = nil, bank: String? = nil) {
            self.name = name
            self.account = account
            self.bank = bank
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

    public struct ReferredDocument: Sendable, Equatable {
        /// `CINV`, `CREN`, …
        public var type: String?
        public var number: String?
        public var amount: Amount?

        public init(type: String?, number: String?, amount: Amount?) {
            self.type = type
            self.number = number
            self.amount = amount
        }
    }

    public struct Charge: Sendable, Equatable {
        public var amount: Amount
        public var currency: Currency?
        /// `DEBT` (OUR), `CRED` (BEN), `SHAR` (SHA) or `SLEV`.
        public var bearer: String?

        public init(amount: Amount, currency: Currency?, bearer: String?) {
            self.amount = amount
            self.currency = currency
            self.bearer = bearer
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
