import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit advices`: remittance advices and the money that each tells of.
struct AdvicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advices",
        abstract: "Remittance advices: those that wait for money, and those that have it.",
        subcommands: [
            AdvicesListCommand.self, AdvicesTieCommand.self, AdvicesUntieCommand.self,
        ],
        defaultSubcommand: AdvicesListCommand.self)
}

struct AdvicesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "One line a document of each advice (the default).")

    @OptionGroup var options: BooksOptions

    func run() throws {
        try answering {
            let database = try options.open()
            let table = try database.read { try Export.advices.table($0) }
            table.print(options.json ? .json : .text) { Out.print($0) }
        }
    }
}

struct AdvicesTieCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tie", abstract: "Say that an advice is of a receipt.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The advice, by its number in the list.") var advice: Int64
    @Argument(help: "The receipt, by its number or the bank's reference.") var receipt: String

    func run() throws {
        try decide.tie(advice, to: receipt)
    }
}

struct AdvicesUntieCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "untie", abstract: "Say that an advice is not of the receipt it is tied to.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The advice, by its number in the list.") var advice: Int64

    func run() throws {
        try decide.tie(advice, to: nil)
    }
}

extension DecideOptions {
    /// To none, the advice waits again.
    fileprivate func tie(_ advice: Int64, to name: String?) throws {
        let language = try books.language()
        try answering {
            let database = try books.open()
            let desk = Desk(
                actor: by ?? Clock.actor, today: try books.day(database), at: Clock.now)
            let receipt = try name.map { name in
                try database.read { try Naming($0, entity: entity).receipt(name).id }
            }
            try AdviceTies(database, desk: desk).tie(Advice.ID(advice), to: receipt, why: why)
            Out.print(
                receipt.map {
                    language(
                        "advice \(advice) is of receipt \($0.raw)\n",
                        "汇款通知 \(advice) 已关联收款 \($0.raw)\n")
                } ?? language("advice \(advice) waits again\n", "汇款通知 \(advice) 重新待关联\n"))
        }
    }
}
