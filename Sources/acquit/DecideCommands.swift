import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// What every decision takes: whose it is, why, and under which key.
struct DecideOptions: ParsableArguments {
    @OptionGroup var books: BooksOptions
    @Option(help: "Who decides (default: $ACQUIT_ACTOR, else $USER).") var by: String?
    @Option(help: "Why, in words; kept in the journal.") var why = ""
    @Option(
        help: """
            What stands for this decision: the same key has no second effect (default: made of the \
            decision and the day).
            """)
    var key: String?
    @Option(help: "The entity, by its code, where the books have several.") var entity: String?

    func validate() throws {
        for (name, text) in [("--by", by), ("--key", key), ("--entity", entity)]
        where text?.isEmpty == true {
            throw ValidationError("\(name) is empty")
        }
    }
}

/// A decision of a person about the books: names it, and the office performs it once.
protocol DecideCommand: ParsableCommand {
    var decide: DecideOptions { get }
    /// Whether the fact itself has a place for why; else the key, which is its cause, keeps it.
    static var keepsWhy: Bool { get }
    /// The command that the arguments stand for.
    func command(_ naming: Naming) throws -> any Command
}

extension DecideCommand {
    static var keepsWhy: Bool { true }
    var why: String { decide.why }

    func run() throws {
        if !Self.keepsWhy, !why.isEmpty, decide.key != nil {
            throw ValidationError("here the key keeps why: give --key or --why")
        }
        let language = try decide.books.language()
        try answering {
            let database = try decide.books.open()
            let command = try database.read { connection in
                try self.command(Naming(connection, entity: decide.entity))
            }
            let desk = Desk(
                actor: decide.by ?? Clock.actor, today: try decide.books.day(database),
                at: Clock.now)
            let verb = Self.configuration.commandName ?? ""
            let key = decide.key ?? Deed.key(verb, command, on: desk.today, why: why)
            let deed = try Deed.perform(command, key: key, on: database, at: desk)
            Out.print(decide.books.json ? deed.json : deed.text(language))
        }
    }
}

/// An amount as people type it, `1234.50`, in the currency of the document it is for.
func money(_ text: String, _ currency: Currency) throws -> Money {
    guard let money = Amount(text)?.money(currency) else {
        throw ValidationError("\(text) is not an amount of \(currency), as 1234.50")
    }
    return money
}

func day(_ text: String, _ name: String) throws -> Day {
    guard let day = Day(text) else {
        throw ValidationError("\(name): \(text) is not a day, YYYY-MM-DD")
    }
    return day
}

/// A rate as people type it, `13` or `7.5`, in 1/10000.
func percent(_ text: String) throws -> Int64 {
    guard let amount = Amount(text), amount.decimals <= 2, amount.units.magnitude <= 1_000_000
    else { throw ValidationError("\(text) is not a rate in percent, as 13 or 7.5") }
    return amount.decimals == 2
        ? amount.units : amount.units * (amount.decimals == 1 ? 10 : 100)
}
