import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit research`: who was asked about a receipt, what they said, when to ask again.
struct ResearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "research",
        abstract:
            "The research log of a receipt: who was asked, what they said, when to ask again.",
        subcommands: [
            ResearchNoteCommand.self, ResearchShowCommand.self, ResearchDueCommand.self,
        ])
}

struct ResearchNoteCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Note who was asked about a receipt, and what they said.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Option(help: "Who was asked.") var asked: String
    @Option(help: "How: \(names(ResearchNote.Channel.self)).") var via: String
    @Option(help: "The letter that was sent: a KIND of `acquit letter`.") var letter: String?
    @Option(help: "What was asked, in words.") var question: String?
    @Option(help: "Where it is found: number of the mail, the bank's case, a UETR.")
    var reference: String?
    @Option(help: "What they said.") var answer: String?
    @Option(help: "The day to ask again, YYYY-MM-DD.") var again: String?
    @Option(help: "The note whose place this one takes, by its number.") var corrects: Int64?

    func validate() throws {
        _ = try again.map { try day($0, "--again") }
        _ = try channel()
        _ = try letter.map(letterKind)
    }

    func command(_ naming: Naming) throws -> any Command {
        var note = NoteResearch(
            receipt: try naming.receipt(receipt).id, asked: asked, channel: try channel())
        note.letter = try letter.map(letterKind)
        note.question = question
        note.reference = reference
        note.answer = answer
        note.againOn = try again.map { try day($0, "--again") }
        note.supersedes = corrects.map { ResearchNote.ID($0) }
        return note
    }

    private func channel() throws -> ResearchNote.Channel {
        guard let channel = ResearchNote.Channel(rawValue: via) else {
            throw ValidationError("--via: \(via) is none of \(names(ResearchNote.Channel.self))")
        }
        return channel
    }
}

struct ResearchShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "All notes of a receipt, the superseded ones too.")

    @OptionGroup var options: BooksOptions
    @Option(help: "The entity, by its code, where the books have several.") var entity: String?
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String

    func run() throws {
        try answering {
            let database = try options.open()
            let notes = try database.read { connection in
                let receipt = try Naming(connection, entity: entity).receipt(receipt)
                return try ResearchReader(connection).notes(of: receipt.id)
            }
            try options.show(notes)
        }
    }
}

struct ResearchDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What is to be asked again today, the longest overdue first.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let day = try options.day(database)
            let notes = try database.read { try ResearchReader($0).due(day) }
            try options.show(notes)
        }
    }
}

extension BooksOptions {
    fileprivate func show(_ notes: [ResearchNote]) throws {
        if json {
            ResearchExport.table(notes).print(.json) { Out.print($0) }
        } else {
            Out.print(ResearchText.of(notes, try language()))
        }
    }
}

/// The values of an enumeration, as people type them.
func names<Values: CaseIterable & RawRepresentable<String>>(_: Values.Type) -> String {
    Values.allCases.map(\.rawValue).joined(separator: ", ")
}

func letterKind(_ name: String) throws -> LetterKind {
    guard let kind = LetterKind(rawValue: name) else {
        throw ValidationError("no letter \(name); there are \(names(LetterKind.self))")
    }
    return kind
}
