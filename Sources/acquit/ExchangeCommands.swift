import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit revalue`: what is held in foreign currencies, at the rate of a month's end.
struct RevalueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revalue",
        abstract: "Revalue open items and receipts in foreign currencies at the end of a day.",
        discussion: """
            reversed: the difference stands in accounts of its own and is reversed on the next day.
            carried: documents carry the new value. An entity keeps to one method.
            acquit revalue --back "2026-03-31 USD" takes one back.
            """)

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case reversed, carried
    }

    @OptionGroup var decide: DecideOptions
    @Option(help: "The day, YYYY-MM-DD.") var on: String?
    @Option(help: "reversed or carried.") var method = Method.reversed
    @Option(help: "Take back the revaluation of that day and currency.") var back: String?

    func validate() throws {
        if (on == nil) == (back == nil) { throw ValidationError("either --on or --back") }
    }

    func run() throws {
        let language = try decide.books.language()
        try answering {
            let database = try decide.books.open()
            let desk = Desk(
                actor: decide.by ?? Clock.actor, today: try decide.books.day(database),
                at: Clock.now)
            if let back {
                let command = try database.read { connection in
                    let entity = try Naming(connection, entity: decide.entity).entity()
                    return try RevaluationUndo(connection).command(back, of: entity.id)
                }
                let deed = try Deed.perform(
                    command, key: decide.key ?? "revalue \(desk.at) back \(back)", on: database,
                    at: desk)
                return Out.print(decide.books.json ? deed.json : deed.text(language))
            }
            let entity = try database.read { try Naming($0, entity: decide.entity).entity() }
            let files = try RevaluationRun(database, desk: desk).run(
                entity, on: try day(on ?? "", "--on"),
                method: method == .carried ? .carried : .reversed)
            for file in files {
                let sentence = file.content.sentence
                Out.print(language(sentence.en, sentence.zh) + "\n")
            }
            if files.isEmpty {
                Out.print(language("nothing in a foreign currency is open\n", "没有外币未清项\n"))
            }
        }
    }
}

/// `acquit convert`: money in one currency pays items in another.
struct ConvertCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Make free money of a receipt a receipt in another currency.",
        discussion: "acquit join takes it back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "The currency of the items, USD.") var currency: String
    @Argument(help: "Amount (default: all that is free).") var amount: String?
    @Option(help: "The bank's rate: units of the receipt's currency for one (default: ours).")
    var rate: String?

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        guard let currency = Currency(currency) else {
            throw ValidationError("\(currency) is not a code of three capital letters")
        }
        let bank = try rate.map { text in
            guard let rate = Rate(text) else { throw ValidationError("\(text) is not a rate") }
            return rate
        }
        return ConvertReceipt(
            receipt: receipt.id, to: currency,
            amount: try amount.map { try money($0, receipt.currency) }, rate: bank, why: why)
    }
}
