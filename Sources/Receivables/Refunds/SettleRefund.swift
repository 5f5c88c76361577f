import Ledger

/// What becomes of a refund by a person's hand: paid without a bank line that says so (P14, second
/// step), returned by the bank, or cancelled.
public struct SettleRefund: Command {
    public enum Step: String, Sendable { case pay, bankReturn = "return", cancel }

    public let refund: Refund.ID
    public let step: Step
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case refundNotFound = "refund-not-found"
        case refundNotApproved = "refund-not-approved"
        case refundInFile = "refund-in-file"
        case refundNotPaid = "refund-not-paid"
        case makerIsChecker = "maker-is-checker"
        case callbackDue = "callback-due"
        case accountNotConfirmed = "account-not-confirmed"
        case accountInQuarantine = "account-in-quarantine"
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
            if refund.state == .inFile { throw refusal(.refundInFile, refund.number) }
            if !refund.state.isOwed {
                throw refusal(.refundNotApproved, "\(refund.number) is \(refund.status)")
            }
            if refund.hands.contains(desk.actor) { throw refusal(.makerIsChecker, desk.actor) }
            try refund.mustBeConfirmed(in: books, on: desk.today)
            refund.state = .paid
            refund.line = nil
            refund.lineFunctional = nil
            refund.isCleared = false
            return [.refundPaid(refund, on: day)]
        case .bankReturn:
            if refund.state != .paid {
                throw refusal(.refundNotPaid, "\(refund.number) is \(refund.status)")
            }
            return [.refundReturned(refund.reopened(by: why), on: day)]
        case .cancel:
            if refund.state == .inFile { throw refusal(.refundInFile, refund.number) }
            let isRequested = refund.state == .requested
            if refund.state != .approved, !isRequested {
                throw refusal(.refundNotApproved, "\(refund.number) is \(refund.status)")
            }
            refund.state = .cancelled
            if isRequested { return [.refundChanged(refund)] }
            let move = ReceiptMove(
                kind: .refundCancelled, receipt: receipt.id, entity: entity,
                customer: receipt.customer, currency: refund.currency, rate: refund.rate,
                held: Receipt.Held(refund.amount, functional: refund.functional),
                from: .refunded, to: refund.place, postedOn: day, reason: why)
            return [.refundCancelled(refund, move)]
        }
    }
}

extension Refund {
    /// Owed again, with the reason that the bank gave. The line that brought the money back says
    /// where it went.
    func reopened(by reason: String) -> Refund {
        var refund = self
        refund.state = .approved
        refund.file = nil
        refund.line = nil
        refund.lineFunctional = nil
        refund.isCleared = false
        refund.bankReason = reason.isEmpty ? "returned" : reason
        return refund
    }

    /// Another account than the money came from is paid only after a callback, and once it has
    /// been confirmed by two persons and has passed its quarantine (F1, F2, F3).
    func mustBeConfirmed(in books: Books, on day: Day) throws(Refusal) {
        if !isElsewhere { return }
        if callback == nil {
            throw Refusal(code: SettleRefund.Reason.callbackDue.rawValue, "\(number), \(toAccount)")
        }
        var held: Day?
        for file in books.cases.values {
            guard case .bankData(let change) = file.content, change.field == .account,
                change.customer == customer, change.new == toAccount, change.state == .confirmed
            else { continue }
            if let from = change.inForceFrom, from <= day { return }
            held = change.inForceFrom
        }
        if let held {
            throw Refusal(
                code: SettleRefund.Reason.accountInQuarantine.rawValue,
                "\(toAccount) until \(held)")
        }
        throw Refusal(code: SettleRefund.Reason.accountNotConfirmed.rawValue, toAccount)
    }

    /// Who called back.
    func caller(in books: Books) -> String? {
        guard let callback, case .callback(let call)? = books.cases[callback]?.content else {
            return nil
        }
        return call.calledBy
    }
}
