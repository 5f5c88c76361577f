import Ledger

/// Records money that came in; its payer is not known yet (P05).
public struct RecordReceipt: Command {
    public let entity: Entity.ID
    public let amount: Money
    public let bookedOn: Day
    public let valueDate: Day
    public var source = Receipt.Source()

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case amountNotPositive = "amount-not-positive"
        case rateMissing = "rate-missing"
    }

    public init(entity: Entity.ID, amount: Money, bookedOn: Day, valueDate: Day) {
        self.entity = entity
        self.amount = amount
        self.bookedOn = bookedOn
        self.valueDate = valueDate
    }

    public var names: Names { Names() }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        guard
            let rate = books.rates.rate(from: amount.currency, to: company.currency, on: valueDate),
            let value = rate.convert(amount, to: company.currency)
        else {
            throw refusal(.rateMissing, "\(amount.currency) to \(company.currency) on \(valueDate)")
        }
        var receipt = Receipt(
            id: books.fresh(entity), entity: entity, currency: amount.currency, rate: rate,
            amount: amount.minor, functional: value.minor, bookedOn: bookedOn,
            valueDate: valueDate, postedOn: books.postingDay(bookedOn, entity))
        receipt.holdings.unidentified = Receipt.Held(amount.minor, functional: value.minor)
        receipt.source = source
        return [.receiptRecorded(receipt)]
    }
}
