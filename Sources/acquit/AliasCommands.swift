import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit aliases`: by what names and accounts customers pay, learned and confirmed.
struct AliasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aliases",
        abstract: "Names and accounts that customers pay by: found, confirmed, revoked.",
        subcommands: [
            AliasesListCommand.self, AliasesFindCommand.self, AliasesProposeCommand.self,
            AliasesConfirmCommand.self, AliasesRefuseCommand.self, AliasesRevokeCommand.self,
            AliasesTestCommand.self,
        ],
        defaultSubcommand: AliasesListCommand.self)
}

struct AliasesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Aliases that wait or count (the default).")

    @OptionGroup var options: BooksOptions
    @Flag(help: "The refused and revoked ones too.") var all = false

    func run() throws {
        try answering {
            let database = try options.open()
            let table = try database.read { try AliasList(all: all).table($0) }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct AliasesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Propose what receipts applied by hand show, twice at least.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let count = try AliasSearch(database, desk: try options.desk(database)).run()
            Out.print(
                try options.language()("\(count) aliases proposed\n", "已建议 \(count) 个别名\n"))
        }
    }
}

struct AliasesProposeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a name or account as a customer's.",
        discussion: "--why names the letter or advice that says so.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Code of the customer.") var customer: String
    @Argument(
        help: """
            ZH_LEGAL, ZH_SHORT, PINYIN, EN_REGISTERED, EN_TRADING, FORMER, PARENT, PAYING_AGENT or \
            ACCOUNT.
            """)
    var kind: String
    @Argument(help: "The name or account, as payments have it.") var text: String

    func command(_ naming: Naming) throws -> any Command {
        guard let kind = PayerAlias.Kind(rawValue: kind.uppercased()) else {
            throw ValidationError("\(kind) is not a kind of alias")
        }
        return ProposeAlias(
            customer: try naming.customer(customer, of: naming.entity().id), kind: kind,
            text: text, evidence: why)
    }
}

struct AliasesConfirmCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm an alias: not by who proposed it.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The alias, by its number.") var alias: String
    @Option(help: "First day it counts for, YYYY-MM-DD.") var from: String?
    @Option(help: "Last day.") var until: String?

    func command(_ naming: Naming) throws -> any Command {
        let alias = try naming.alias(alias)
        return DecideAlias(
            alias: alias.id, text: alias.text,
            .confirm(
                from: try from.map { try day($0, "--from") },
                until: try until.map { try day($0, "--until") }))
    }
}

struct AliasesRefuseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Refuse an alias; it is not proposed again.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The alias, by its number.") var alias: String

    func command(_ naming: Naming) throws -> any Command {
        let alias = try naming.alias(alias)
        return DecideAlias(alias: alias.id, text: alias.text, .refuse)
    }
}

struct AliasesRevokeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Let an alias identify nobody any more.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The alias, by its number.") var alias: String

    func command(_ naming: Naming) throws -> any Command {
        let alias = try naming.alias(alias)
        return DecideAlias(alias: alias.id, text: alias.text, .revoke)
    }
}

struct AliasesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Show whom an alias would have named on past receipts; change nothing.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "The alias, by its number.") var alias: String

    func run() throws {
        try answering {
            let database = try options.open()
            let language = try options.language()
            let table = try database.read { connection in
                let id = try Naming(connection, entity: nil).alias(alias).id
                return try AliasTrial(connection, id).table(connection, language)
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}
