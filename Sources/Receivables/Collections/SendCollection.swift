import Ledger

/// Hands papers for an item to a bank.
public struct SendCollection: Command {
    public let entity: Entity.ID
    public let number: String
    public let kind: BankCollection.Kind
    public let item: String
    /// Nil for all that is open of the item.
    public let amount: Money?
    public let bank: String
    public var shippedOn: Day?
    public var expiresOn: Day?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case nothingNamed = "nothing-named"
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
        case itemIsCredit = "item-is-credit"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsOpen = "exceeds-open"
        case collectionKnown = "collection-known"
        case creditDaysMissing = "credit-days-missing"
        case presentationTooLate = "presentation-too-late"
    }

    public init(
        entity: Entity.ID, number: String, kind: BankCollection.Kind, item: String, amount: Money?,
        bank: String
    ) {
        self.entity = entity
        self.number = number
        self.kind = kind
        self.item = item
        self.amount = amount
        self.bank = bank
    }

    public var names: Names {
        var names = Names()
        names.itemNumbers = [item]
        names.caseNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if number.isEmpty || bank.isEmpty { throw refusal(.nothingNamed, "number or bank") }
        guard let item = books.item(entity, number: item) else {
            throw refusal(.itemNotFound, item)
        }
        if item.status == .reversed { throw refusal(.itemReversed, item.number) }
        if item.original < 0 { throw refusal(.itemIsCredit, item.number) }
        let open = Money(minor: item.open, item.currency)
        let amount = amount ?? open
        if amount.currency != item.currency {
            throw refusal(.currenciesDiffer, "\(amount), but \(item.number) is in \(item.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount > open { throw refusal(.exceedsOpen, "\(amount), but \(open) is open") }
        for file in books.cases.values where file.entity == entity {
            if case .collection(let known) = file.content, known.number == number {
                throw refusal(.collectionKnown, "case \(file.id.raw)")
            }
        }
        var collection = BankCollection(
            number: number, kind: kind, item: item, amount: amount, bank: bank,
            sentBy: desk.actor)
        if kind == .letterOfCredit {
            collection.shippedOn = shippedOn
            collection.expiresOn = expiresOn
            guard let last = collection.presentBy else {
                throw refusal(.creditDaysMissing, number)
            }
            if desk.today > last { throw refusal(.presentationTooLate, "\(last)") }
        }
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today,
            .collection(collection))
        return [.caseChanged(file, [], on: desk.today)]
    }
}
