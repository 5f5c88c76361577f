import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit split`: makes receipts of their own out of free money of one.
struct SplitCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Make receipts of their own out of free money of one.",
        discussion: "A part is AMOUNT, or CUSTOMER=AMOUNT where its payer is known.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "[CUSTOMER=]AMOUNT of each part.") var parts: [String]

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        let parts = try parts.map { text in
            let cut = text.lastIndex(of: "=")
            let amount = cut.map { String(text[text.index(after: $0)...]) } ?? text
            return SplitReceipt.Part(
                try money(amount, receipt.currency),
                customer: try cut.map {
                    try naming.customer(String(text[..<$0]), of: receipt.entity)
                })
        }
        return SplitReceipt(receipt: receipt.id, parts: parts, why: why)
    }
}

/// `acquit join`: takes a split back.
struct JoinCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "join", abstract: "Give the money of a part back to the receipt it is of.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the part.") var part: String

    func command(_ naming: Naming) throws -> any Command {
        let part = try naming.fullReceipt(part)
        return JoinReceipt(part: part.id, parent: part.parent ?? part.id, why: why)
    }
}

/// `acquit transfer`: money of one customer is another's (P36).
struct TransferCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Give unapplied money of a receipt to another customer.",
        discussion: "The value date stays. `acquit join` takes it back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Code of the customer whose money it is.") var customer: String
    @Argument(help: "Amount (default: all that is unapplied).") var amount: String?
    @Flag(help: "Take it from what is on account.") var onAccount = false

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.fullReceipt(receipt)
        let place: Receipt.Place = onAccount ? .onAccount : .unapplied
        let amount =
            try amount.map { try money($0, receipt.currency) }
            ?? Money(minor: receipt.holdings[place].amount, receipt.currency)
        var split = SplitReceipt(
            receipt: receipt.id,
            parts: [
                SplitReceipt.Part(
                    amount, customer: try naming.customer(customer, of: receipt.entity))
            ], why: why)
        split.from = place
        return split
    }
}
