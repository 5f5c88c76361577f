import ArgumentParser
import Backoffice
import Ledger
import Receivables
import Store

struct ClaimsPublishCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Put a receipt into the claim pool, or there again.")
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Option(parsing: .upToNextOption, help: "Units that may claim it (default: all).")
    var to: [String] = []

    func command(_ naming: Naming) throws -> any Command {
        PublishReceipt(receipt: try naming.receipt(receipt).id, units: to)
    }
}

extension Claim.Kind: ExpressibleByArgument {}

struct ClaimsMakeCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Say of money in the pool whose it is.",
        discussion: """
            acquit claims make RECEIPT AMOUNT goods --customer C1 --unit SALES \
            --invoice INV-1 --invoice INV-2=500.00 --evidence "bank slip" --true
            The one who acts is the claimant. With --against, two claim the same money, and the \
            AR lead decides.
            """)
    static let keepsWhy = false

    @OptionGroup var decide: DecideOptions
    @Argument(help: "Number of the receipt, or the bank's reference.") var receipt: String
    @Argument(help: "Amount claimed.") var amount: String
    @Argument(help: "goods, advance, deposit, retention, other-income or not-ours.")
    var kind: Claim.Kind
    @Option(help: "Code of the customer whose money it is.") var customer: String?
    @Option(help: "The claimant's unit.") var unit: String
    @Option(help: "An invoice it pays, NUMBER or NUMBER=AMOUNT; may be repeated.")
    var invoice: [String] = []
    @Option(help: "The contract it is for.") var contract: String?
    @Option(help: "The order it is for.") var order: String?
    @Option(help: "What proves it: a bank slip (水单), a letter, a mail.") var evidence: String?
    @Option(help: "A file that proves it; its SHA-256 is kept.") var file: String?
    @Option(help: "BOP code of six digits, for money from abroad.") var bop: String?
    @Option(help: "VAT in an advance, in per cent of the net amount: 13.") var tax: String?
    @Option(help: "The claim it contests, by its number.") var against: String?
    @Flag(name: .customLong("true"), help: "The claimant declares it to be true.")
    var isTrue = false

    func command(_ naming: Naming) throws -> any Command {
        let receipt = try naming.receipt(receipt)
        var papers = Claim.Papers()
        papers.contract = contract
        papers.order = order
        papers.invoices = try invoice.map { text in
            guard let cut = text.lastIndex(of: "=") else { return Claim.Invoice(text) }
            let amount = try money(String(text[text.index(after: cut)...]), receipt.currency)
            return Claim.Invoice(String(text[..<cut]), amount.minor)
        }
        papers.evidence = evidence
        papers.file = try file.map { try ClaimEvidence.hash(ofFile: $0) }
        papers.bopCode = bop
        papers.taxRate = try tax.map(percent) ?? 0
        papers.isDeclared = isTrue
        var claim = MakeClaim(
            receipt: receipt.id, claimant: decide.by ?? Clock.actor, unit: unit, kind: kind,
            amount: try money(amount, receipt.currency),
            customer: try customer.map { try naming.customer($0, of: receipt.entity) },
            papers: papers)
        claim.against = try against.map { try naming.claim($0).id }
        return claim
    }
}

struct ClaimsConfirmCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Believe a claim; once all of the receipt is claimed, it is posted.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return ConfirmClaim(claim: id, receipt: claim.receipt, why: why)
    }
}

struct ClaimsRefuseCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a claim: all on the receipt go back until it is published again.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return RefuseClaim(claim: id, receipt: claim.receipt, why: why)
    }
}

struct ClaimsReturnCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Send a claim back, or a part of it; others can claim that at once.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String
    @Argument(help: "Amount (default: all of it).") var amount: String?

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return ReturnClaim(
            claim: id, receipt: claim.receipt,
            amount: try amount.map { try money($0, claim.amount.currency) }, why: why)
    }
}

struct ClaimsConflictCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflict",
        abstract: "Let one of two claims on the same money stand; the other is refused.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim that stands, by its number.") var claim: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return DecideConflict(claim: id, receipt: claim.receipt, why: why)
    }
}

struct ClaimsWithdrawCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take one's own claim back before it is decided.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return WithdrawClaim(claim: id, receipt: claim.receipt, why: why)
    }
}

struct ClaimsUndoCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a confirmed claim back: its postings too; a second person approves.")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String
    @Option(help: "Who asked for it.") var requestedBy: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return TakeBackClaim(
            claim: id, receipt: claim.receipt, requestedBy: requestedBy, why: why)
    }
}

struct ClaimsAnswerCommand: DecideCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Close the query to the bank with what it says (--why).")

    @OptionGroup var decide: DecideOptions
    @Argument(help: "The claim, by its number.") var claim: String

    func command(_ naming: Naming) throws -> any Command {
        let (id, claim) = try naming.claim(claim)
        return CloseBankQuery(claim: id, receipt: claim.receipt, why: why)
    }
}
