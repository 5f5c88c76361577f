import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// The research log in the books: written with its event, built again from the journal, read by
/// receipt and by what is due.
@Suite struct ResearchLogTests {
    private func desk(_ engine: Engine) throws -> (desk: ImportDesk, receipt: Receipt.ID) {
        let desk = try ImportDesk(engine)
        let entry = TestEntry(amount: 350_00, reference: "R1", payer: "Adler GmbH")
        try desk.take("s.xml", TestStatement.camt("S1", "2026-05-12", opening: 0, [entry]))
        let receipt = try desk.database.read { try Naming($0, entity: nil).receipt("R1").id }
        return (desk, receipt)
    }

    @discardableResult
    private func note(
        _ desk: ImportDesk, _ receipt: Receipt.ID, _ asked: String, _ key: String,
        _ change: (inout NoteResearch) -> Void
    ) throws -> ResearchNote.ID {
        var note = NoteResearch(receipt: receipt, asked: asked, channel: .mail)
        note.question = "which invoices?"
        change(&note)
        _ = try Office(desk.database).perform(note, key: key, at: desk.desk)
        let notes = try desk.database.read { try ResearchReader($0).notes(of: receipt) }
        return try #require(notes.last).id
    }

    private func due(_ desk: ImportDesk, _ day: String) throws -> [String] {
        let day = try #require(Day(day))
        return try desk.database.read { try ResearchReader($0).due(day).map(\.asked) }
    }

    @Test(arguments: Books.engines) func isKeptAndBuiltAgain(_ engine: Engine) throws {
        let (desk, receipt) = try desk(engine)
        let first = try note(desk, receipt, "Chen | 陈\n女士", "1") {
            $0.letter = .senderQuery
            $0.reference = "M-1"
            $0.againOn = Day("2026-05-20")
        }
        let second = try note(desk, receipt, "Li", "2") {
            $0.answer = "INV-1"
            $0.supersedes = first
        }
        let notes = try desk.database.read { try ResearchReader($0).notes(of: receipt) }
        #expect(notes.map(\.id) == [first, second])
        #expect(notes.map(\.supersededBy) == [second, nil])
        #expect(notes[0].asked == "Chen | 陈\n女士")
        #expect(notes[0].letter == .senderQuery)
        let rows = try desk.database.read { try Export.research.table($0).rows.count }
        #expect(rows == 2)
        try desk.verify()
    }

    /// A changed row is found by `verify`.
    @Test(arguments: Books.engines) func aChangedNoteIsFound(_ engine: Engine) throws {
        let (desk, receipt) = try desk(engine)
        try note(desk, receipt, "Chen", "1") { _ in }
        try desk.database.write { connection in
            _ = try connection.run("UPDATE researchNote SET asked = 'Wang'", [])
        }
        let failed = try desk.database.read { try Verification($0).run() }
            .filter { $0.failure != nil }.map(\.name)
        #expect(failed == ["research notes = journal, evolved again"])
    }

    @Test(arguments: Books.engines) func dueUntilTheSameIsAskedAgain(_ engine: Engine) throws {
        let (desk, receipt) = try desk(engine)
        try note(desk, receipt, "bank", "1") { $0.againOn = Day("2026-05-22") }
        let second = try note(desk, receipt, "customer", "2") { $0.againOn = Day("2026-05-20") }
        #expect(try due(desk, "2026-05-19") == [])
        #expect(try due(desk, "2026-05-20") == ["customer"])
        #expect(try due(desk, "2026-05-25") == ["customer", "bank"])
        // The bank has answered; the customer was wrongly noted.
        try note(desk, receipt, "bank", "3") { $0.answer = "ordered by Adler" }
        #expect(try due(desk, "2026-05-25") == ["customer"])
        try note(desk, receipt, "customer", "4") {
            $0.againOn = Day("2026-06-01")
            $0.supersedes = second
        }
        #expect(try due(desk, "2026-05-25") == [])
        #expect(try due(desk, "2026-06-01") == ["customer"])
    }

    /// Two people correct the same note: the second is refused, whatever it saw before.
    @Test(arguments: Books.engines) func aNoteIsCorrectedOnce(_ engine: Engine) throws {
        let (desk, receipt) = try desk(engine)
        let first = try note(desk, receipt, "bank", "1") { _ in }
        try note(desk, receipt, "bank", "2") { $0.supersedes = first }
        #expect(throws: Refusal.self) {
            try note(desk, receipt, "bank", "3") { $0.supersedes = first }
        }
        let count = try desk.count("SELECT COUNT(*) FROM researchNote")
        #expect(count == 2)
    }
}
