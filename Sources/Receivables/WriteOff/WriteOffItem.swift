import Ledger

/// Writes a small balance off an item (P15a): pursuing it costs more than it is.
public struct WriteOffItem: Command {
    public let entity: Entity.ID
    public let number: String
    /// Nil writes all of the open amount off.
    public let amount: Money?
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
        case itemIsCredit = "item-is-credit"
        case itemDisputed = "item-disputed"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsOpen = "exceeds-open"
        case exceedsSmallBalance = "exceeds-small-balance"
    }

    public init(entity: Entity.ID, number: String, amount: Money?, why: String) {
        self.entity = entity
        self.number = number
        self.amount = amount
        self.why = why
    }

    public var names: Names {
        var names = Names()
        names.itemNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let item = books.item(entity, number: number) else {
            throw refusal(.itemNotFound, number)
        }
        if item.status == .reversed { throw refusal(.itemReversed, number) }
        if item.original < 0 { throw refusal(.itemIsCredit, number) }
        if item.disputed { throw refusal(.itemDisputed, number) }
        let open = Money(minor: item.open, item.currency)
        let amount = amount ?? open
        if amount.currency != item.currency {
            throw refusal(.currenciesDiffer, "\(amount), but \(number) is in \(item.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount > open { throw refusal(.exceedsOpen, "\(amount), but \(open) is open") }
        var cleared = Cleared()
        cleared.writeOff = amount.minor
        cleared.writeOffFunctional = item.functional(of: amount.minor)
        // The balance is to be small, not the part of it: else a large one goes piece by piece.
        if item.openFunctional > smallBalance { throw refusal(.exceedsSmallBalance, "\(open)") }
        return [
            .itemWrittenOff(
                Application(
                    id: books.fresh(entity), item: item, receipt: nil,
                    postedOn: books.postingDay(max(item.postedOn, desk.today), entity),
                    cleared: cleared, basis: .hand(why)))
        ]
    }
}

/// Takes a small-balance write-off back; the item is owed again.
public struct ReverseWriteOff: Command {
    public let application: Application.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case applicationNotFound = "application-not-found"
        case notAWriteOff = "not-a-write-off"
        case applicationReversed = "application-reversed"
    }

    public init(application: Application.ID, why: String) {
        self.application = application
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(application.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.applications = [application]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let written = books.applications[application] else {
            throw refusal(.applicationNotFound, "\(application)")
        }
        if written.receipt != nil || written.cleared.writeOff <= 0
            || written.cleared.writeOff != written.cleared.total
        {
            throw refusal(.notAWriteOff, "\(application)")
        }
        if written.reversedBy != nil { throw refusal(.applicationReversed, "\(application)") }
        let day = books.postingDay(max(written.postedOn, desk.today), entity)
        return [
            .writeOffReversed(
                Application(
                    id: books.fresh(entity), reversing: written, postedOn: day, basis: .hand(why)))
        ]
    }
}
