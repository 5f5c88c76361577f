import Ledger

/// What a bank reports of papers that it has for us (P32, P33), and the last of it taken back.
public struct FollowCollection: Command {
    public enum Step: Sendable, Equatable {
        case presented
        /// The drawee will pay on that day; with `asNote` the item is cleared by it (1121).
        case accepted(Day, asNote: Bool)
        /// The receipt as which the money came; a charge beyond tolerance wants another person.
        case paid(Receipt.ID, reviewed: Bool)
        case refused
        /// The bank can no longer take an immediate credit back.
        case final
        case withdrawn
        case takeBack
    }

    public let file: CaseFile.ID
    public let step: Step
    public let why: String
    /// The case as it was seen, so that what hangs on it is loaded.
    public let seen: BankCollection?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case wrongState = "collection-not-there-yet"
        case presentationTooLate = "presentation-too-late"
        case cannotBeAccepted = "collection-not-acceptable"
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case receiptInUse = "receipt-in-use"
        case currenciesDiffer = "currencies-differ"
        case paidTooMuch = "exceeds-open"
        case chargeToReview = "charge-to-review"
        case makerIsChecker = "maker-is-checker"
        case nothingDone = "collection-nothing-done"
        case rateMissing = "rate-missing"
        case residualInUse = "residual-in-use"
    }

    public init(file: CaseFile.ID, _ step: Step, seen: BankCollection?, why: String) {
        self.file = file
        self.step = step
        self.seen = seen
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        for receipt in [seen?.receipt, seen?.acceptance].compactMap({ $0 }) {
            names.receipts.insert(receipt)
            names.applicationsOf.insert(receipt)
        }
        if case .paid(let receipt, _) = step { names.receipts.insert(receipt) }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .collection(var now) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        if step == .takeBack { return try takeBack(now, file, books, desk) }
        now.past.append(now.state)
        var money = CollectionMoney(books, desk, why: why)
        switch step {
        case .presented:
            try mustBe(now, .sent)
            if let last = now.presentBy, desk.today > last {
                throw refusal(.presentationTooLate, "\(last)")
            }
            now.state = .presented
            // Five banking days for the bank to look at the documents (UCP 600, art. 14b).
            now.answerBy = now.kind == .letterOfCredit ? desk.today.adding(weekdays: 5) : nil
        case .accepted(let day, let asNote):
            try mustBe(now, .sent, .presented)
            if now.kind != .againstAcceptance && now.kind != .letterOfCredit || day < desk.today {
                throw refusal(.cannotBeAccepted, "\(now.kind.rawValue), due \(day)")
            }
            now.state = .accepted
            now.maturesOn = day
            if asNote { now.acceptance = try money.note(now) }
        case .paid(let receipt, let reviewed):
            try mustBe(now, .sent, .presented, .accepted)
            try pay(&now, receipt, reviewed, books, desk, &money)
        case .refused:
            try mustBe(now, .sent, .presented, .accepted)
            now.state = .refused
            if let note = now.acceptance { try money.refuse(note) }
        case .final:
            try mustBe(now, .recourseOpen)
            now.state = .paid
        default:
            try mustBe(now, .sent)
            now.state = .withdrawn
        }
        return money.finish(file, now)
    }

    private func mustBe(
        _ collection: BankCollection, _ states: BankCollection.State...
    ) throws(Refusal) {
        if !states.contains(collection.state) {
            throw refusal(.wrongState, collection.state.rawValue)
        }
    }

    private func pay(
        _ now: inout BankCollection, _ id: Receipt.ID, _ reviewed: Bool, _ books: Books,
        _ desk: Desk, _ money: inout CollectionMoney
    ) throws(Refusal) {
        guard let receipt = books.receipts[id] else { throw refusal(.receiptNotFound, "\(id)") }
        if receipt.currency != now.amount.currency {
            throw refusal(.currenciesDiffer, "\(receipt.money), but \(now.amount)")
        }
        let charge = now.amount - receipt.money
        if charge.isNegative {
            throw refusal(.paidTooMuch, "\(receipt.money), but \(now.amount) was sent")
        }
        if charge.minor > BankCollection.tolerance(charge.currency) {
            if !reviewed { throw refusal(.chargeToReview, "\(charge) was kept") }
            if now.sentBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
        }
        now.receipt = id
        now.charges = charge.minor
        now.state = now.kind == .checkImmediate ? .recourseOpen : .paid
        if now.acceptance == nil {
            try money.apply(receipt, now)
        } else {
            try money.redeem(id, now)
        }
    }

    private func takeBack(
        _ now: BankCollection, _ file: CaseFile, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        var next = now
        guard let before = next.past.popLast() else { throw refusal(.nothingDone, now.number) }
        var money = CollectionMoney(books, desk, why: why)
        next.state = before
        switch now.state {
        case .accepted:
            next.maturesOn = nil
            if let note = now.acceptance { try money.cancel(note) }
            next.acceptance = nil
        case .paid, .recourseOpen:
            // The recourse that ended runs again; no money moved then.
            if before == .recourseOpen { break }
            if let receipt = now.receipt { try money.unpay(receipt, now) }
            (next.receipt, next.charges) = (nil, 0)
        case .refused: if let note = now.acceptance { try money.restore(note) }
        case .presented: next.answerBy = nil
        default: break
        }
        return money.finish(file, next)
    }
}
