import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit collection`: foreign checks, documents against payment or acceptance, letters of credit.
struct CollectionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection", abstract: "Papers that banks collect: checks, D/P, D/A, L/C.",
        subcommands: [
            CollectionListCommand.self, CollectionSendCommand.self,
            CollectionPresentedCommand.self, CollectionAcceptedCommand.self,
            CollectionPaidCommand.self, CollectionRefusedCommand.self,
            CollectionFinalCommand.self, CollectionWithdrawCommand.self,
            CollectionUndoCommand.self,
        ],
        defaultSubcommand: CollectionListCommand.self)
}

struct CollectionListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What is on its way (the default).")

    @OptionGroup var options: PaperListOptions
    @Flag(help: "Those that are done as well.") var all = false

    func run() throws {
        try options.show {
            try PaperList($1).table([.collection], of: $0.inQuestion, all: all, $2)
        }
    }
}

struct CollectionSendCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Hand papers for an item to a bank.",
        discussion: """
            A letter of credit is to be presented within 21 days of shipment and before it expires.
            """)
    static let keepsWhy = false

    enum What: String, CaseIterable, ExpressibleByArgument {
        case dp, da, lc
        case checkFinal = "check-final"
        case checkImmediate = "check-immediate"

        var kind: BankCollection.Kind {
            switch self {
            case .dp: .againstPayment
            case .da: .againstAcceptance
            case .lc: .letterOfCredit
            case .checkFinal: .checkFinal
            case .checkImmediate: .checkImmediate
            }
        }
    }

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the collection.") var number: String
    @Argument(help: "dp, da, lc, check-final or check-immediate.") var kind: What
    @Argument(help: "Number of the item it pays.") var item: String
    @Argument(help: "Amount (default: all that is open).") var amount: String?
    @Option(help: "The bank.") var bank: String
    @Option(help: "Of a letter of credit: day of shipment.") var shipped: String?
    @Option(help: "Of a letter of credit: day of expiry.") var expires: String?

    func command(_ naming: Naming) throws -> any Command {
        let found = try naming.item(item)
        var send = SendCollection(
            entity: found.entity, number: number, kind: kind.kind, item: item,
            amount: try amount.map { try money($0, found.currency) }, bank: bank)
        send.shippedOn = try shipped.map { try day($0, "--shipped") }
        send.expiresOn = try expires.map { try day($0, "--expires") }
        return send
    }
}

/// The collection that a step is about.
struct CollectionArgument: ParsableArguments {
    @OptionGroup var decide: DecideOptions
    @Argument(help: "The collection, by its number or that of its case.") var collection: String

    func follow(_ naming: Naming, _ step: FollowCollection.Step) throws -> FollowCollection {
        let file = try naming.paper(collection, .collection)
        var seen: BankCollection?
        if case .collection(let now) = file.content { seen = now }
        return FollowCollection(file: file.id, step, seen: seen, why: decide.why)
    }
}

struct CollectionPresentedCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "presented", abstract: "The documents are presented.")

    @OptionGroup var of: CollectionArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .presented) }
}

struct CollectionAcceptedCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "accepted", abstract: "The drawee, or the bank, will pay on a day.")

    @OptionGroup var of: CollectionArgument
    @Argument(help: "Day of maturity.") var matures: String
    @Flag(help: "Take the acceptance for the item: it is a note receivable now.") var asNote = false
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .accepted(try day(matures, "matures"), asNote: asNote))
    }
}

struct CollectionPaidCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "paid", abstract: "The money has come; what lacks is the bank's charge.")

    @OptionGroup var of: CollectionArgument
    @Argument(help: "The receipt as which it came.") var receipt: String
    @Flag(help: "A charge beyond tolerance was looked at: not by who sent the papers.")
    var reviewed = false
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .paid(try naming.receipt(receipt).id, reviewed: reviewed))
    }
}

struct CollectionRefusedCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "refused", abstract: "The drawee does not pay, or does not accept.")

    @OptionGroup var of: CollectionArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .refused) }
}

struct CollectionFinalCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "final", abstract: "The bank can no longer take an immediate credit back.")

    @OptionGroup var of: CollectionArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .final) }
}

struct CollectionWithdrawCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Call papers back that were only sent.")

    @OptionGroup var of: CollectionArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .withdrawn) }
}

struct CollectionUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last step of a collection back.")

    @OptionGroup var of: CollectionArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .takeBack) }
}
