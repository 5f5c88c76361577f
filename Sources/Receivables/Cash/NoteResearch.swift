import Ledger

/// Writes down who was asked about a receipt, and what they said; or what should have been written
/// instead of an earlier note.
public struct NoteResearch: Command {
    public let receipt: Receipt.ID
    public let asked: String
    public let channel: ResearchNote.Channel
    public var letter: LetterKind?
    public var question: String?
    public var reference: String?
    public var answer: String?
    public var againOn: Day?
    /// The note whose place this one takes.
    public var supersedes: ResearchNote.ID?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case nobodyAsked = "nobody-asked"
        /// Neither a letter nor a question nor an answer.
        case nothingNoted = "nothing-noted"
        case noteTooLong = "note-too-long"
        case againInThePast = "again-in-the-past"
        case noteNotFound = "note-not-found"
        case noteOfAnother = "note-of-another"
        case noteSuperseded = "note-superseded"
    }

    /// Bytes of one field: a note is no archive, the mail itself is kept elsewhere.
    public static let longest = 4_000

    public init(receipt: Receipt.ID, asked: String, channel: ResearchNote.Channel) {
        self.receipt = receipt
        self.asked = asked
        self.channel = channel
    }

    public var entity: Entity.ID { receipt.entity }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        if let supersedes { names.researchNotes = [supersedes] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard books.receipts[receipt] != nil else {
            throw refusal(.receiptNotFound, "\(receipt.raw)")
        }
        if isBlank(asked) { throw refusal(.nobodyAsked, "\(receipt.raw)") }
        if letter == nil, isBlank(question), isBlank(answer) {
            throw refusal(.nothingNoted, "\(receipt.raw)")
        }
        for text in [asked, question, reference, answer]
        where (text?.utf8.count ?? 0) > Self.longest {
            throw refusal(.noteTooLong, "\(text?.utf8.count ?? 0) > \(Self.longest)")
        }
        if let againOn, againOn < desk.today { throw refusal(.againInThePast, "\(againOn)") }
        if let supersedes {
            guard let earlier = books.researchNotes[supersedes] else {
                throw refusal(.noteNotFound, "\(supersedes.raw)")
            }
            if earlier.receipt != receipt {
                throw refusal(.noteOfAnother, "\(supersedes.raw): \(earlier.receipt.raw)")
            }
            if let later = earlier.supersededBy {
                throw refusal(.noteSuperseded, "\(supersedes.raw): \(later.raw)")
            }
        }
        return [
            .researchNoted(
                ResearchNote(
                    id: books.fresh(entity), entity: entity, receipt: receipt, asked: asked,
                    channel: channel, letter: letter, question: question, reference: reference,
                    answer: answer, againOn: againOn, notedOn: desk.today,
                    supersedes: supersedes))
        ]
    }

    private func isBlank(_ text: String?) -> Bool { text?.utf8.allSatisfy { $0 <= 0x20 } ?? true }
}
