import ArgumentParser
import Backoffice
import Foundation
import Ledger
import Receivables
import Store

/// `acquit refund`: money back to where it came from. Who asks, who approves and who releases are
/// different persons.
struct RefundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund",
        abstract: "Ask for a refund, approve it, put it in a payment file, and what follows.",
        discussion: """
            The one who asks, those who approve and the one who releases or pays are different
            persons. Up to 1,000 one approves, up to 50,000 two, above that the controller is one
            of them; what goes to one customer within seven days adds up. Another account than the
            money came from needs a second approver, a callback, and two persons' word on it.
            """,
        subcommands: [
            Request.self, Approve.self, Pay.self, Return.self, Cancel.self, Call.self,
        ])

    /// What makes a refund: whoever asks.
    struct Asking: ParsableArguments {
        @Option(help: "The account it goes to, if another than the money came from.")
        var to: String?
        @Option(help: "BIC or routing number of its bank.") var bank: String?
        @Option(help: "Whose account that is (default: who paid).") var payee: String?
        @Option(help: "Code under which the receipt was declared (退汇).") var bop: String?
        @Flag(help: "Take the money from what is unapplied, not from what is on account.")
        var unapplied = false
        @Option(help: "Why it is right although something speaks against it.") var despite = ""
        @Option(help: "Sanction list, a name a line (default: $ACQUIT_SANCTIONS).")
        var sanctions: String?

        func request(
            _ name: String, _ amount: String, by: String?, why: String, _ day: Day,
            _ naming: Naming
        ) throws -> RequestRefund {
            let receipt = try naming.fullReceipt(name)
            let amount = try money(amount, receipt.currency)
            var command = RequestRefund(
                receipt: receipt.id, amount: amount, requestedBy: by, why: why)
            command.from = unapplied ? .unapplied : .onAccount
            command.toAccount = to.map(BankDataChange.plain)
            command.payeeBank = bank
            command.payee = payee
            command.bopCode = bop
            command.despite = despite
            let path = sanctions ?? ProcessInfo.processInfo.environment["ACQUIT_SANCTIONS"]
            let list = try path.map { path in
                guard let bytes = FileManager.default.contents(atPath: path) else {
                    throw Failure(message: "cannot read \(path)")
                }
                let name = String(path.split(separator: "/").last ?? "list")
                return SanctionList(name: name, Array(bytes))
            }
            command.facts = try naming.refundFacts(
                of: receipt, amount, payee: payee, list: list, on: day)
            return command
        }
    }

    /// `acquit refund request`.
    struct Request: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "request", abstract: "Ask for a refund of on-account money of a receipt.")

        @OptionGroup var decide: DecideOptions
        @OptionGroup var asking: Asking
        @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
        @Argument(help: "Amount.") var amount: String

        func command(_ naming: Naming) throws -> any Command {
            try asking.request(
                receipt, amount, by: nil, why: why, try decide.books.day(), naming)
        }
    }

    /// `acquit refund approve`.
    struct Approve: DecideCommand {
        enum Authority: String, ExpressibleByArgument { case controller }

        static let configuration = CommandConfiguration(
            commandName: "approve",
            abstract: "Approve a refund, or ask for and approve one that another asked for.",
            discussion: """
                acquit refund approve REFUND
                acquit refund approve RECEIPT AMOUNT --requested-by NAME
                """)

        @OptionGroup var decide: DecideOptions
        @OptionGroup var asking: Asking
        @Argument(help: "The refund; or the receipt, with an amount.") var name: String
        @Argument(help: "Amount of the receipt.") var amount: String?
        @Option(help: "Who asked for it.") var requestedBy: String?
        @Option(
            name: .customLong("as"), help: "controller: with that authority, which is recorded.")
        var authority: Authority?

        func validate() throws {
            if (amount != nil) != (requestedBy?.isEmpty == false) {
                throw ValidationError(
                    "refund approve REFUND, or RECEIPT AMOUNT --requested-by NAME")
            }
        }

        func command(_ naming: Naming) throws -> any Command {
            guard let amount else {
                return ApproveRefund(
                    refund: try naming.refund(name), by: decide.by ?? Clock.actor,
                    asController: authority == .controller)
            }
            var command = try asking.request(
                name, amount, by: requestedBy, why: why, try decide.books.day(), naming)
            command.asController = authority == .controller
            return command
        }
    }

    /// `acquit refund pay`.
    struct Pay: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "pay", abstract: "Close a refund that was paid, without a bank line.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The refund, as it was printed.") var refund: String

        func command(_ naming: Naming) throws -> any Command {
            SettleRefund(refund: try naming.refund(refund), .pay, why: why)
        }
    }

    /// `acquit refund return`.
    struct Return: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "The bank has returned a refund: it is owed again.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The refund, as it was printed.") var refund: String

        func command(_ naming: Naming) throws -> any Command {
            SettleRefund(refund: try naming.refund(refund), .bankReturn, why: why)
        }
    }

    /// `acquit refund cancel`.
    struct Cancel: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Cancel a refund that has not left.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The refund, as it was printed.") var refund: String

        func command(_ naming: Naming) throws -> any Command {
            SettleRefund(refund: try naming.refund(refund), .cancel, why: why)
        }
    }

    /// `acquit refund call`.
    struct Call: DecideCommand {
        static let configuration = CommandConfiguration(
            commandName: "call", abstract: "Record that the customer was called back.")

        @OptionGroup var decide: DecideOptions
        @Argument(help: "The refund, as it was printed.") var refund: String
        @Argument(help: "The number that was called, from the record.") var number: String
        @Option(help: "Who answered.") var spokeTo: String
        @Option(help: "confirmed, denied or not-reached.") var outcome: String

        func command(_ naming: Naming) throws -> any Command {
            guard let outcome = Callback.Outcome(rawValue: outcome) else {
                throw ValidationError("--outcome is confirmed, denied or not-reached")
            }
            return RecordCallback(
                refund: try naming.refund(refund), number: number, spokeTo: spokeTo, outcome,
                words: why)
        }
    }
}
