import Ledger
import Receivables
import Store

/// What a team lead reads in ten seconds: what came in, what was done without a touch, what waits
/// for whom and why, and what does not tie.
public struct DaySummary: Sendable {
    public let today: Day
    public var files: [FileOutcome] = []
    public var entities: [OfEntity] = []
    public var waiting: [Waiting] = []
    public var ages: [Age] = []
    public var checks: [Reconciliation.Check] = []
    public var refused: [Refusal] = []
    /// Notices whose money has not come for more than three days.
    public var lateNotices: [LateNotices] = []
    /// Advices tied to their money in this run, and those that wait.
    public var advices: (tied: Int, waiting: Int64) = (0, 0)
    /// The claim pools that hold something.
    public var claims: [ClaimsInBrief] = []
    /// Payments that came back and wait for a person to say what each undoes.
    public var returned: [Returned] = []
    /// Files that wait, those of earlier runs too.
    public var heldFiles: Int64 = 0

    /// What came in for one entity in this run, in its functional currency.
    public struct OfEntity: Sendable {
        public let code: String
        public let currency: Currency
        public var invoices: Int64 = 0
        public var invoiced: Int64 = 0
        public var receipts: Int64 = 0
        public var received: Int64 = 0
        public var otherLines: Int64 = 0
        /// Receipts applied in full by the system (M11b), lines (M11d) and value (M11e).
        public var touchless: Int64 = 0
        public var touchlessLines: Int64 = 0
        public var lines: Int64 = 0
        public var touchlessValue: Int64 = 0
    }

    /// Receipts of one entity that wait for the same reason.
    public struct Waiting: Sendable {
        public let entity: String
        public let currency: Currency
        /// The first stop of the proposal.
        public let stop: String
        public var count: Int64
        public var value: Int64
        /// Of these, proposals that a person accepts with one key.
        public var proposed: Int64
    }

    /// Money not applied, by how long it has been here (from the value date).
    public struct Age: Sendable {
        public let entity: String
        public let state: String
        public let currency: Currency
        /// Up to 3 days, 10 days, 30 days, and beyond.
        public var values: [Int64]
        public var counts: [Int64]
    }

    /// Of one entity and currency.
    public struct Returned: Sendable {
        public let entity: String
        public let count: Int64
        public let value: Money
    }

    /// Of one account: how many, and since when.
    public struct LateNotices: Sendable {
        public let account: String
        public let count: Int64
        public let value: Money
        public let since: Day
    }

    public init(today: Day) { self.today = today }

    public var held: [FileOutcome] { files.filter { $0.state == .held } }
    public var untied: [Reconciliation.Check] { checks.filter { $0.difference != 0 } }
    /// Whether everything was imported and ties.
    public var isClean: Bool { held.isEmpty && untied.isEmpty }
}
