import Ledger

/// Records money that came in; its payer is not known yet (P05).
public struct RecordReceipt: Command {
    public let entity: Entity.ID
    public let amount: Money
    public let bookedOn: Day
    public let valueDate: Day
    public var source = Receipt.Source()
    /// What came in: money at the bank, unless it is still on its way there, a draft, or paid to
    /// another entity for us.
    public var asset = Account.bank

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case amountNotPositive = "amount-not-positive"
        case accountNotForReceipts = "account-not-for-receipts"
        case rateMissing = "rate-missing"
    }

    public init(entity: Entity.ID, amount: Money, bookedOn: Day, valueDate: Day) {
        self.entity = entity
        self.amount = amount
        self.bookedOn = bookedOn
        self.valueDate = valueDate
    }

    /// What a receipt can come in as.
    public static let assets: [Account] = [
        .bank, .bankClearing, .notesReceivable, .intercompanyReceivable,
    ]

    public var names: Names { Names() }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if !Self.assets.contains(asset) {
            throw refusal(.accountNotForReceipts, "\(asset.code) \(asset.name)")
        }
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
        receipt.asset = asset
        return [.receiptRecorded(receipt)]
    }
}
