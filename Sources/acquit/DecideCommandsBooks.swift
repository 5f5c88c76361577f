import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit post`: a document keyed by hand.
struct PostCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "Post an invoice, credit note or debit note by hand.")

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case invoice, credit, debit

        var kind: OpenItem.Kind {
            switch self {
            case .invoice: .invoice
            case .credit: .creditNote
            case .debit: .debitNote
            }
        }
    }
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "invoice, credit or debit.") var kind: Kind
    @Option(help: "Number of the document.") var number: String
    @Option(help: "Code of the customer.") var customer: String
    @Option(help: "Day of issue, YYYY-MM-DD.") var issued: String
    @Option(help: "Due day, YYYY-MM-DD.") var due: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Gross amount and currency: 1190.00 EUR.", valueName: "amount cur"))
    var gross: [String]
    @Option(help: "The tax in it.") var tax = "0"
    @Option(help: "Creditor reference printed on it.") var reference: String?

    func validate() throws {
        if number.isEmpty { throw ValidationError("--number is empty") }
        if gross.count != 2 { throw ValidationError("--gross takes an amount and a currency") }
    }

    func command(_ naming: Naming) throws -> any Command {
        guard let currency = Currency(gross[1]) else {
            throw ValidationError("--gross: \(gross[1]) is not a code of three capital letters")
        }
        var post = PostItem(
            entity: try naming.entity().id, kind: kind.kind, number: number,
            customerCode: customer, issuedOn: try day(issued, "--issued"),
            dueOn: try day(due, "--due"), gross: try money(gross[0], currency),
            tax: try money(tax, currency).minor)
        post.reference = reference
        return post
    }
}

/// `acquit refund`: money back to where it came from, by three persons.
struct RefundCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund", abstract: "Approve, pay or cancel a refund, or see it returned.",
        discussion: """
            acquit refund approve RECEIPT AMOUNT --requested-by NAME
            acquit refund pay|return|cancel REFUND
            The one who asks, the one who approves and the one who pays are three persons.
            """)

    enum Step: String, CaseIterable, ExpressibleByArgument {
        case approve, pay, `return`, cancel
    }

    @OptionGroup var decide: DecideOptions
    @Argument(help: "approve, pay, return or cancel.") var step: Step
    @Argument(help: "The receipt to approve a refund of; else the refund, as it was printed.")
    var name: String
    @Argument(help: "Amount to approve.") var amount: String?
    @Option(help: "Who asked for it.") var requestedBy: String?

    func validate() throws {
        let isWhole = amount != nil && requestedBy?.isEmpty == false
        if step == .approve && !isWhole {
            throw ValidationError("refund approve RECEIPT AMOUNT --requested-by NAME")
        }
        if step != .approve && (amount != nil || requestedBy != nil) {
            throw ValidationError("refund \(step.rawValue) REFUND, and nothing else")
        }
    }

    func command(_ naming: Naming) throws -> any Command {
        switch step {
        case .approve:
            let receipt = try naming.receipt(name)
            return ApproveRefund(
                receipt: receipt.id, amount: try money(amount ?? "", receipt.currency),
                requestedBy: requestedBy ?? "", why: why)
        case .pay: return SettleRefund(refund: try naming.refund(name), .pay, why: why)
        case .return: return SettleRefund(refund: try naming.refund(name), .bankReturn, why: why)
        case .cancel: return SettleRefund(refund: try naming.refund(name), .cancel, why: why)
        }
    }
}

/// `acquit close`: nothing is posted on or before a day any more.
struct CloseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an entity's books through a day.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Code of the entity.") var company: String
    @Argument(help: "The last day that is closed, YYYY-MM-DD.") var through: String

    func command(_ naming: Naming) throws -> any Command {
        let day = try day(through, "THROUGH")
        return ClosePeriod(entity: try naming.entity(company).id, through: day)
    }
}

/// `acquit reopen`: opens a closed period again.
struct ReopenCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open an entity's closed books again from a day on.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Code of the entity.") var company: String
    @Argument(help: "The first day that is open again, YYYY-MM-DD.") var from: String

    func command(_ naming: Naming) throws -> any Command {
        let day = try day(from, "FROM")
        return ReopenPeriod(entity: try naming.entity(company).id, from: day)
    }
}
