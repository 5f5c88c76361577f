import Ledger

/// Something that people work on until it is closed: a claim, a returned check, a draft, a bank's
/// error, a name to be confirmed. Each kind of content stands in the folder of its duty, with the
/// commands that change it.
///
/// A change is one event, which carries the whole content as it is afterwards, and what it books.
public struct CaseFile: Sendable, Equatable {
    public typealias ID = Identifier<CaseFile>

    public let id: ID
    public let entity: Entity.ID
    public let openedOn: Day
    public var content: Content
    /// Counts the changes, so that a lost update is seen.
    public var revision: Int64 = 0

    public enum Content: Sendable, Equatable {
        case alias(PayerAlias)
        case rule(MatchingRule)
        case returned(ReturnedItem)
        case collection(BankCollection)
        case recall(Recall)
        case draft(Draft)
        case acceptor(Acceptor)
        case check(Check)
        case depositSlip(DepositSlip)
        case deduction(Deduction)
        case revaluation(Revaluation)
        case customerReason(CustomerReason)
        case claim(Claim)
        case pooled(PooledReceipt)
        case bankData(BankDataChange)
        case callback(Callback)
        case refundFile(RefundFile)
    }

    public init(id: ID, entity: Entity.ID, openedOn: Day, _ content: Content) {
        self.id = id
        self.entity = entity
        self.openedOn = openedOn
        self.content = content
    }

    public var kind: Kind { content.kind }
    public var head: Head { content.body.head }

    /// The same with what it is now.
    public func changed(to content: Content) -> CaseFile {
        var next = self
        next.content = content
        next.revision += 1
        return next
    }

    /// What is looked for and listed of a case, whatever its kind.
    public struct Head: Sendable, Equatable {
        public var state: String
        public var isClosed: Bool
        public var customer: Customer.ID?
        public var receipt: Receipt.ID?
        public var item: OpenItem.ID?
        public var amount: Money?
        /// By which people know it: of a check or draft, of a claim's contract.
        public var number: String?
        /// The day on which something is to be done next.
        public var dueOn: Day?
        /// Whom it waits for.
        public var owner: String?

        public init(state: String, isClosed: Bool) {
            self.state = state
            self.isClosed = isClosed
        }
    }
}

/// What one kind of case holds.
protocol CaseContent: Sendable, Equatable {
    var head: CaseFile.Head { get }
    /// What it says of itself in one line.
    var sentence: (en: String, zh: String) { get }
    /// What a decision on it may touch besides what its head names; loaded with it.
    var names: Names { get }
    func write(to out: inout FieldWriter)
    init(from: inout FieldReader) throws(WireError)
}

extension CaseContent {
    var names: Names { Names() }
}
