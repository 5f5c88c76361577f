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
