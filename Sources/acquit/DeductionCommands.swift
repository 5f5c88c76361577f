import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit deductions`: what was paid short, and who was right.
struct DeductionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deductions",
        abstract: "Deductions: what was paid short, who decides, and who was right.",
        subcommands: [
            DeductionsListCommand.self, DeductionsCodeCommand.self, DeductionsValidCommand.self,
            DeductionsInvalidCommand.self, DeductionsReopenCommand.self,
            DeductionsReasonsCommand.self, DeductionsMapCommand.self,
        ],
        defaultSubcommand: DeductionsListCommand.self)
}

struct DeductionsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Deductions that wait, by the day they are due.")

    @OptionGroup var options: BooksOptions
    @Flag(help: "The decided ones too.") var all = false

    func run() throws {
        try answering {
            let database = try options.open()
            let language = try options.language()
            let table = try database.read { connection in
                try DeductionList(language: language, all: all).table(connection)
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct DeductionsReasonsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reasons", abstract: "The reason codes, and what customers' codes mean.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let language = try options.language()
            var table = DeductionList.reasons(language)
            table.print(options.json ? .json : .text) { Out.print($0) }
            guard let database = try? options.open() else { return }
            table = try database.read { try DeductionList.customerReasons($0) }
            if !table.rows.isEmpty { table.print(options.json ? .json : .text) { Out.print($0) } }
        }
    }
}

struct DeductionsCodeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Say what the reason of a deduction is.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The deduction, or its residual item.") var deduction: String
    @Argument(help: "The reason code.") var reason: String

    func command(_ naming: Naming) throws -> any Command {
        guard let code = ReasonCode(written: reason) else {
            throw Refusal(code: "reason-unknown", reason)
        }
        return try naming.decision(.code(code), on: deduction, why: why)
    }
}

struct DeductionsValidCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "valid", abstract: "The customer is right: a credit note clears it.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The deduction, or its residual item.") var deduction: String
    @Option(help: "Number that the credit note gets.") var credit: String

    func command(_ naming: Naming) throws -> any Command {
        try naming.decision(.valid(credit: credit), on: deduction, why: why)
    }
}

struct DeductionsInvalidCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "invalid", abstract: "The customer owes it: it is collected.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The deduction, or its residual item.") var deduction: String

    func command(_ naming: Naming) throws -> any Command {
        try naming.decision(.invalid, on: deduction, why: why)
    }
}

struct DeductionsReopenCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Decide a deduction anew whose residual is open.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The deduction, or its residual item.") var deduction: String

    func command(_ naming: Naming) throws -> any Command {
        try naming.decision(.reopen, on: deduction, why: why)
    }
}

struct DeductionsMapCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Say what a customer's own reason code means.",
        discussion: "Without a code of ours, what was said is withdrawn.")

    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Code of the customer.") var customer: String
    @Argument(help: "The customer's code.") var theirs: String
    @Argument(help: "Our reason code.") var ours: String?

    func command(_ naming: Naming) throws -> any Command {
        let code = try ours.map { name in
            guard let code = ReasonCode(written: name) else {
                throw Refusal(code: "reason-unknown", name)
            }
            return code
        }
        return MapReason(
            customer: try naming.customer(customer, of: naming.entity().id), theirs: theirs,
            ours: code)
    }
}
