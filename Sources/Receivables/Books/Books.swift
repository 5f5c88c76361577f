import Ledger

/// The part of the books that a decision needs, loaded for it, and what the decision changed.
///
/// Commands read it; ``evolve(_:)`` alone changes it. What is changed is written back by the store
/// in the transaction that appends the events.
public struct Books: Sendable {
    public internal(set) var entities: [Entity.ID: Entity] = [:]
    public internal(set) var accounts: [String: OwnAccount] = [:]
    public internal(set) var rates = RateTable()
    /// By country, or by the code of an entity.
    public internal(set) var calendars: [String: BusinessCalendar] = [:]
    public internal(set) var customers: [Customer.ID: Customer] = [:]
    public internal(set) var items: [OpenItem.ID: OpenItem] = [:]
    public internal(set) var receipts: [Receipt.ID: Receipt] = [:]
    public internal(set) var applications: [Application.ID: Application] = [:]
    public internal(set) var refunds: [Refund.ID: Refund] = [:]
    public internal(set) var researchNotes: [ResearchNote.ID: ResearchNote] = [:]
    public internal(set) var cases: [CaseFile.ID: CaseFile] = [:]
    public internal(set) var closedThrough: [Entity.ID: Day] = [:]
    /// The last count each entity has given out.
    public internal(set) var counters: [Entity.ID: Int64] = [:]

    public internal(set) var customerCodes: [Key: Customer.ID] = [:]
    public internal(set) var itemNumbers: [Key: OpenItem.ID] = [:]

    public internal(set) var changes = Changes()

    /// A document's number or a customer's code within its entity.
    public struct Key: Hashable, Sendable {
        public let entity: Entity.ID
        public let text: String

        public init(_ entity: Entity.ID, _ text: String) {
            self.entity = entity
            self.text = text
        }
    }

    public init() {}

    /// An identifier no one has yet, `ahead` places after the next one.
    public func fresh<Of>(_ entity: Entity.ID, ahead: Int = 0) -> Identifier<Of> {
        Identifier(
            entity.raw * Identifiers.perEntity + (counters[entity] ?? 0) + 1 + Int64(ahead))
    }

    /// The day that counts for something of `day`: that day, or the first open one after a closed
    /// period (invariant I8).
    public func postingDay(_ day: Day, _ entity: Entity.ID) -> Day {
        guard let closed = closedThrough[entity], day <= closed else { return day }
        return closed.adding(1)
    }

    /// The business days of an entity: those of its country, but for its own list.
    public func calendar(of entity: Entity.ID) -> BusinessCalendar {
        guard let company = entities[entity] else { return BusinessCalendar() }
        let country = calendars[company.country] ?? BusinessCalendar()
        return calendars[company.code].map { country.merged(with: $0) } ?? country
    }

    public func customer(_ entity: Entity.ID, code: String) -> Customer? {
        customerCodes[Key(entity, code)].flatMap { customers[$0] }
    }

    /// Whether two customers are one, or have one parent, or one is the other's (domain.md §3.1).
    func areOneGroup(_ one: Customer.ID, _ other: Customer.ID) -> Bool {
        if one == other { return true }
        guard let one = customers[one], let other = customers[other], one.entity == other.entity
        else { return false }
        return one.parent ?? one.code == other.parent ?? other.code
    }

    public func item(_ entity: Entity.ID, number: String) -> OpenItem? {
        itemNumbers[Key(entity, number)].flatMap { items[$0] }
    }
}

/// What a run of events changed in the books, for the store to write.
public struct Changes: Sendable {
    public internal(set) var customers: Set<Customer.ID> = []
    public internal(set) var newCustomers: Set<Customer.ID> = []
    public internal(set) var newItems: [OpenItem.ID] = []
    /// Items that were there before, with whether something of each was open then.
    public internal(set) var items: [OpenItem.ID: Bool] = [:]
    public internal(set) var newReceipts: [Receipt.ID] = []
    public internal(set) var receipts: Set<Receipt.ID> = []
    /// Of these, the ones of which more is known.
    public internal(set) var completedReceipts: Set<Receipt.ID> = []
    public internal(set) var newApplications: [Application.ID] = []
    public internal(set) var reversedApplications: [Application.ID: Application.ID] = [:]
    public internal(set) var refunds: Set<Refund.ID> = []
    public internal(set) var newCases: Set<CaseFile.ID> = []
    public internal(set) var cases: Set<CaseFile.ID> = []
    /// What the matcher thinks of a receipt now; nil where an earlier thought is withdrawn.
    public internal(set) var proposals: [Receipt.ID: Proposed?] = [:]
}

extension Books {
    /// Puts what the store has read into the part of the books that is loaded.
    public mutating func load(_ entity: Entity, closedThrough: Day?, counter: Int64) {
        entities[entity.id] = entity
        self.closedThrough[entity.id] = closedThrough
        counters[entity.id] = counter
    }

    /// The last count given out; the books as a whole have no entity to load it with.
    public mutating func load(counter: Int64, of entity: Entity.ID) { counters[entity] = counter }

    public mutating func load(_ account: OwnAccount) { accounts[account.number] = account }
    public mutating func load(_ rate: ExchangeRate) { rates.add(rate) }
    public mutating func load(_ holiday: Holiday) {
        calendars[holiday.calendar, default: BusinessCalendar()].add(holiday)
    }

    public mutating func load(_ customer: Customer) {
        customers[customer.id] = customer
        customerCodes[Key(customer.entity, customer.code)] = customer.id
    }

    public mutating func load(_ item: OpenItem) {
        items[item.id] = item
        let key = Key(item.entity, item.number)
        // Of several documents of a number, all but the last are reversed.
        if let known = itemNumbers[key], known > item.id { return }
        itemNumbers[key] = item.id
    }

    public mutating func load(_ receipt: Receipt) { receipts[receipt.id] = receipt }
    public mutating func load(_ application: Application) {
        applications[application.id] = application
    }
    public mutating func load(_ refund: Refund) { refunds[refund.id] = refund }
    public mutating func load(_ file: CaseFile) { cases[file.id] = file }

    /// With the note whose place it takes.
    public mutating func load(_ note: ResearchNote) {
        researchNotes[note.id] = note
        if let earlier = note.supersedes { researchNotes[earlier]?.supersededBy = note.id }
    }

    /// What changed is written. With `forgetting`, the documents are let go as well: a long import
    /// holds no more than one batch of them.
    public mutating func settle(forgetting: Bool) {
        changes = Changes()
        if !forgetting { return }
        items.removeAll(keepingCapacity: true)
        itemNumbers.removeAll(keepingCapacity: true)
        receipts.removeAll(keepingCapacity: true)
        applications.removeAll(keepingCapacity: true)
        refunds.removeAll(keepingCapacity: true)
        researchNotes.removeAll(keepingCapacity: true)
        cases.removeAll(keepingCapacity: true)
    }
}

extension Books {
    /// Forgets which proposals changed, for a replay that keeps them elsewhere.
    public mutating func forgetProposals() { changes.proposals.removeAll(keepingCapacity: true) }
}
