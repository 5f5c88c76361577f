import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit bank-data`: where a customer's money may go, and whom to call about it.
struct BankDataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank-data",
        abstract: "Change a customer's refund account or telephone number, by two persons.",
        discussion: "A confirmed account is in force after three working days.",
        subcommands: [Propose.self, Decide.self])

    /// `acquit bank-data propose`.
    struct Propose: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "propose", abstract: "Propose another account or number of a customer.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "Code of the customer.") var customer: String
        @Argument(help: "account or phone.") var field: String
        @Argument(help: "The new one.") var new: String
        @Option(help: "The one whose place it takes.") var old: String?

        func command(_ naming: Naming) throws -> any Command {
            guard let field = BankDataChange.Field(rawValue: field) else {
                throw ValidationError("\(field) is neither account nor phone")
            }
            let entity = try naming.entity().id
            return ProposeBankData(
                entity: entity, customer: try naming.customer(customer, of: entity), field,
                from: old, to: new, evidence: why)
        }
    }

    /// `acquit bank-data decide`.
    struct Decide: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide",
            abstract: "Confirm or refuse a change of bank data, or withdraw a confirmed one.")
        static let keepsWhy = false

        @OptionGroup var decide: DecideOptions
        @Argument(help: "confirm, refuse or withdraw.") var verdict: String
        @Argument(help: "Number of the case.") var file: String

        func command(_ naming: Naming) throws -> any Command {
            guard let verdict = DecideBankData.Verdict(rawValue: verdict) else {
                throw ValidationError("\(verdict) is none of confirm, refuse, withdraw")
            }
            let (id, change) = try naming.bankData(file)
            return DecideBankData(file: id, verdict, replacing: change.old)
        }
    }
}
