import Ledger

/// Uses a credit note against another item of the same customer or group.
public struct ApplyCredit: Command {
    public let entity: Entity.ID
    public let credit: String
    public let item: String
    public let amount: Money
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case creditNotFound = "credit-not-found"
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
        case notACredit = "not-a-credit"
        case itemIsCredit = "item-is-credit"
        case customersDiffer = "customers-differ"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsCredit = "exceeds-credit"
        case exceedsOpen = "exceeds-open"
    }

    public init(entity: Entity.ID, credit: String, item: String, amount: Money, why: String) {
        self.entity = entity
        self.credit = credit
        self.item = item
        self.amount = amount
        self.why = why
    }

    public var names: Names {
        var names = Names()
        names.itemNumbers = [credit, item]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let credit = books.item(entity, number: credit) else {
            throw refusal(.creditNotFound, credit)
        }
        guard let item = books.item(entity, number: item) else {
            throw refusal(.itemNotFound, item)
        }
        if credit.status == .reversed { throw refusal(.itemReversed, credit.number) }
        if item.status == .reversed { throw refusal(.itemReversed, item.number) }
        if credit.original >= 0 { throw refusal(.notACredit, credit.number) }
        if item.original < 0 { throw refusal(.itemIsCredit, item.number) }
        if !books.areOneGroup(credit.customer, item.customer) {
            throw refusal(.customersDiffer, "\(credit.number), \(item.number)")
        }
        if credit.currency != item.currency || amount.currency != item.currency {
            throw refusal(
                .currenciesDiffer, "\(credit.currency), \(item.currency), \(amount.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount.minor > -credit.open {
            let left = Money(minor: -credit.open, credit.currency)
            throw refusal(.exceedsCredit, "\(amount), but \(left) of \(credit.number) is left")
        }
        if amount.minor > item.open {
            let open = Money(minor: item.open, item.currency)
            throw refusal(.exceedsOpen, "\(amount), but \(open) of \(item.number) is open")
        }
        let documents = max(credit.postedOn, item.postedOn)
        let reopened = credit.mayHaveReopened || item.mayHaveReopened
        let day = books.postingDay(reopened ? max(documents, desk.today) : documents, entity)
        return [
            .creditApplied(
                credit: application(of: credit, -amount.minor, books.fresh(entity), day),
                item: application(of: item, amount.minor, books.fresh(entity, ahead: 1), day))
        ]
    }

    private func application(
        of item: OpenItem, _ amount: Int64, _ id: Application.ID, _ day: Day
    ) -> Application {
        let value = item.functional(of: amount)
        return Application(
            id: id, item: item, receipt: nil, postedOn: day,
            cleared: Cleared(cash: amount, cashFunctional: value, receiptFunctional: value),
            basis: .hand(why))
    }
}

/// Takes the use of a credit note back; both documents reopen.
public struct UnapplyCredit: Command {
    /// The application of the credit note; the item's own has the next number.
    public let application: Application.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case applicationNotFound = "application-not-found"
        case applicationReversed = "application-reversed"
        case notACredit = "not-a-credit"
    }

    public init(application: Application.ID, why: String) {
        self.application = application
        self.why = why
    }

    private var itemsOwn: Application.ID { Application.ID(application.raw &+ 1) }

    public var entity: Entity.ID { Entity.ID(application.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.applications = [application, itemsOwn]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let credit = books.applications[application],
            let item = books.applications[itemsOwn]
        else { throw refusal(.applicationNotFound, "\(application)") }
        if credit.reversedBy != nil { throw refusal(.applicationReversed, "\(application)") }
        // Of two uses taken back one after the other, the end of the first and the start of the
        // second look like a use: but they reverse, and are never reversed.
        if credit.receipt != nil || item.receipt != nil || credit.reverses != nil
            || item.reverses != nil || credit.cleared.cash >= 0
            || credit.cleared.cash != -item.cleared.cash
        {
            throw refusal(.notACredit, "\(application)")
        }
        let day = books.postingDay(max(credit.postedOn, desk.today), entity)
        return [
            .creditUnapplied(
                credit: Application(
                    id: books.fresh(entity), reversing: credit, postedOn: day, basis: .hand(why)),
                item: Application(
                    id: books.fresh(entity, ahead: 1), reversing: item, postedOn: day,
                    basis: .hand(why)))
        ]
    }
}
