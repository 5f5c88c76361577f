import ArgumentParser
import Backoffice
import Ledger
import Receivables

/// `acquit use-credit`: sets a credit note against another item.
struct UseCreditCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "use-credit", abstract: "Use a credit note against an item.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the credit note.") var credit: String
    @Argument(help: "Number of the item.") var item: String
    @Argument(help: "Amount, positive.") var amount: String

    func command(_ naming: Naming) throws -> any Command {
        let item = try naming.item(item)
        return ApplyCredit(
            entity: item.entity, credit: credit, item: item.name,
            amount: try money(amount, item.currency), why: why)
    }
}

/// `acquit unuse-credit`: takes that back.
struct UnuseCreditCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "unuse-credit", abstract: "Take the use of a credit note back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The application, as `use-credit` printed it.") var application: String

    func command(_ naming: Naming) throws -> any Command {
        UnapplyCredit(application: try naming.application(application), why: why)
    }
}

/// `acquit write-off`: gives a small balance of an item up.
struct WriteOffCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-off", abstract: "Write a small balance of an item off.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the item.") var item: String
    @Argument(help: "Amount (default: all that is open).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let item = try naming.item(item)
        return WriteOffItem(
            entity: item.entity, number: item.name,
            amount: try amount.map { try money($0, item.currency) }, why: why)
    }
}

/// `acquit reverse-write-off`: the item is owed again.
struct ReverseWriteOffCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse-write-off", abstract: "Take a small-balance write-off back.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The application, as `write-off` printed it.") var application: String

    func command(_ naming: Naming) throws -> any Command {
        ReverseWriteOff(application: try naming.application(application), why: why)
    }
}

/// `acquit write-off-credit`: takes a small credit to income, or back from it.
struct WriteOffCreditCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-off-credit",
        abstract: "Take small on-account money of a receipt to income.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Amount (default: all that is on account).") var amount: String?
    @Flag(help: "Take it back: all of it is on account again.") var back = false

    func validate() throws {
        if back && amount != nil { throw ValidationError("--back takes all of it: no amount") }
    }

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        if back { return MoveReceipt(receipt: receipt.id, .reverseCreditWriteOff, why: why) }
        let amount = try amount.map { try money($0, receipt.currency) }
        return MoveReceipt(receipt: receipt.id, .writeOffCredit(amount), why: why)
    }
}

/// `acquit reverse`: a document or a receipt that should not be there.
struct ReverseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse", abstract: "Reverse an item or a receipt that nothing is used of.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the item, or number or bank's reference of the receipt.")
    var name: String

    func command(_ naming: Naming) throws -> any Command {
        let (item, receipt) = try naming.itemOrReceipt(name)
        if let receipt { return MoveReceipt(receipt: receipt.id, .reverse, why: why) }
        guard let item else { throw Refusal(code: "item-not-found", name) }
        return ReverseItem(entity: item.entity, number: item.name, why: why)
    }
}

/// `acquit dispute`: the customer says that it does not owe this.
struct DisputeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "Mark an item as disputed, or its dispute as ended.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the item.") var item: String
    @Flag(help: "The dispute has ended.") var end = false

    func command(_ naming: Naming) throws -> any Command {
        let item = try naming.item(item)
        return MarkDispute(entity: item.entity, number: item.name, disputed: !end)
    }
}
