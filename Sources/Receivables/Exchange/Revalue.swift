import Ledger

/// Revalues documents of one currency at the end of a day (domain.md §1.6). The run names a few
/// thousand at a time, and the last command of it closes the case.
public struct Revalue: Command {
    public let entity: Entity.ID
    public let day: Day
    public let currency: Currency
    public let rate: Rate
    public let items: [OpenItem.ID]
    public let receipts: [Receipt.ID]

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case itemNotFound = "item-not-found"
        case receiptNotFound = "receipt-not-found"
        case currenciesDiffer = "currencies-differ"
        case periodClosed = "period-closed"
    }

    public init(
        entity: Entity.ID, day: Day, currency: Currency, rate: Rate, items: [OpenItem.ID],
        receipts: [Receipt.ID]
    ) {
        self.entity = entity
        self.day = day
        self.currency = currency
        self.rate = rate
        self.items = items
        self.receipts = receipts
    }

    public var names: Names {
        var names = Names()
        names.items = Set(items)
        names.receipts = Set(receipts)
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        [.revalued(try revalued(on: books))]
    }

    /// The differences; those of zero are left out.
    public func revalued(on books: Books) throws(Refusal) -> Revalued {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        if books.postingDay(day, entity) != day { throw refusal(.periodClosed, "\(day)") }
        let worth = { (amount: Int64) in
            rate.convert(Money(minor: amount, currency), to: company.currency)?.minor
        }
        var revalued: [Revalued.Item] = []
        for id in items {
            guard let item = books.items[id] else { throw refusal(.itemNotFound, "\(id)") }
            if item.currency != currency { throw refusal(.currenciesDiffer, item.number) }
            guard let now = worth(item.open), now != item.openFunctional else { continue }
            revalued.append(
                Revalued.Item(
                    id: id, account: item.account, gain: now - item.openFunctional,
                    revision: item.revision))
        }
        var moneys: [Revalued.Receipt] = []
        for id in receipts {
            guard let receipt = books.receipts[id] else { throw refusal(.receiptNotFound, "\(id)") }
            if receipt.currency != currency { throw refusal(.currenciesDiffer, "\(id)") }
            for place in Receipt.Place.monetary {
                let held = receipt.holdings[place]
                guard let now = worth(held.amount), now != held.functional else { continue }
                moneys.append(
                    Revalued.Receipt(
                        id: id, place: place, gain: held.functional - now,
                        revision: receipt.revision))
            }
        }
        return Revalued(
            entity: entity, currency: currency, rate: rate, postedOn: day, items: revalued,
            receipts: moneys)
    }
}

extension Receipt.Place {
    /// Money that the payer may ask back; an advance for goods is none (IFRIC 22).
    static let monetary: [Receipt.Place] = [.unidentified, .unapplied, .onAccount]
}
