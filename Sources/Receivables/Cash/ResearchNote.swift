import Ledger

/// One step in finding out what a receipt is for: who was asked, by what way, what they said, and
/// when to ask again (domain.md §3.13).
///
/// A note is never changed; a wrong one is followed by the note that takes its place.
public struct ResearchNote: Sendable, Equatable {
    public typealias ID = Identifier<ResearchNote>

    /// How somebody was asked.
    public enum Channel: String, Sendable, CaseIterable {
        case mail, phone, portal
        /// By message between banks, or at the counter.
        case bank
    }

    public let id: ID
    public let entity: Entity.ID
    public let receipt: Receipt.ID
    /// Who was asked, in words.
    public let asked: String
    public let channel: Channel
    /// The letter that was sent, where one was.
    public let letter: LetterKind?
    /// What was asked, in words.
    public let question: String?
    /// Where the question or its answer is found: number of a mail, a bank's case, a UETR.
    public let reference: String?
    public let answer: String?
    /// The day to ask again.
    public let againOn: Day?
    public let notedOn: Day
    /// The note whose place this one takes.
    public let supersedes: ID?
    /// Set once another note has taken its place.
    public var supersededBy: ID?

    public init(
        id: ID, entity: Entity.ID, receipt: Receipt.ID, asked: String, channel: Channel,
        letter: LetterKind?, question: String?, reference: String?, answer: String?,
        againOn: Day?, notedOn: Day, supersedes: ID?
    ) {
        self.id = id
        self.entity = entity
        self.receipt = receipt
        self.asked = asked
        self.channel = channel
        self.letter = letter
        self.question = question
        self.reference = reference
        self.answer = answer
        self.againOn = againOn
        self.notedOn = notedOn
        self.supersedes = supersedes
    }
}
