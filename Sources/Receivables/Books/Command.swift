import Ledger

/// Something a person or a run wants: decided on the loaded books, purely, into events; or refused.
public protocol Command: Sendable {
    /// What the command can be refused for, in the order of the checks.
    associatedtype Reason: RawRepresentable<String>, CaseIterable, Sendable

    /// Whose books it is about.
    var entity: Entity.ID { get }
    /// What must be loaded for it to be decided.
    var names: Names { get }
    /// The command in one line, canonical: an idempotency key stands for this text.
    var wording: String { get }

    func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event]
}

extension Command {
    /// Identifiers show no entity, so it stands before them.
    public var wording: String { "\(entity.raw) \(self)" }
}

/// Who acts, and when: decisions have no other clock.
public struct Desk: Sendable {
    public let actor: String
    /// The business day.
    public let today: Day
    /// Milliseconds since 1970-01-01 UTC.
    public let at: Int64

    public init(actor: String, today: Day, at: Int64) {
        self.actor = actor
        self.today = today
        self.at = at
    }
}

/// The documents a command touches, by identifier or number.
public struct Names: Sendable {
    public var customers: Set<Customer.ID> = []
    public var customerCodes: Set<String> = []
    public var items: Set<OpenItem.ID> = []
    public var itemNumbers: Set<String> = []
    public var receipts: Set<Receipt.ID> = []
    /// Applications of these receipts are wanted too.
    public var applicationsOf: Set<Receipt.ID> = []
    public var applications: Set<Application.ID> = []
    public var refunds: Set<Refund.ID> = []
    public var researchNotes: Set<ResearchNote.ID> = []
    /// All refunds of the customers whose receipts are named.
    public var refundsOfPayers = false
    public var cases: Set<CaseFile.ID> = []
    /// All cases about these are wanted, open and closed.
    public var casesOfReceipts: Set<Receipt.ID> = []
    public var casesOfCustomers: Set<Customer.ID> = []
    /// All cases that people know by these numbers, of whatever kind.
    public var caseNumbers: Set<String> = []

    public init() {}

    public mutating func formUnion(_ other: Names) {
        customers.formUnion(other.customers)
        customerCodes.formUnion(other.customerCodes)
        items.formUnion(other.items)
        itemNumbers.formUnion(other.itemNumbers)
        receipts.formUnion(other.receipts)
        applicationsOf.formUnion(other.applicationsOf)
        applications.formUnion(other.applications)
        refunds.formUnion(other.refunds)
        researchNotes.formUnion(other.researchNotes)
        refundsOfPayers = refundsOfPayers || other.refundsOfPayers
        cases.formUnion(other.cases)
        casesOfReceipts.formUnion(other.casesOfReceipts)
        casesOfCustomers.formUnion(other.casesOfCustomers)
        caseNumbers.formUnion(other.caseNumbers)
    }
}
