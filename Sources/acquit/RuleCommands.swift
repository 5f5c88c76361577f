import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit rules`: how customers pay, learned from what people applied, tried on history, adopted.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "How customers pay: found in what people applied, tried on it, adopted.",
        subcommands: [
            RulesListCommand.self, RulesSuggestCommand.self, RulesTestCommand.self,
            RulesAdoptCommand.self, RulesWithdrawCommand.self,
        ],
        defaultSubcommand: RulesListCommand.self)
}

struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Rules that wait or count (the default).")

    @OptionGroup var options: BooksOptions
    @Flag(help: "The withdrawn ones too.") var all = false

    func run() throws {
        try answering {
            let database = try options.open()
            let list = RuleList(language: try options.language(), all: all)
            let table = try database.read { try list.table($0) }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct RulesSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Propose what explains the receipts applied by hand, and was right on them.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let language = try options.language()
            let count = try RuleSearch(database, desk: try options.desk(database)).run()
            let table = try database.read { connection in
                try RuleList(language: language, all: false).table(connection)
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
            if !options.json {
                Out.print(language("proposed anew: \(count)\n", "新建议 \(count) 条\n"))
            }
        }
    }
}

struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Try a rule on the history as it is now; change nothing.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "The rule, by its number.") var rule: String

    func run() throws {
        try answering {
            let database = try options.open()
            let trial = try database.read { connection in
                let naming = try Naming(connection, entity: nil)
                return try naming.trial(try naming.rule(rule).rule)
            }
            if options.json {
                let wrong = trial.wrongOn.map { "\($0.raw)" }.joined(separator: ", ")
                return Out.print(
                    """
                    {"caught": \(trial.caught), "wrong": \(trial.wrong), "of": \(trial.of), \
                    "wrongOn": [\(wrong)]}\n
                    """)
            }
            let sentence = trial.sentence
            Out.print(try options.language()(sentence.en, sentence.zh) + "\n")
        }
    }
}

struct RulesAdoptCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Let the matcher use a rule: not by who proposed it.",
        discussion: "It is tried on the history once more, and refused where that is not good.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The rule, by its number.") var rule: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, rule) = try naming.rule(rule)
        return DecideRule(rule: id, .adopt(try naming.trial(rule)))
    }
}

struct RulesWithdrawCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Let the matcher use a rule no more.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The rule, by its number.") var rule: String

    func command(_ naming: Naming) throws -> any Command {
        DecideRule(rule: try naming.rule(rule).id, .withdraw)
    }
}
