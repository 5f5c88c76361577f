import Ledger
import Receivables
import TestKit
import Testing

/// The research log: a note for each step, corrected by a later one, never by a change.
@Suite struct ResearchTests {
    private let books = """
        entity  HH DE EUR
        customer C100
        receipt RC-1 100.00 EUR
        receipt RC-2 100.00 EUR

        """

    private func ledger() throws -> (Ledgered, first: Receipt.ID, second: Receipt.ID) {
        let scenario = Scenario(books)
        #expect(scenario.failures.isEmpty)
        let receipts = scenario.ledger.books.receipts.keys.sorted()
        try #require(receipts.count == 2)
        return (scenario.ledger, receipts[0], receipts[1])
    }

    private func note(_ receipt: Receipt.ID) -> NoteResearch {
        var note = NoteResearch(receipt: receipt, asked: "C100, Ms Chen", channel: .mail)
        note.letter = .remittanceRequest
        return note
    }

    @Test func aNoteIsOfItsDayAndMovesNoMoney() throws {
        var (ledger, receipt, _) = try ledger()
        let lines = ledger.lines.count
        var note = note(receipt)
        note.againOn = ledger.desk.today.adding(5)
        _ = try ledger.perform(note)
        let kept = try #require(ledger.books.researchNotes.values.first)
        #expect(kept.notedOn == ledger.desk.today)
        #expect(kept.againOn == ledger.desk.today.adding(5))
        #expect(kept.letter == .remittanceRequest)
        #expect(kept.receipt == receipt)
        #expect(ledger.lines.count == lines)
    }

    @Test func aWrongNoteIsFollowedByAnotherAndStays() throws {
        var (ledger, receipt, _) = try ledger()
        _ = try ledger.perform(note(receipt))
        let first = try #require(ledger.books.researchNotes.keys.first)
        var right = NoteResearch(receipt: receipt, asked: "C100, Mr Li", channel: .phone)
        right.answer = "INV-1"
        right.supersedes = first
        _ = try ledger.perform(right)
        let second = try #require(ledger.books.researchNotes.keys.max())
        #expect(ledger.books.researchNotes[first]?.supersededBy == second)
        #expect(ledger.books.researchNotes[first]?.asked == "C100, Ms Chen")
        #expect(ledger.books.researchNotes[second]?.supersedes == first)
        #expect(ledger.books.researchNotes.count == 2)
    }

    @Test func everyReasonToRefuse() throws {
        var (ledger, receipt, other) = try ledger()
        var seen: Set<String> = []
        func refused(_ command: NoteResearch) {
            do throws(Refusal) {
                _ = try command.decide(on: ledger.books, at: ledger.desk)
                Issue.record("not refused: \(command)")
            } catch { seen.insert(error.code) }
        }
        refused(note(Receipt.ID(99)))
        refused(NoteResearch(receipt: receipt, asked: " \n", channel: .bank))
        var nothing = NoteResearch(receipt: receipt, asked: "C100", channel: .portal)
        nothing.answer = " "
        refused(nothing)
        var long = note(receipt)
        long.answer = String(repeating: "x", count: NoteResearch.longest + 1)
        refused(long)
        var past = note(receipt)
        past.againOn = ledger.desk.today.adding(-1)
        refused(past)
        var unknown = note(receipt)
        unknown.supersedes = ResearchNote.ID(7)
        refused(unknown)

        _ = try ledger.perform(note(receipt))
        let first = try #require(ledger.books.researchNotes.keys.first)
        var another = note(other)
        another.supersedes = first
        refused(another)
        var again = note(receipt)
        again.supersedes = first
        _ = try ledger.perform(again)
        refused(again)
        #expect(seen == Set(NoteResearch.Reason.allCases.map(\.rawValue)))
    }

    @Test func todayIsNotPast() throws {
        let (ledger, receipt, _) = try ledger()
        var today = note(receipt)
        today.againOn = ledger.desk.today
        #expect(try today.decide(on: ledger.books, at: ledger.desk).count == 1)
    }
}
