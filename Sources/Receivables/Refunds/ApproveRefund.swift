import Ledger

/// Approves sending on-account money back to the account it came from (P14, first step).
public struct ApproveRefund: Command {
    public let receipt: Receipt.ID
    public let amount: Money
    /// Who asked for it; the one who approves must be another.
    public let requestedBy: String
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsOnAccount = "exceeds-on-account"
        case sourceAccountUnknown = "source-account-unknown"
        case makerIsChecker = "maker-is-checker"
    }

    public init(receipt: Receipt.ID, amount: Money, requestedBy: String, why: String) {
        self.receipt = receipt
        self.amount = amount
        self.requestedBy = requestedBy
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if amount.currency != receipt.currency {
            throw refusal(.currenciesDiffer, "\(amount), but the receipt is in \(receipt.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        let there = Money(minor: receipt.holdings.onAccount.amount, receipt.currency)
        if amount > there {
            throw refusal(.exceedsOnAccount, "\(amount), but \(there) is on account")
        }
        guard let source = receipt.source.payerAccount else {
            throw refusal(.sourceAccountUnknown, "\(receipt.id)")
        }
        if requestedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
        let move = ReceiptMove(
            .refundApproved, receipt: receipt, customer: receipt.customer, amount: amount.minor,
            from: .onAccount, to: .refunded,
            postedOn: books.postingDay(max(receipt.postedOn, desk.today), entity), reason: why)
        let refund = Refund(
            id: books.fresh(entity), entity: entity, receipt: receipt.id,
            currency: receipt.currency, rate: receipt.rate, amount: amount.minor,
            functional: move.held.functional, toAccount: source, requestedBy: requestedBy,
            approvedBy: desk.actor, state: .approved)
        return [.refundApproved(refund, move)]
    }
}
