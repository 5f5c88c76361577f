import Ledger

/// Approves a refund that another asked for: with the last approval that its tier needs, the money
/// is owed to the payer (P14, first step; reliability: F7).
public struct ApproveRefund: Command {
    public let refund: Refund.ID
    /// Whether the approver claims the controller's authority, which is recorded.
    public let asController: Bool
    /// Who approves, so that two approvals of one day are two decisions and not one said twice.
    public let approver: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case refundNotFound = "refund-not-found"
        case refundNotRequested = "refund-not-requested"
        case makerIsChecker = "maker-is-checker"
        case exceedsOnAccount = "exceeds-on-account"
        case exceedsUnapplied = "exceeds-unapplied"
    }

    public init(refund: Refund.ID, by approver: String = "", asController: Bool = false) {
        self.refund = refund
        self.approver = approver
        self.asController = asController
    }

    public var entity: Entity.ID { Entity.ID(refund.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.refunds = [refund]
        names.refundsOfPayers = true
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let refund = books.refunds[refund], let receipt = books.receipts[refund.receipt]
        else { throw refusal(.refundNotFound, "\(refund)") }
        if refund.state != .requested {
            throw refusal(.refundNotRequested, "\(refund.number) is \(refund.status)")
        }
        let caller = refund.caller(in: books)
        if refund.hands.contains(desk.actor) || caller == desk.actor {
            throw refusal(.makerIsChecker, desk.actor)
        }
        // The money may have been used since it was asked for.
        let there = Money(minor: receipt.holdings[refund.place].amount, receipt.currency)
        if refund.money > there {
            throw refund.place == .unapplied
                ? refusal(.exceedsUnapplied, "\(refund.money), but \(there) is unapplied")
                : refusal(.exceedsOnAccount, "\(refund.money), but \(there) is on account")
        }
        return approval(
            of: refund, receipt, asController: asController, .standard, in: books, at: desk)
    }
}
