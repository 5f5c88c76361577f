import Ledger

/// Posts an invoice (P01, P02), a credit note (P03) or a debit note (P04).
public struct PostItem: Command {
    public let entity: Entity.ID
    public let kind: OpenItem.Kind
    public let number: String
    public let customerCode: String
    public let issuedOn: Day
    public let dueOn: Day
    /// Gross, positive whatever the kind.
    public let gross: Money
    /// The tax in `gross`.
    public let tax: Int64
    public var reference: String?
    public var discountUntil: Day?
    /// Positive, in minor units.
    public var discount: Int64 = 0
    public var links = OpenItem.Links()
    /// Why we charge it, where it is no sale: a fee, interest.
    public var reason: String?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case customerNotFound = "customer-not-found"
        case numberTaken = "item-number-taken"
        case amountNotPositive = "amount-not-positive"
        case taxExceedsGross = "tax-exceeds-gross"
        case discountExceedsGross = "discount-exceeds-gross"
        case dueBeforeIssued = "due-before-issued"
        case rateMissing = "rate-missing"
    }

    public init(
        entity: Entity.ID, kind: OpenItem.Kind, number: String, customerCode: String,
        issuedOn: Day, dueOn: Day, gross: Money, tax: Int64
    ) {
        self.entity = entity
        self.kind = kind
        self.number = number
        self.customerCode = customerCode
        self.issuedOn = issuedOn
        self.dueOn = dueOn
        self.gross = gross
        self.tax = tax
    }

    public var names: Names {
        var names = Names()
        names.customerCodes = [customerCode]
        names.itemNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        guard let customer = books.customer(entity, code: customerCode) else {
            throw refusal(.customerNotFound, customerCode)
        }
        // A document that was reversed has given its number back: what replaces it may have it.
        if let item = books.item(entity, number: number), item.status != .reversed {
            throw refusal(.numberTaken, number)
        }
        if !gross.isPositive { throw refusal(.amountNotPositive, "\(gross)") }
        if tax < 0 || tax > gross.minor {
            throw refusal(.taxExceedsGross, "\(Money(minor: tax, gross.currency)) in \(gross)")
        }
        if discount < 0 || discount > gross.minor {
            throw refusal(
                .discountExceedsGross, "\(Money(minor: discount, gross.currency)) of \(gross)")
        }
        if dueOn < issuedOn { throw refusal(.dueBeforeIssued, "\(dueOn), issued \(issuedOn)") }
        guard
            let rate = books.rates.rate(from: gross.currency, to: company.currency, on: issuedOn),
            let value = rate.convert(gross, to: company.currency),
            let taxValue = rate.convert(Money(minor: tax, gross.currency), to: company.currency)
        else {
            throw refusal(.rateMissing, "\(gross.currency) to \(company.currency) on \(issuedOn)")
        }
        let sign: Int64 = kind == .creditNote ? -1 : 1
        var item = OpenItem(
            id: books.fresh(entity), entity: entity, customer: customer.id, kind: kind,
            number: number, issuedOn: issuedOn, postedOn: books.postingDay(issuedOn, entity),
            dueOn: dueOn, currency: gross.currency, rate: rate, original: sign * gross.minor,
            originalFunctional: sign * value.minor, tax: sign * tax,
            taxFunctional: sign * taxValue.minor)
        item.reference = reference
        item.discountUntil = discountUntil
        item.discount = sign * discount
        item.links = links
        item.reason = reason
        return [.itemPosted(item)]
    }
}
