import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit draft split`: a part of a divisible draft goes its own way.
struct DraftSplitCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Divide a draft of the divisible kind.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The draft, by its number or that of its case.") var draft: String
    @Argument(help: "Amounts of the parts, in the order of their cents.") var amounts: [String]

    func command(_ naming: Naming) throws -> any Command {
        let file = try naming.paper(draft, .draft)
        let currency = file.head.amount?.currency ?? .cny
        return SplitDraft(file: file.id, parts: try amounts.map { try money($0, currency) })
    }
}

struct DraftJoinCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Join the parts of a draft again.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The case of the draft that was split.") var draft: String
    @Argument(help: "The cases of its parts.") var parts: [String]

    func command(_ naming: Naming) throws -> any Command {
        var command = SplitDraft(file: try naming.paper(draft, .draft).id, parts: [])
        command.others = try parts.map { try naming.paper($0, .draft).id }
        return command
    }
}

/// `acquit draft acceptor`: whose drafts we take, and up to how much.
struct DraftAcceptorCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "acceptor",
        abstract: "Propose a limit for an acceptor, approve it, or bar the acceptor.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Its name as drafts have it.") var name: String
    @Option(help: "Propose this limit.") var limit: String?
    @Option(help: "Currency of the limit.") var currency = "CNY"
    @Flag(help: "Approve what another person has proposed.") var approve = false
    @Flag(help: "Take no drafts of it: its accounts are not its own.") var bar = false

    func command(_ naming: Naming) throws -> any Command {
        guard (limit != nil ? 1 : 0) + (approve ? 1 : 0) + (bar ? 1 : 0) == 1 else {
            throw ValidationError("give one of --limit, --approve, --bar")
        }
        var step: SetAcceptor.Step = approve ? .approve : .bar
        if let limit {
            guard let currency = Currency(currency) else {
                throw ValidationError("--currency: \(currency) is not three capital letters")
            }
            step = .propose(try money(limit, currency))
        }
        return SetAcceptor(entity: try naming.entity().id, name: name, step)
    }
}
