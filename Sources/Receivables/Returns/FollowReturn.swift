import Ledger

/// What becomes of a payment that came back.
public struct FollowReturn: Command {
    public enum Step: Sendable, Equatable {
        /// Presented again: this is the money that came for it.
        case represented(Receipt.ID)
        /// Paid otherwise, or given up.
        case settled
        /// The bank's line undoes no receipt of ours.
        case dismissed
        /// The receipt was not the one: it is in the books again, unapplied.
        case takenBack
    }

    public let file: CaseFile.ID
    public let step: Step
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case caseNotFound = "case-not-found"
        case notWaiting = "return-not-waiting"
        case notReturned = "return-not-done"
        case receiptNotFound = "receipt-not-found"
        case notRepresentable = "not-representable"
        case tooLate = "representation-too-late"
        case amountDiffers = "return-amount-differs"
        case itemHasApplications = "item-has-applications"
    }

    public init(file: CaseFile.ID, _ step: Step, why: String) {
        self.file = file
        self.step = step
        self.why = why
    }

    public var entity: Entity.ID { file.entity }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        if case .represented(let receipt) = step { names.receipts = [receipt] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .returned(var item) = file.content else {
            throw refusal(.caseNotFound, "\(file)")
        }
        if step == .dismissed {
            if item.state != .waiting { throw refusal(.notWaiting, item.state.rawValue) }
            item.state = .dismissed
            return [.caseChanged(file.changed(to: .returned(item)), [], on: desk.today)]
        }
        if step == .takenBack, item.state == .dismissed || item.state == .settled {
            item.state = item.receipt == nil ? .waiting : .returned
            return [.caseChanged(file.changed(to: .returned(item)), [], on: desk.today)]
        }
        if item.state != .returned { throw refusal(.notReturned, item.state.rawValue) }
        switch step {
        case .represented(let receipt): try represent(&item, by: receipt, books)
        case .settled: item.state = .settled
        default: return try takeBack(item, of: file, books, desk)
        }
        return [.caseChanged(file.changed(to: .returned(item)), [], on: desk.today)]
    }

    private func represent(
        _ item: inout ReturnedItem, by id: Receipt.ID, _ books: Books
    ) throws(Refusal) {
        guard let receipt = books.receipts[id], receipt.entity == entity, id != item.receipt else {
            throw refusal(.receiptNotFound, "\(id)")
        }
        if item.presentationsLeft == 0 {
            throw refusal(.notRepresentable, "\(item.code ?? "no reason"), \(item.attempt) times")
        }
        if let last = item.againUntil, receipt.bookedOn > last {
            throw refusal(.tooLate, "\(receipt.bookedOn), but until \(last)")
        }
        if receipt.money != item.amount {
            throw refusal(.amountDiffers, "\(item.amount), but \(receipt.money) came in")
        }
        item.receipt = id
        item.customer = receipt.customer ?? item.customer
        item.state = .represented
    }

    private func takeBack(
        _ item: ReturnedItem, of file: CaseFile, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        guard let id = item.receipt, let receipt = books.receipts[id] else {
            throw refusal(.receiptNotFound, "the receipt of case \(file.id)")
        }
        let day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        var events = [
            TakenOut.broughtBack(receipt, receipt.amount, from: .bankClearing, on: day, why: why)
        ]
        if let recharge = item.recharge.flatMap({ books.items[$0] }) {
            let reverse = ReverseItem(entity: entity, number: recharge.number, why: why)
            events += try reverse.decide(on: books, at: desk)
        }
        let bookings = item.bookings(
            receipt, worth: receipt.holdings.reversed.functional, books
        ).map(\.mirrored)
        var next = item
        next.state = .waiting
        (next.receipt, next.customer, next.recharge) = (nil, nil, nil)
        (next.attempt, next.againUntil) = (1, nil)
        return events + [.caseChanged(file.changed(to: .returned(next)), bookings, on: day)]
    }
}
