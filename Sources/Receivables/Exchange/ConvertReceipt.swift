import Ledger

/// Makes free money of a receipt a receipt in another currency, to pay items in that one: at the
/// bank's rate where the bank exchanged it, else at the company's of the value date (domain.md
/// §1.6, G-ADJ-06). Its functional value stays, so nothing is gained by it; what the payer's own
/// rate leaves is paid short or too much.
public struct ConvertReceipt: Command {
    public let receipt: Receipt.ID
    public let currency: Currency
    /// Nil for all that is free.
    public let amount: Money?
    /// Units of the receipt's currency for one of `currency`; nil for the company's rates.
    public let rate: Rate?
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case currenciesSame = "currencies-same"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case nothingThere = "nothing-there"
        case exceedsHeld = "exceeds-held"
        case rateMissing = "rate-missing"
    }

    public init(
        receipt: Receipt.ID, to currency: Currency, amount: Money? = nil, rate: Rate? = nil,
        why: String
    ) {
        self.receipt = receipt
        self.currency = currency
        self.amount = amount
        self.rate = rate
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.state == .reversed { throw refusal(.receiptReversed, "\(receipt.id)") }
        if currency == receipt.currency { throw refusal(.currenciesSame, "\(currency)") }
        let place: Receipt.Place =
            receipt.holdings.unidentified.amount > 0 ? .unidentified : .unapplied
        let there = Money(minor: receipt.holdings[place].amount, receipt.currency)
        let money = amount ?? there
        if money.currency != receipt.currency {
            throw refusal(.currenciesDiffer, "\(money), but the receipt is in \(receipt.currency)")
        }
        if there.isZero { throw refusal(.nothingThere, "no money of \(receipt.id) is free") }
        if !money.isPositive { throw refusal(.amountNotPositive, "\(money)") }
        if money > there { throw refusal(.exceedsHeld, "\(money), but \(there) is there") }
        let value = receipt.functional(of: money.minor, at: place)
        guard let (converted, itsRate) = converted(money, value, receipt, books) else {
            throw refusal(
                .rateMissing, "\(receipt.currency) to \(currency) on \(receipt.valueDate)")
        }
        let day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        var made = Receipt(
            id: books.fresh(entity), entity: entity, currency: currency, rate: itsRate,
            amount: converted, functional: value, bookedOn: receipt.bookedOn,
            valueDate: receipt.valueDate, postedOn: day)
        made.holdings.unidentified = Receipt.Held(converted, functional: value)
        made.source = receipt.source
        made.source.line = nil
        made.asset = .bankClearing
        made.parent = receipt.id
        made.givenFor = money.minor
        var events: [Event] = [
            .receiptMoved(
                ReceiptMove(
                    .receiptSplit, receipt: receipt, customer: receipt.customer,
                    amount: money.minor, from: place, to: .parted, postedOn: day, reason: why,
                    outside: .bankClearing)),
            .receiptRecorded(made),
        ]
        if let customer = receipt.customer {
            events.append(
                .receiptMoved(
                    ReceiptMove(
                        .payerIdentified, receipt: made, customer: customer, amount: made.amount,
                        from: .unidentified, to: .unapplied, postedOn: day, reason: why)))
        }
        return events
    }

    /// The amount in the other currency, and the rate that it is carried at.
    private func converted(
        _ money: Money, _ value: Int64, _ receipt: Receipt, _ books: Books
    ) -> (amount: Int64, rate: Rate)? {
        guard let functional = books.entities[entity]?.currency else { return nil }
        let own = books.rates.rate(from: currency, to: functional, on: receipt.valueDate)
        if let rate {
            guard let amount = rate.divide(money, into: currency), amount.isPositive else {
                return nil
            }
            // The bank's rate is the rate, where it exchanged into our own currency (G-ADJ-06).
            guard let carried = receipt.currency == functional ? rate : own else { return nil }
            return (amount.minor, carried)
        }
        guard let own,
            let amount = own.divide(Money(minor: value, functional), into: currency),
            amount.isPositive
        else { return nil }
        return (amount.minor, own)
    }
}
