import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit accept`: applies what the matcher proposes.
struct AcceptCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Apply a receipt as it is proposed.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        return AcceptProposal(
            receipt: receipt.id, proposed: try naming.proposal(receipt), why: why)
    }
}

/// `acquit apply`: puts money of a receipt on items, by hand.
struct ApplyCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Apply a receipt to items.",
        discussion: """
            ITEM=AMOUNT is the cash; what is cleared without cash follows it, with commas between:
            INV-7=950.00,discount=20.00,charge=5.00,writeoff=0.50,residual=24.50:QTY_SHORT
            Amounts of a credit note are negative: CN-3=-40.00
            """)

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "ITEM=AMOUNT[,discount=…][,charge=…][,writeoff=…][,residual=…:REASON]")
    var items: [String] = []
    @Option(help: "The customer that paid (default: the receipt's).") var customer: String?
    @Flag(help: "Take the money from what is on account.") var onAccount = false

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let lines = try items.map { text in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            guard let cut = parts[0].lastIndex(of: "=") else {
                throw ValidationError("\(text) is not ITEM=AMOUNT")
            }
            let cash = try money(
                String(parts[0][parts[0].index(after: cut)...]), receipt.currency)
            let item = try naming.item(String(parts[0][..<cut]), of: receipt.entity)
            var line = ApplyReceipt.Line(item: item.id, cash: cash.minor)
            for part in parts.dropFirst() { try add(part, to: &line, receipt.currency) }
            line.reason = try line.reason.map { try naming.reason($0, receipt.id) }
            return line
        }
        var apply = ApplyReceipt(
            receipt: receipt.id, lines: lines,
            customer: try customer.map { try naming.customer($0, of: receipt.entity) },
            basis: .hand(why))
        apply.fromOnAccount = onAccount
        return apply
    }

    private func add(
        _ part: Substring, to line: inout ApplyReceipt.Line, _ currency: Currency
    ) throws {
        let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw ValidationError("\(part) is not NAME=AMOUNT") }
        switch pair[0] {
        case "discount": line.discount = try money(String(pair[1]), currency).minor
        case "charge": line.bankCharge = try money(String(pair[1]), currency).minor
        case "writeoff": line.writeOff = try money(String(pair[1]), currency).minor
        case "residual":
            let halves = pair[1].split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            line.residual = try money(String(halves[0]), currency).minor
            line.reason = halves.count == 2 && !halves[1].isEmpty ? String(halves[1]) : nil
        default:
            throw ValidationError("\(pair[0]) is none of discount, charge, writeoff, residual")
        }
    }
}

/// `acquit unapply`: takes all applications of a receipt back.
struct UnapplyCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "unapply", abstract: "Take the applications of a receipt back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String

    func command(_ naming: Naming) throws -> any Command {
        UnapplyReceipt(receipt: try naming.receipt(receipt).id, why: why)
    }
}

/// `acquit identify`: says who paid.
struct IdentifyCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify", abstract: "Say which customer a receipt is from.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Code of the customer.") var customer: String

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let customer = try naming.customer(customer, of: receipt.entity)
        return MoveReceipt(receipt: receipt.id, .identify(customer), why: why)
    }
}

/// `acquit withdraw`: the payer was not that customer.
struct WithdrawCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraw the payer of a receipt nothing is used of.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String

    func command(_ naming: Naming) throws -> any Command {
        MoveReceipt(receipt: try naming.receipt(receipt).id, .withdrawPayer, why: why)
    }
}

/// `acquit on-account`: leaves money with the customer on purpose.
struct OnAccountCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "on-account", abstract: "Put unapplied money of a receipt on account.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Amount (default: all that is unapplied).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let amount = try amount.map { try money($0, receipt.currency) }
        return MoveReceipt(receipt: receipt.id, .putOnAccount(amount), why: why)
    }
}

/// `acquit off-account`: makes it unapplied again.
struct OffAccountCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "off-account", abstract: "Take money of a receipt off account again.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Amount (default: all that is on account).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let amount = try amount.map { try money($0, receipt.currency) }
        return MoveReceipt(receipt: receipt.id, .takeOffAccount(amount), why: why)
    }
}

/// `acquit advance`: money for an order that is not invoiced yet, and back once it is.
struct AdvanceCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: "Keep unapplied money of a receipt as an advance for an order.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Amount (default: all that is unapplied).") var amount: String?
    @Option(help: "Number of the order it is for.") var order: String?
    @Option(help: "Tax in it, in percent of the net amount: 13.") var tax: String?
    @Flag(help: "The order is invoiced: make the advance unapplied again.") var release = false

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let amount = try amount.map { try money($0, receipt.currency) }
        return MoveReceipt(
            receipt: receipt.id,
            release
                ? .releaseAdvance(amount)
                : .putToAdvance(
                    amount, order: try order.map { try naming.order($0, of: receipt.entity) },
                    taxRate: try tax.map(percent) ?? 0), why: why)
    }
}
