import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit draft`: bank and commercial acceptance drafts 银承、商承.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Drafts: receive, endorse, discount, present, collect.",
        subcommands: [
            DraftListCommand.self, DraftReceiveCommand.self, DraftEndorseCommand.self,
            DraftDiscountCommand.self, DraftPresentCommand.self, DraftCollectCommand.self,
            DraftRefuseCommand.self, DraftReleaseCommand.self, DraftSplitCommand.self,
            DraftJoinCommand.self, DraftUndoCommand.self, DraftWithdrawCommand.self,
            DraftAcceptorCommand.self,
        ],
        defaultSubcommand: DraftListCommand.self)
}

struct DraftListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Drafts at stake, and their acceptors (the default).")

    @OptionGroup var options: PaperListOptions
    @Flag(help: "Those that are done as well.") var all = false

    func run() throws {
        try options.show {
            try PaperList($1).table([.draft, .acceptor], of: $0.inQuestion, all: all, $2)
        }
    }
}

struct DraftReceiveCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Take a draft in, as a receipt of its customer.",
        discussion: """
            --endorsement FROM>TO for each, in their order; the last holder must be us. The acceptor
            must be approved: acquit draft acceptor
            """)
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Code of the customer.") var customer: String
    @Argument(help: "Number of the draft, 30 digits.") var number: String
    @Argument(help: "Amount, 1234.50.") var amount: String
    @Option(help: "Currency.") var currency = "CNY"
    @Option(help: "Whose acceptance it is: bank or commercial.") var kind: String
    @Option(help: "Day of issue.") var issued: String
    @Option(help: "Day of maturity.") var matures: String
    @Option(help: "Drawer.") var drawer: String
    @Option(help: "Acceptor.") var acceptor: String
    @Option(help: "Payee.") var payee: String
    @Option(help: "FROM>TO; may be repeated.") var endorsement: [String] = []
    @Flag(help: "It bears 不得转让.") var notTransferable = false
    @Option(help: "FIRST-LAST of the package's cents.") var range: String?
    @Option(help: "The last maturity that was agreed.") var agreed: String?
    @Option(help: "Our name as drafts have it (default: the entity's).") var us: String?

    func command(_ naming: Naming) throws -> any Command {
        guard let currency = Currency(currency), let kind = Draft.Kind(rawValue: kind)
        else {
            throw ValidationError("--kind is bank or commercial; --currency three capitals")
        }
        var receive = ReceiveDraft(
            entity: try naming.entity().id, customerCode: customer, number: number, kind: kind,
            issuedOn: try day(issued, "--issued"), maturesOn: try day(matures, "--matures"),
            amount: try money(amount, currency), drawer: drawer, acceptor: acceptor, payee: payee)
        receive.endorsements = endorsement
        receive.isTransferable = !notTransferable
        receive.agreedUntil = try agreed.map { try day($0, "--agreed") }
        receive.ourName = us
        receive.range = try range.map { text in
            let parts = text.split(separator: "-").compactMap { Int64($0) }
            guard parts.count == 2, parts[0] <= parts[1] else {
                throw ValidationError("--range: \(text) is not FIRST-LAST")
            }
            return parts[0]...parts[1]
        }
        return receive
    }
}

/// The draft that a step is about.
struct DraftArgument: ParsableArguments {
    @OptionGroup var decide: DecideOptions
    @Argument(help: "The draft, by its number or that of its case.") var draft: String

    func follow(_ naming: Naming, _ step: FollowDraft.Step) throws -> FollowDraft {
        let file = try naming.paper(draft, .draft)
        guard case .draft(let seen) = file.content else {
            return FollowDraft(file: file.id, step, seen: nil, why: decide.why)
        }
        return FollowDraft(file: file.id, step, seen: seen, why: decide.why)
    }
}

struct DraftEndorseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "endorse", abstract: "Give a draft to a supplier.")

    @OptionGroup var of: DraftArgument
    @Argument(help: "The supplier.") var supplier: String
    @Flag(help: "We still answer for it.") var recourse = false
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .endorse(to: supplier, recourse: recourse))
    }
}

struct DraftDiscountCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "discount", abstract: "Sell a draft to a bank before it is due.")

    @OptionGroup var of: DraftArgument
    @Argument(help: "The receipt as which the bank's line came.") var receipt: String
    @Option(help: "The bank.") var bank: String
    @Option(help: "The yearly rate that was agreed, in percent, on 360 days.") var rate: String?
    @Flag(help: "We still answer for it.") var recourse = false
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(
            naming,
            .discount(
                try naming.receipt(receipt).id, with: bank, rate: try rate.map(percent),
                recourse: recourse))
    }
}

struct DraftPresentCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "present", abstract: "Present a draft that is due.")

    @OptionGroup var of: DraftArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .present) }
}

struct DraftCollectCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "The acceptor has paid.")

    @OptionGroup var of: DraftArgument
    @Argument(help: "The receipt as which the bank's line came.") var receipt: String
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .collect(try naming.receipt(receipt).id))
    }
}

struct DraftRefuseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "The acceptor did not pay: the customer owes again.")

    @OptionGroup var of: DraftArgument
    @Option(help: "Of one passed on with recourse: the bank's line that took the money back.")
    var line: String?
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command {
        try of.follow(naming, .refuse(try line.map { try naming.bankLine($0) }))
    }
}

struct DraftReleaseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "One passed on with recourse was paid to its holder.")

    @OptionGroup var of: DraftArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .paidToHolder) }
}

struct DraftUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take the last step of a draft back.")

    @OptionGroup var of: DraftArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .takeBack) }
}

struct DraftWithdrawCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "It never was ours: take its receipt back.")

    @OptionGroup var of: DraftArgument
    var decide: DecideOptions { of.decide }

    func command(_ naming: Naming) throws -> any Command { try of.follow(naming, .withdraw) }
}
