import Ledger

/// What becomes of an approved refund: paid (P14, second step), returned by the bank, or cancelled.
public struct SettleRefund: Command {
    public enum Step: String, Sendable { case pay, bankReturn = "return", cancel }

    public let refund: Refund.ID
    public let step: Step
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case refundNotFound = "refund-not-found"
        case refundNotApproved = "refund-not-approved"
        case refundNotPaid = "refund-not-paid"
        case makerIsChecker = "maker-is-checker"
    }

    public init(refund: Refund.ID, _ step: Step, why: String) {
        self.refund = refund
        self.step = step
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(refund.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.refunds = [refund]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard var refund = books.refunds[refund], let receipt = books.receipts[refund.receipt]
        else { throw refusal(.refundNotFound, "\(refund)") }
        let day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        switch step {
        case .pay:
            if refund.state != .approved { throw refusal(.refundNotApproved, "\(refund.id)") }
            if desk.actor == refund.approvedBy || desk.actor == refund.requestedBy {
                throw refusal(.makerIsChecker, desk.actor)
            }
            refund.state = .paid
            return [.refundPaid(refund, on: day)]
        case .bankReturn:
            if refund.state != .paid { throw refusal(.refundNotPaid, "\(refund.id)") }
            refund.state = .approved
            return [.refundReturned(refund, on: day)]
        case .cancel:
            if refund.state != .approved { throw refusal(.refundNotApproved, "\(refund.id)") }
            refund.state = .cancelled
            let move = ReceiptMove(
                kind: .refundCancelled, receipt: receipt.id, entity: entity,
                customer: receipt.customer, currency: refund.currency, rate: refund.rate,
                held: Receipt.Held(refund.amount, functional: refund.functional),
                from: .refunded, to: .onAccount, postedOn: day, reason: why)
            return [.refundCancelled(refund, move)]
        }
    }
}
