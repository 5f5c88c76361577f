import Ledger

/// Decides what a statement is to the ones already accepted for its account: new, known, the same
/// money from another file, or one that must wait (domain.md §1.10; never drop and never double in
/// silence).
public enum StatementChain {
    /// What counts of a statement for the decision.
    public struct Head: Sendable, Equatable {
        public let number: String?
        public let sequence: String?
        public let from: Day
        public let to: Day
        public let opening: Int64?
        public let closing: Int64?
        /// Booked entries, and their sum.
        public let lines: Int64
        public let format: String
        /// Of one that is in the books.
        public var id: BankStatement.ID?

        public init(
            number: String?, sequence: String?, from: Day, to: Day, opening: Int64?,
            closing: Int64?, lines: Int64, format: String
        ) {
            self.number = number
            self.sequence = sequence
            self.from = from
            self.to = to
            self.opening = opening
            self.closing = closing
            self.lines = lines
            self.format = format
        }

        public init(_ statement: BankStatement) {
            self.init(
                number: statement.number, sequence: statement.sequence, from: statement.from,
                to: statement.to, opening: statement.opening, closing: statement.closing,
                lines: statement.lines, format: statement.format)
            id = statement.id
        }

        /// Whether the bank has numbered it.
        var hasIdentity: Bool { number != nil || sequence != nil }

        /// Account (given), period, sequence and id together; an id alone is used again each year.
        func isSameStatement(as other: Head) -> Bool {
            number == other.number && sequence == other.sequence && from == other.from
                && to == other.to && format == other.format
        }
    }

    public enum Verdict: Sendable, Equatable {
        /// All its entries are new.
        case new
        /// Parts of it may be in the books: entries count only beyond those there.
        case overlaps
        /// It is in the books already.
        case known
        /// An account of the day so far: its entries are notices.
        case interim
        /// Another file's statement of the same day and balances is in the books.
        case corroborates
        /// The same identity with other contents: a person decides.
        case differs(Head)
        /// A person has decided that it takes the place of the earlier one.
        case corrects(Head)
        /// It opens with another balance than the account closed with.
        case gap(closing: Int64, on: Day)
    }

    /// `accepted` are the account's statements in the order of their days.
    public static func verdict(_ head: Head, after accepted: [Head]) -> Verdict {
        for earlier in accepted where earlier.isSameStatement(as: head) {
            let same =
                earlier.opening == head.opening && earlier.closing == head.closing
                && earlier.lines == head.lines
            if same { return .known }
            // A download that has no number is no correction of one of the same days before it.
            if head.hasIdentity { return .differs(earlier) }
        }
        for earlier in accepted where earlier.to == head.to && earlier.format != head.format {
            guard let closing = head.closing, closing == earlier.closing else { continue }
            if let opening = head.opening, let before = earlier.opening {
                if opening == before { return .corroborates }
            } else if earlier.from == head.from, earlier.lines == head.lines {
                // OFX has no opening balance: the period and the count speak for it.
                return .corroborates
            }
        }
        guard let first = accepted.first, let last = accepted.last else { return .new }
        guard let opening = head.opening else { return .overlaps }
        if head.from > last.to { return follows(opening, last) }
        if head.from == last.to, opening == last.closing { return .new }
        if head.to <= first.from, let closing = head.closing, closing == first.opening {
            return .new
        }
        return .overlaps
    }

    private static func follows(_ opening: Int64, _ last: Head) -> Verdict {
        guard let closing = last.closing else { return .new }
        return opening == closing ? .new : .gap(closing: closing, on: last.to)
    }
}
