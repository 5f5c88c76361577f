import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

/// `acquit receipt`: money that no statement has told of yet, keyed by hand.
struct ReceiptCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Record money by hand that no statement tells of yet.",
        discussion: """
            It stands in bank clearing until the statement's line comes; that line is then no second
            payment: acquit elsewhere LINE-RECEIPT clearing
            """)

    enum What: String, CaseIterable, ExpressibleByArgument {
        case clearing, bank, draft

        var account: Account {
            switch self {
            case .clearing: .bankClearing
            case .bank: .bank
            case .draft: .notesReceivable
            }
        }
    }

    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Amount, 1234.50.") var amount: String
    @Argument(help: "Currency, EUR.") var currency: String
    @Option(help: "Day it came in, YYYY-MM-DD.") var on: String
    @Option(help: "Value date (default: that day).") var value: String?
    @Option(name: .customLong("as"), help: "clearing (on its way to the bank), bank, or draft.")
    var what = What.clearing
    @Option(help: "Who paid, as written.") var payer: String?
    @Option(help: "The account it was paid from.") var payerAccount: String?
    @Option(help: "Number of the check.") var check: String?
    @Option(help: "What the payer wrote.") var text: String?

    func command(_ naming: Naming) throws -> any Command {
        guard let currency = Currency(currency) else {
            throw ValidationError("\(currency) is not a code of three capital letters")
        }
        let bookedOn = try day(on, "--on")
        var record = RecordReceipt(
            entity: try naming.entity().id, amount: try money(amount, currency),
            bookedOn: bookedOn, valueDate: try value.map { try day($0, "--value") } ?? bookedOn)
        record.asset = what.account
        record.source.payer = payer
        record.source.payerAccount = payerAccount
        record.source.checkNumber = check
        record.source.text = text.map { [$0] } ?? []
        return record
    }
}

/// `acquit elsewhere`: what came in is no payment of a customer.
struct ElsewhereCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "elsewhere", abstract: "Say that money of a receipt is no customer's payment.",
        discussion: "acquit elsewhere RECEIPT back takes it back.")

    enum Place: String, CaseIterable, ExpressibleByArgument {
        case clearing, draft, back
        case bankError = "bank-error"
        case otherIncome = "other-income"
        case otherReceivable = "other-receivable"

        var account: Account? {
            switch self {
            case .clearing: .bankClearing
            case .draft: .notesReceivable
            case .bankError: .bankErrors
            case .otherIncome: .otherIncome
            case .otherReceivable: .otherReceivables
            case .back: nil
            }
        }
    }

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "clearing, draft, bank-error, other-income, other-receivable, or back.")
    var place: Place
    @Argument(help: "Amount (default: all that is free).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let amount = try amount.map { try money($0, receipt.currency) }
        return MoveReceipt(
            receipt: receipt.id,
            place.account.map { .turnElsewhere($0, amount) } ?? .bringBack(amount), why: why)
    }
}

/// `acquit clear-advance`: uses an advance for the invoice of its order.
struct ClearAdvanceCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear-advance", abstract: "Use an advance for an invoice.",
        discussion: "acquit match does so by itself where the invoice names the advance's order.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Number of the invoice.") var item: String
    @Argument(help: "Amount (default: as much as both have).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        return ClearAdvance(
            receipt: receipt.id, item: try naming.item(item, of: receipt.entity).id,
            amount: try amount.map { try money($0, receipt.currency) }, basis: .hand(why))
    }
}

/// `acquit paid-for`: a customer of another entity paid us by mistake or by agreement (P27).
struct PaidForCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paid-for",
        abstract: "Say that a receipt was paid to us for another entity.",
        discussion: """
            Here it becomes a debt to that entity, there a receipt of its own, to be applied as any.
            --why names the letter that says so.
            """)

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Code of the other entity.") var other: String
    @Argument(help: "Amount (default: all that is free).") var amount: String?
    @Option(help: "The customer there.") var customer: String?

    func run() throws {
        let language = try decide.books.language()
        try answering {
            let database = try decide.books.open()
            let desk = Desk(
                actor: decide.by ?? Clock.actor, today: try decide.books.day(database),
                at: Clock.now)
            let (paid, customer) = try database.read { try named($0) }
            let made = try paid.perform(on: database, at: desk, customer: customer)
            Out.print(
                language(
                    "receipt \(paid.receipt.id.raw): a debt to \(other) now; "
                        + "there it is receipt \(made.raw)\n",
                    "收款 \(paid.receipt.id.raw)：已转为对 \(other) 的应付；对方收款 \(made.raw)\n"))
        }
    }

    private func named(_ connection: any Connection) throws -> (PaidForSister, Customer.ID?) {
        let naming = try Naming(connection, entity: decide.entity)
        let receipt = try naming.fullReceipt(receipt)
        let other = try Naming(connection, entity: nil).entity(other).id
        let amount = try amount.map { try money($0, receipt.currency) }
        let paid = PaidForSister(
            receipt: receipt, other: other, amount: amount, why: decide.why)
        return (paid, try customer.map { try naming.customer($0, of: other) })
    }
}
