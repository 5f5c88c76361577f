import Ledger

/// Makes receipts of their own out of money of one that is free, each for its customer or for none
/// yet: several claim it, or a part belongs to another customer (P36, domain.md §3.9). The value
/// date stays.
///
/// Money goes from one receipt to the other through bank clearing, so that each receipt can be read
/// by itself on any day.
public struct SplitReceipt: Command {
    public struct Part: Sendable, Equatable {
        public let amount: Money
        public let customer: Customer.ID?

        public init(_ amount: Money, customer: Customer.ID? = nil) {
            self.amount = amount
            self.customer = customer
        }
    }

    public let receipt: Receipt.ID
    public let parts: [Part]
    public let why: String
    /// Where the money is taken from; nil for where the free money is.
    public var from: Receipt.Place?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case customerNotFound = "customer-not-found"
        case entitiesDiffer = "entities-differ"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsHeld = "exceeds-held"
    }

    public init(receipt: Receipt.ID, parts: [Part], why: String) {
        self.receipt = receipt
        self.parts = parts
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.customers = Set(parts.compactMap(\.customer))
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.state == .reversed { throw refusal(.receiptReversed, "\(receipt.id)") }
        var sum = Int64(0)
        for part in parts {
            try check(part, of: receipt, books)
            sum = min(sum + part.amount.minor, Money.limit)
        }
        let place = from ?? (receipt.holdings.unidentified.amount > 0 ? .unidentified : .unapplied)
        let there = receipt.holdings[place].amount
        if sum > there {
            throw refusal(
                .exceedsHeld,
                "\(Money(minor: sum, receipt.currency)), but "
                    + "\(Money(minor: there, receipt.currency)) is there")
        }
        let day = books.postingDay(max(receipt.postedOn, desk.today), entity)
        let move = ReceiptMove(
            .receiptSplit, receipt: receipt, customer: receipt.customer, amount: sum, from: place,
            to: .parted, postedOn: day, reason: why, outside: .bankClearing)
        return [.receiptMoved(move)] + made(of: receipt, move, books)
    }

    private func check(_ part: Part, of receipt: Receipt, _ books: Books) throws(Refusal) {
        if let customer = part.customer {
            guard let customer = books.customers[customer] else {
                throw refusal(.customerNotFound, "\(customer)")
            }
            if customer.entity != entity {
                throw refusal(.entitiesDiffer, "\(customer.code) is not a customer of this entity")
            }
        }
        if part.amount.currency != receipt.currency {
            throw refusal(
                .currenciesDiffer, "\(part.amount), but the receipt is in \(receipt.currency)")
        }
        if !part.amount.isPositive { throw refusal(.amountNotPositive, "\(part.amount)") }
    }

    /// The receipts of the parts; the last one takes what rounding leaves of the functional value.
    private func made(of receipt: Receipt, _ move: ReceiptMove, _ books: Books) -> [Event] {
        var events: [Event] = []
        var (amount, functional) = (move.held.amount, move.held.functional)
        for (ahead, part) in parts.enumerated() {
            let value = share(of: functional, part.amount.minor, of: amount)
            var piece = Receipt(
                id: books.fresh(entity, ahead: ahead), entity: entity, currency: receipt.currency,
                rate: receipt.rate, amount: part.amount.minor, functional: value,
                bookedOn: receipt.bookedOn, valueDate: receipt.valueDate, postedOn: move.postedOn)
            piece.holdings.unidentified = Receipt.Held(part.amount.minor, functional: value)
            piece.source = receipt.source
            piece.source.line = nil
            piece.asset = .bankClearing
            piece.parent = receipt.id
            events.append(.receiptRecorded(piece))
            if let customer = part.customer {
                events.append(
                    .receiptMoved(
                        ReceiptMove(
                            .payerIdentified, receipt: piece, customer: customer,
                            amount: piece.amount, from: .unidentified, to: .unapplied,
                            postedOn: move.postedOn, reason: why)))
            }
            amount -= part.amount.minor
            functional -= value
        }
        return events
    }
}
