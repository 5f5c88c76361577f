import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit init`: makes books, or adds an entity to them.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make books, or add an entity to them.")

    @OptionGroup var options: BooksOptions
    @Option(help: "Short code of the entity, as the extracts name it.") var entity: String
    @Option(help: "Legal name.") var name: String
    @Option(help: "Country, ISO 3166 (CN, DE, …).") var country: String
    @Option(help: "Functional currency, ISO 4217.") var currency: String

    func run() throws {
        guard let functional = Currency(currency) else {
            throw ValidationError("--currency: \(currency) is not a code of three capital letters")
        }
        try answering {
            // What is refused on empty books is refused before there is a file.
            let tried = OpenEntity(
                number: 1, code: entity, name: name, country: country, currency: functional)
            _ = try tried.decide(
                on: Books(), at: Desk(actor: Clock.actor, today: try options.day(), at: Clock.now))
            let database = try openBooks(options.address, create: true)
            let number = try database.read { connection in
                (try connection.int("SELECT MAX(id) FROM entity") ?? 0) + 1
            }
            let command = OpenEntity(
                number: number, code: entity, name: name, country: country, currency: functional)
            let desk = Desk(
                actor: Clock.actor, today: try options.day(database), at: Clock.now)
            _ = try Office(database).perform(
                command, key: "init:\(entity):\(country):\(currency):\(name)", at: desk)
            Out.print("\(options.address): entity \(entity) (\(name)), books in \(functional)\n")
        }
    }
}
