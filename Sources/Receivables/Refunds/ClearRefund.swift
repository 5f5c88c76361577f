import Ledger

/// What the bank says of a refund under its own number: paid, returned, or, where a notice told of
/// the return before, that the money is there. The money is posted with the bank line (1002 against
/// 1009), and is taken over from bank clearing here, once.
public struct ClearRefund: Command {
    public enum Step: Sendable, Equatable {
        case paid
        /// With the bank's reason, such as R23 (domain.md §1.5).
        case returned(String)
        /// The line of a return that was told before.
        case arrived
        /// Takes the payment or return back that the line brought.
        case undo
    }

    public let refund: Refund.ID
    public let step: Step
    /// Nil where only a notice tells of it.
    public let line: BankLine.ID?
    /// What the refund is of the line, in the functional currency; positive.
    public let functional: Int64?
    public let on: Day

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case refundNotFound = "refund-not-found"
        case refundNotApproved = "refund-not-approved"
        case refundNotPaid = "refund-not-paid"
        case refundMovedOn = "refund-moved-on"
    }

    public init(
        refund: Refund.ID, _ step: Step, line: BankLine.ID?, functional: Int64? = nil, on: Day
    ) {
        self.refund = refund
        self.step = step
        self.line = line
        self.functional = functional
        self.on = on
    }

    public var entity: Entity.ID { Entity.ID(refund.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.refunds = [refund]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard var refund = books.refunds[refund] else {
            throw refusal(.refundNotFound, "\(refund)")
        }
        let day = books.postingDay(on, entity)
        switch step {
        case .paid:
            // Closed by hand before: the line has posted the bank, so that is taken back.
            let isByHand = refund.state == .paid && !refund.isCleared
            if !refund.state.isOwed, !isByHand {
                throw refusal(.refundNotApproved, refund.number)
            }
            let byHand = refund
            refund.state = .paid
            refund.bankReason = nil
            if isByHand {
                return [.refundReturned(byHand, on: day), .refundPaid(cleared(refund), on: day)]
            }
        case .returned(let reason):
            // Before the debit was seen, there is nothing to come back.
            if refund.state == .released || refund.state == .accepted {
                return [.refundChanged(refund.reopened(by: reason))]
            }
            if refund.state != .paid { throw refusal(.refundNotPaid, refund.number) }
            refund = refund.reopened(by: reason)
        case .arrived:
            if refund.state != .approved || refund.line != nil || !refund.isCleared {
                throw refusal(.refundMovedOn, refund.number)
            }
            refund.line = line
            return [.refundChanged(refund)]
        case .undo: return try undone(refund, day)
        }
        refund = cleared(refund)
        return [step == .paid ? .refundPaid(refund, on: day) : .refundReturned(refund, on: day)]
    }

    private func cleared(_ refund: Refund) -> Refund {
        var refund = refund
        refund.line = line
        refund.lineFunctional = functional
        refund.isCleared = true
        return refund
    }

    /// The mirror of what the line did.
    private func undone(_ refund: Refund, _ day: Day) throws(Refusal) -> [Event] {
        var refund = refund
        if refund.line != line { throw refusal(.refundMovedOn, refund.number) }
        if refund.state == .paid {
            refund.state = refund.file == nil ? .approved : .released
            return [.refundReturned(refund, on: day)]
        }
        if refund.state != .approved || refund.file != nil {
            throw refusal(.refundMovedOn, refund.number)
        }
        refund.state = .paid
        refund.bankReason = nil
        return [.refundPaid(refund, on: day)]
    }
}
