import ArgumentParser
import Backoffice
import Store

/// `acquit find`: one search over everything in the books.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Search customers, items, receipts, bank lines, advices, … at once.",
        discussion: """
            A word is an amount (11300 or 11,300.00), any part of a number or reference, a name in
            any script, the last digits of an account, a word of the bank's text, or a day. Several
            words must all fit the same thing or its customer.
            """)

    @OptionGroup var options: BooksOptions
    @Argument(help: "What to search for.") var words: [String]
    @Option(
        help: ArgumentHelp(
            "Only this kind; may be repeated: "
                + SearchKind.allCases.map { "\($0)" }.joined(separator: ", ") + "."))
    var kind: [String] = []
    @Option(help: "Only this entity.") var entity: String?
    @Option(help: "At most so many of a kind.") var limit = 10

    func validate() throws {
        guard (1...200).contains(limit) else {
            throw ValidationError("--limit is 1 to 200")
        }
        _ = try kinds()
    }

    func run() throws {
        try answering {
            let query = try FindQuery(words)
            let database = try options.open()
            let page = try database.read { connection in
                try Finder(
                    connection, query, entity: entity, kinds: try kinds(), limit: limit
                ).run()
            }
            Out.print(options.json ? page.json : page.text(try options.language()))
        }
    }

    private func kinds() throws -> Set<SearchKind> {
        if kind.isEmpty { return Set(SearchKind.allCases) }
        return Set(
            try kind.map { name in
                guard let kind = SearchKind.allCases.first(where: { "\($0)" == name }) else {
                    throw ValidationError("--kind: there is no kind \(name)")
                }
                return kind
            })
    }
}
