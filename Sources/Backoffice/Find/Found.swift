import Ledger
import Receivables
import Store

/// How well a word fits.
public enum FindGrade: Int, Sendable, Comparable, CaseIterable {
    /// An amount that differs by no more than banks charge, or a name mistyped by one.
    case near = 1
    case part, begins, ends, exact

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Something that was found, as a list or a page shows it.
public struct Found: Sendable {
    public let kind: SearchKind
    /// What commands take: the item's number, the receipt's number in the journal, …
    public let name: String
    public let entity: String
    /// Code and name of the customer it belongs to.
    public var customer: (code: String, name: String)?
    public var amount: Money?
    /// What is still open of an item, or unused of a receipt.
    public var open: Money?
    /// An amount whose currency is not known.
    public var plainAmount: Amount?
    public var day: Day?
    /// A stable word: `open`, `cleared`, `unidentified`, `waits`, …
    public var state: String?
    /// The payer, the text of the bank, or what else helps to recognise it.
    public var text: String?
    /// One for each word, in their order.
    public var reasons: [Reason] = []

    /// Why: the word, where it stands, how well it fits, and what stands there.
    public struct Reason: Sendable, Equatable {
        public let word: String
        public let field: SearchField
        public let grade: FindGrade
        public let value: String
    }

    var isOpen: Bool { !["cleared", "reversed", "withdrawn", "undone"].contains(state ?? "") }

    /// The sum of the grades; what is the customer's alone counts less.
    var score: Int {
        reasons.reduce(0) { $0 + $1.grade.rawValue * ($1.field == .customer ? 1 : 2) }
    }
}

/// What a search gave, kind by kind.
public struct FoundPage: Sendable {
    public let query: FindQuery
    /// Best first, at most as many of a kind as were asked for.
    public var found: [Found] = []
    /// Kinds of which there is more.
    public var more: Set<SearchKind> = []
    /// How many things of each kind were searched through.
    public var searched: [SearchKind: Int64] = [:]
}
