import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit recall`: wires that their sender's bank asks back.
struct RecallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: "Wires that banks ask back: camt.056, MT192.",
        subcommands: [
            RecallListCommand.self, RecallAskCommand.self, RecallAgreeCommand.self,
            RecallDeclineCommand.self, RecallReturnCommand.self, RecallUndoCommand.self,
        ],
        defaultSubcommand: RecallListCommand.self)
}

struct RecallListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Recalls that wait (the default).")

    @OptionGroup var options: PaperListOptions
    @Flag(help: "Those that are done as well.") var all = false

    func run() throws {
        try options.show { try PaperList($1).table([.recall], of: $0.inQuestion, all: all, $2) }
    }
}

struct RecallAskCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Record that a bank asks money back. Nothing moves.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The bank's number of the request.") var number: String
    @Argument(help: "The receipt that is asked back.") var receipt: String
    @Argument(help: "Amount (default: all of it).") var amount: String?
    @Option(help: "The sender's reason, as the bank has it: DUPL, FRAD, CUST …") var reason: String
    @Option(help: "Until when the bank wants an answer.") var answerBy: String

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        return AskRecall(
            number: number, receipt: receipt.id,
            amount: try amount.map { try money($0, receipt.currency) }, reason: reason,
            answerBy: try day(answerBy, "--answer-by"))
    }
}

/// The recall that a step is about.
struct RecallArgument: ParsableArguments {
    @OptionGroup var decide: DecideOptions
    @Argument(help: "The recall, by its number or that of its case.") var recall: String

    func follow(_ naming: Naming, _ step: FollowRecall.Step) throws -> FollowRecall {
        let file = try naming.paper(recall, .recall)
        return FollowRecall(file: file.id, receipt: file.head.receipt, step, why: decide.why)
    }
}

struct RecallAgreeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Agree to give it back: not by who recorded it.")

    @OptionGroup var of: RecallArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .agree) }
}

struct RecallDeclineCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Keep the money: not by who recorded it.")

    @OptionGroup var of: RecallArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .decline) }
}

struct RecallReturnCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Give it back; what it had paid is owed again.")

    @OptionGroup var of: RecallArgument
    @Option(help: "The bank's line that takes it, if it is there already.") var line: String?
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .giveBack(try line.map { try naming.bankLine($0) }))
    }
}

struct RecallUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the return back, or the answer.")

    @OptionGroup var of: RecallArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .takeBack) }
}
