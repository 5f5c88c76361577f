import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit returned`: payments that the bank took back, and the receipts that they undo.
struct ReturnedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "returned", abstract: "Payments that came back: returned checks and debits.",
        subcommands: [
            ReturnedListCommand.self, ReturnedAcceptCommand.self, ReturnedPresentCommand.self,
            ReturnedSettleCommand.self, ReturnedDismissCommand.self, ReturnedUndoCommand.self,
            ReturnedCustomersCommand.self, ReturnedCodesCommand.self,
        ],
        defaultSubcommand: ReturnedListCommand.self)
}

/// What a list of papers takes.
struct PaperListOptions: ParsableArguments {
    @OptionGroup var books: BooksOptions
    @Option(help: "The entity, by its code (default: all).") var entity: String?

    func show(_ table: (Naming, any Connection, Language) throws -> Table) throws {
        let language = try books.language()
        try answering {
            let found = try books.open().read { connection in
                try table(Naming(connection, entity: entity), connection, language)
            }
            found.print(books.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct ReturnedListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What waits, and which receipt it may undo (the default).")

    @OptionGroup var options: PaperListOptions

    func run() throws {
        try options.show { try WaitingReturns($1).table($0.inQuestion, $2) }
    }
}

struct ReturnedCustomersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customers", abstract: "How often payments of each customer came back.")

    @OptionGroup var options: PaperListOptions

    func run() throws {
        try options.show { try WaitingReturns($1).customers($0.inQuestion, $2) }
    }
}

struct ReturnedCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Return codes, what they mean and what is done then.")

    @OptionGroup var books: BooksOptions

    func run() throws {
        let language = try books.language()
        WaitingReturns.codes(language).print(books.json ? .json : .text) { Out.print($0) }
    }
}

struct ReturnedAcceptCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Undo the receipt that a returned payment had been.",
        discussion: """
            What it cleared is owed again at the original due date. With --recharge the customer
            gets a debit note, where its contract allows that.
            """)

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case, by its number in the list.") var file: String
    @Argument(help: "The receipt (default: the one it must be).") var receipt: String?
    @Option(help: "The bank's reason, where it did not come with the line.") var code: String?
    @Option(help: "What the customer is charged for it.") var recharge: String?
    @Option(help: "The clause that allows the charge.") var contract = ""
    @Option(help: "Number of the debit note (default: RF- and the case).") var number: String?
    @Option(help: "Due day of the debit note (default: the business day).") var due: String?

    func command(_ naming: Naming) throws -> any Command {
        let file = try naming.paper(file, .returned)
        let receipt =
            try receipt.map { try naming.receipt($0).id } ?? naming.receipt(undoneBy: file)
        var command = ReturnReceipt(file: file.id, receipt: receipt, why: why)
        command.code = code
        if let recharge, let currency = file.head.amount?.currency {
            command.recharge = ReturnReceipt.Recharge(
                try money(recharge, currency), number: number ?? "RF-\(file.id)",
                contract: contract,
                dueOn: try due.map { try day($0, "--due") } ?? decide.books.day())
        }
        return command
    }
}

struct ReturnedPresentCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "present", abstract: "It was presented again, and this receipt came.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case, by its number.") var file: String
    @Argument(help: "The receipt that came for it.") var receipt: String

    func command(_ naming: Naming) throws -> any Command {
        let file = try naming.paper(file, .returned)
        return FollowReturn(
            file: file.id, .represented(try naming.receipt(receipt).id), why: why)
    }
}

struct ReturnedSettleCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "It was paid otherwise, or is followed elsewhere.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case, by its number.") var file: String

    func command(_ naming: Naming) throws -> any Command {
        FollowReturn(file: try naming.paper(file, .returned).id, .settled, why: why)
    }
}

struct ReturnedDismissCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "The bank's line undoes no receipt of ours.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case, by its number.") var file: String

    func command(_ naming: Naming) throws -> any Command {
        FollowReturn(file: try naming.paper(file, .returned).id, .dismissed, why: why)
    }
}

struct ReturnedUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "It was not that receipt: take the return back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case, by its number.") var file: String

    func command(_ naming: Naming) throws -> any Command {
        FollowReturn(file: try naming.paper(file, .returned).id, .takenBack, why: why)
    }
}
