import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit claims`: money whose payer is unknown, and who says whose it is.
struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Claims of unidentified receipts (认领): the pool, the claims, what is due.",
        subcommands: [
            ClaimsPoolCommand.self, ClaimsListCommand.self, ClaimsShowCommand.self,
            ClaimsDueCommand.self, ClaimsAccuracyCommand.self, ClaimsPublishCommand.self,
            ClaimsMakeCommand.self, ClaimsConfirmCommand.self, ClaimsRefuseCommand.self,
            ClaimsReturnCommand.self, ClaimsConflictCommand.self, ClaimsWithdrawCommand.self,
            ClaimsUndoCommand.self, ClaimsAnswerCommand.self,
        ],
        defaultSubcommand: ClaimsPoolCommand.self)
}

extension ClaimPool.Role: ExpressibleByArgument {}

struct ClaimsPoolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "What can be claimed, masked; for AR in full (the default).")

    @OptionGroup var options: BooksOptions
    @Option(help: "claimant (amounts and payers are masked) or ar.")
    var role = ClaimPool.Role.claimant
    @Option(help: "Only what is published to this unit.") var unit: String?

    func run() throws {
        try answering {
            let database = try options.open()
            let today = try options.day(database)
            let pool = try database.read { try ClaimPool($0) }
            pool.table(role, unit: unit, on: today)
                .print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ClaimsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Claims that are open, or all.")

    @OptionGroup var options: BooksOptions
    @Flag(help: "The closed ones too.") var all = false
    @Option(help: "Only those of this claimant.") var by: String?

    func run() throws {
        try answering {
            let database = try options.open()
            let table = try database.read { try ClaimList($0).table(all: all, by: by) }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ClaimsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "All that happened to the claims on a receipt.")

    @OptionGroup var options: BooksOptions
    @Argument(help: "The receipt, by its number or the bank's reference.") var receipt: String

    func run() throws {
        let language = try options.language()
        try answering {
            let database = try options.open()
            let table = try database.read { connection in
                let receipt = try Naming(connection, entity: nil).receipt(receipt).id
                return try ClaimRecord.table(receipt, language, connection)
            }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ClaimsDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What is due at the claim desk, and to whom.")

    @OptionGroup var options: BooksOptions
    @Option(
        help: """
            Only what waits for one of claimants, unit-head, cash-application, ar-lead, \
            finance-manager, treasury, controller.
            """)
    var owner: String?

    func run() throws {
        let language = try options.language()
        try answering {
            let database = try options.open()
            let today = try options.day(database)
            let due = try database.read { try ClaimsDue($0, on: today) }
            due.table(owner: owner, language).print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ClaimsAccuracyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy", abstract: "How often each claimant was right.")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let accuracy = try database.read { try ClaimAccuracy($0) }
            accuracy.table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}
