import Ledger
import Receivables
import Store

/// Who was asked about receipts, and what they said: as a table of all that was noted, of one
/// receipt, or of what is to be asked again.
public enum ResearchExport {
    static func table(_ connection: any Connection) throws -> Table {
        var notes: [ResearchNote] = []
        try ModelReader(connection).researchNotes { notes.append($0) }
        return table(notes)
    }

    public static func table(_ notes: [ResearchNote]) -> Table {
        var table = Table(
            "research",
            [
                "note", "receipt", "notedOn", "asked", "channel", "letter", "question",
                "reference", "answer", "again", "state", "supersedes",
            ].map { Table.Column($0) })
        for note in notes {
            table.rows.append([
                .text("\(note.id.raw)"), .text("\(note.receipt.raw)"), .day(note.notedOn),
                .text(note.asked), .text(note.channel.rawValue),
                Table.Cell(note.letter?.rawValue), Table.Cell(note.question),
                Table.Cell(note.reference), Table.Cell(note.answer),
                note.againOn.map { .day($0) } ?? .empty,
                .text(note.supersededBy == nil ? "valid" : "superseded"),
                Table.Cell(note.supersedes.map { "\($0.raw)" }),
            ])
        }
        return table
    }
}
