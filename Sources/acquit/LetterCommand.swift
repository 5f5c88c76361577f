import ArgumentParser
import Backoffice
import Foundation
import Ledger
import Paper
import Receivables
import Store

/// `acquit letter`: writes a letter about a receipt; touches no books.
struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write a letter about a receipt, as a PDF or as text for a mail.",
        discussion: "Kinds: \(names(LetterKind.self)).")

    @OptionGroup var options: BooksOptions
    @Option(help: "The entity, by its code, where the books have several.") var entity: String?
    @Argument(help: "What kind of letter.") var kind: String
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Option(help: "en or zh (default: the customer's language).") var language: String?
    @Option(help: "The customer, by its code, where the receipt has none.") var customer: String?
    @Option(help: "Why less was paid, or why a check was returned: a reason code, or words.")
    var reason: String?
    @Option(help: "The day by which an answer is asked for (default: in two weeks).")
    var replyBy: String?
    @Option(help: "The PDF to write (default: letter-KIND-RECEIPT.pdf here).") var out: String?
    @Flag(help: "Plain text for a mail, on standard output or into --out.") var text = false

    func validate() throws {
        _ = try letterKind(kind)
        _ = try replyBy.map { try day($0, "--reply-by") }
        _ = try language.map { try Language.said($0) }
        if options.json { throw ValidationError("a letter is a PDF, or text with --text") }
    }

    func run() throws {
        let kind = try letterKind(kind)
        let said = try options.language()
        try answering {
            let database = try options.open()
            let today = try options.day(database)
            let letter = try database.read { connection in
                let naming = try Naming(connection, entity: entity)
                let receipt = try naming.receipt(receipt)
                var letter = LetterOfReceipt(kind, of: receipt.id, today: today)
                letter.language = try language.map { try Language.said($0) }
                letter.customer = try customer.map {
                    try naming.customer($0, of: receipt.entity)
                }
                letter.reason = reason
                letter.replyBy = try replyBy.map { try day($0, "--reply-by") }
                return try letter.letter(connection)
            }
            if text {
                let sink = try Out.Sink(path: out)
                sink.write(letter.text())
                return try sink.close()
            }
            let path = out ?? "letter-\(kind.rawValue)-\(letter.references[0].value).pdf"
            let pdf = Data(try letter.pdf())
            do {
                try pdf.write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw Failure(message: said("cannot write \(path)", "无法写入 \(path)"))
            }
            Out.print("\(path)\n")
        }
    }
}
