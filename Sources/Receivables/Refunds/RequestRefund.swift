import Ledger

/// Asks for money of a customer to go back, or asks and approves at once what another asked for on
/// paper (P14; reliability: F1, F4, F5, F6, F8).
public struct RequestRefund: Command {
    public let receipt: Receipt.ID
    public let amount: Money
    public let why: String
    /// Who asked, where the one at the desk approves it with the same stroke; else nil.
    public let requestedBy: String?
    /// Where the receipt holds the money: on account, or unapplied.
    public var from = Receipt.Place.onAccount
    /// Another account than the one the money came from; needs a callback.
    public var toAccount: String?
    public var payee: String?
    public var payeeBank: String?
    public var bopCode: String?
    /// The word with which warnings are answered.
    public var despite = ""
    public var asController = false
    public var facts = RefundFacts()

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsOnAccount = "exceeds-on-account"
        case exceedsUnapplied = "exceeds-unapplied"
        case sourceAccountUnknown = "source-account-unknown"
        case receiptNotSettled = "receipt-not-settled"
        case payeeListed = "payee-listed"
        case makerIsChecker = "maker-is-checker"
        case warningsUnanswered = "refund-warnings"
    }

    public init(receipt: Receipt.ID, amount: Money, requestedBy: String? = nil, why: String) {
        self.receipt = receipt
        self.amount = amount
        self.requestedBy = requestedBy
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.refundsOfPayers = true
        return names
    }

    /// Without what was looked up for it.
    public var wording: String {
        var asked = self
        asked.facts = RefundFacts()
        return "\(entity.raw) \(asked)"
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if amount.currency != receipt.currency {
            throw refusal(.currenciesDiffer, "\(amount), but the receipt is in \(receipt.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        // What is asked for already counts as gone.
        let asked = books.refunds.values
            .filter { $0.receipt == receipt.id && $0.place == from && $0.state == .requested }
            .reduce(Int64(0)) { $0 + $1.amount }
        let there = Money(minor: receipt.holdings[from].amount - asked, receipt.currency)
        guard let customer = receipt.customer, amount <= there else {
            throw from == .unapplied
                ? refusal(.exceedsUnapplied, "\(amount), but \(there) is unapplied")
                : refusal(.exceedsOnAccount, "\(amount), but \(there) is on account")
        }
        guard let account = toAccount ?? receipt.source.payerAccount else {
            throw refusal(.sourceAccountUnknown, "\(receipt.id)")
        }
        let policy = RefundPolicy.standard
        let settledOn = policy.settledOn(receipt)
        if desk.today < settledOn {
            throw refusal(.receiptNotSettled, "of \(receipt.valueDate), settled on \(settledOn)")
        }
        if let listed = facts.listed { throw refusal(.payeeListed, listed) }
        if requestedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
        var refund = Refund(
            id: books.fresh(entity), receipt: receipt, customer: customer, place: from,
            amount: amount.minor, toAccount: account,
            payee: payee ?? receipt.source.payer ?? books.customers[customer]?.name ?? "",
            requestedBy: requestedBy ?? desk.actor, requestedOn: desk.today)
        refund.payeeBank = payeeBank ?? (refund.isElsewhere ? nil : receipt.source.payerBank)
        refund.why = why
        refund.bopCode = bopCode
        refund.screenedBy = facts.screenedBy
        refund.despite = despite
        refund.warnings = policy.warnings(refund, of: receipt, facts, in: books)
        if !refund.warnings.isEmpty, despite.isEmpty {
            throw refusal(
                .warningsUnanswered, refund.warnings.map(\.en).joined(separator: "; "))
        }
        if requestedBy == nil { return [.refundRequested(refund)] }
        return approval(
            of: refund, receipt, asController: asController, policy, in: books, at: desk)
    }
}

/// One more approval: the money leaves the receipt with the last one that its tier asks for.
func approval(
    of refund: Refund, _ receipt: Receipt, asController: Bool, _ policy: RefundPolicy,
    in books: Books, at desk: Desk
) -> [Event] {
    var refund = refund
    let isNew = books.refunds[refund.id] == nil
    refund.approvals.append(
        Refund.Approval(by: desk.actor, on: desk.today, asController: asController))
    let move = ReceiptMove(
        .refundApproved, receipt: receipt, customer: receipt.customer, amount: refund.amount,
        from: refund.place, to: .refunded,
        postedOn: books.postingDay(max(receipt.postedOn, desk.today), refund.entity),
        reason: refund.why)
    refund.functional = move.held.functional
    guard let currency = books.entities[refund.entity]?.currency else { return [] }
    let tier = policy.tier(of: policy.sum(with: refund, in: books), in: currency)
    let needed = max(tier.approvers, refund.isElsewhere ? 2 : 1)
    let isEnough =
        refund.approvals.count >= needed
        && (!tier.needsController || refund.approvals.contains(where: \.asController))
    if !isEnough { return [isNew ? .refundRequested(refund) : .refundChanged(refund)] }
    refund.state = .approved
    return [.refundApproved(refund, move)]
}
