import Ledger

/// Answers a recall, by another person than who recorded it; then gives the money back: what it had
/// paid is owed again, and it leaves unapplied (G-ADJ-03).
public struct FollowRecall: Command {
    public enum Step: Sendable, Equatable {
        case agree, decline
        /// The bank's line that takes it, if it is there already: else it stands in bank clearing
        /// until that comes.
        case giveBack(BankLine?)
        case takeBack
    }

    public let file: CaseFile.ID
    /// The receipt of the case.
    public let receipt: Receipt.ID?
    public let step: Step
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case notAsked = "recall-not-asked"
        case makerIsChecker = "maker-is-checker"
        case notAgreed = "recall-not-agreed"
        case lineReversed = "line-reversed"
        case amountDiffers = "return-amount-differs"
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case receiptRefunded = "receipt-refunded"
        case receiptInUse = "receipt-in-use"
        case residualInUse = "residual-in-use"
    }

    public init(file: CaseFile.ID, receipt: Receipt.ID?, _ step: Step, why: String) {
        self.file = file
        self.receipt = receipt
        self.step = step
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        if let receipt {
            names.receipts = [receipt]
            names.applicationsOf = [receipt]
        }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .recall(var recall) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        switch step {
        case .agree, .decline:
            if recall.state != .asked { throw refusal(.notAsked, recall.state.rawValue) }
            if recall.askedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
            recall.state = step == .agree ? .agreed : .declined
            (recall.decidedBy, recall.why) = (desk.actor, why)
            return [.caseChanged(file.changed(to: .recall(recall)), [], on: desk.today)]
        case .giveBack(let line): return try giveBack(recall, file, line, books, desk)
        case .takeBack: return try takeBack(recall, file, books, desk)
        }
    }

    private func giveBack(
        _ recall: Recall, _ file: CaseFile, _ line: BankLine?, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        if recall.state != .agreed { throw refusal(.notAgreed, recall.state.rawValue) }
        if let line {
            if line.reversedOn != nil { throw refusal(.lineReversed, "\(line.id)") }
            let money = Money(minor: -line.amount, line.currency)
            if money != recall.amount || line.kind == .bankCharge {
                throw refusal(.amountDiffers, "\(money), but \(recall.amount) was agreed")
            }
        }
        guard let receipt = books.receipts[recall.receipt] else {
            throw refusal(.receiptNotFound, "\(recall.receipt)")
        }
        var out = try TakenOut(
            receipt, recall.amount.minor, to: .bankClearing, books, desk,
            notBefore: line?.postedOn, why: why)
        var next = recall
        next.state = .returned
        next.line = line?.id
        next.lineValue = line.map { -$0.functional }
        out.take(
            .caseChanged(
                file.changed(to: .recall(next)), next.bookings(receipt, worth: out.functional),
                on: out.day))
        return out.events
    }

    private func takeBack(
        _ recall: Recall, _ file: CaseFile, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        var next = recall
        guard recall.state == .returned, let receipt = books.receipts[recall.receipt] else {
            if recall.state == .asked { throw refusal(.notAgreed, recall.state.rawValue) }
            // An answer is withdrawn by whoever may give one.
            if recall.askedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
            (next.state, next.decidedBy, next.why) = (.asked, nil, nil)
            return [.caseChanged(file.changed(to: .recall(next)), [], on: desk.today)]
        }
        let day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        (next.state, next.line, next.lineValue) = (.agreed, nil, nil)
        let worth = share(
            of: receipt.holdings.reversed.functional, recall.amount.minor,
            of: receipt.holdings.reversed.amount)
        return [
            TakenOut.broughtBack(
                receipt, recall.amount.minor, from: .bankClearing, on: day, why: why),
            .caseChanged(
                file.changed(to: .recall(next)),
                recall.bookings(receipt, worth: worth).map(\.mirrored), on: day),
        ]
    }
}

extension Recall {
    /// What the rates of the two days differ by is realised.
    fileprivate func bookings(_ receipt: Receipt, worth functional: Int64) -> [Booking] {
        guard let lineValue, lineValue != functional else { return [] }
        return [
            Booking(
                .clearedAtOtherRate, 0, functional: lineValue - functional, receipt.currency,
                receipt.rate)
        ]
    }
}
