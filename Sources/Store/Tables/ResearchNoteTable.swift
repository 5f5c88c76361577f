import Ledger
import Receivables

/// The rows of `researchNote`.
enum ResearchNoteTable {
    static let name = "researchNote"
    static let columns = [
        "id", "entity", "receipt", "asked", "channel", "letter", "question", "reference",
        "answer", "againOn", "notedOn", "supersedes", "supersededBy",
    ]

    static func write(_ row: ResearchNote, _ out: any Loader) throws(Fault) {
        out.int(row.id.raw)
        out.int(row.entity.raw)
        out.int(row.receipt.raw)
        out.text(row.asked)
        out.text(row.channel.rawValue)
        out.text(row.letter?.rawValue)
        out.text(row.question)
        out.text(row.reference)
        out.text(row.answer)
        out.day(row.againOn)
        out.day(row.notedOn)
        out.int(row.supersedes?.raw)
        out.int(row.supersededBy?.raw)
        try out.end()
    }

    static func read(_ row: any Row) throws -> ResearchNote {
        guard let channel = ResearchNote.Channel(rawValue: row.text(4)) else {
            throw RowError(description: "not a channel: \(row.text(4))")
        }
        let letter = row.textOrNil(5)
        let kind = letter.flatMap(LetterKind.init(rawValue:))
        if let letter, kind == nil { throw RowError(description: "not a letter: \(letter)") }
        var note = ResearchNote(
            id: row.id(0), entity: row.id(1), receipt: row.id(2), asked: row.text(3),
            channel: channel, letter: kind, question: row.textOrNil(6),
            reference: row.textOrNil(7), answer: row.textOrNil(8), againOn: row.dayOrNil(9),
            notedOn: row.day(10), supersedes: row.idOrNil(11))
        note.supersededBy = row.idOrNil(12)
        return note
    }
}
