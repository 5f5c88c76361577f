import Ledger

/// Completes what is known of the money of one receipt; where it turns out to be several payments,
/// their receipts take its place.
public struct BreakDownReceipt: Command {
    public let receipt: Receipt.ID
    /// Of the sum of the receipt.
    public let parts: [Notice.Part]
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case partsDoNotSum = "parts-do-not-sum"
        case receiptInUse = "receipt-in-use"
    }

    public init(receipt: Receipt.ID, parts: [Notice.Part], why: String) {
        self.receipt = receipt
        self.parts = parts
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
        let sum = parts.reduce(Int64(0)) { $0 &+ $1.amount }
        guard sum == receipt.amount, parts.allSatisfy({ $0.amount > 0 }) else {
            throw refusal(
                .partsDoNotSum, "\(Money(minor: sum, receipt.currency)) of \(receipt.money)")
        }
        if parts.count == 1 {
            return parts[0].source == receipt.source
                ? [] : [.receiptCompleted(receipt.id, parts[0].source)]
        }
        return try broken(receipt, books, desk)
    }

    private func broken(
        _ receipt: Receipt, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        let place: Receipt.Place = receipt.customer == nil ? .unidentified : .unapplied
        let there = receipt.holdings[place].amount
        if there != receipt.amount {
            let used = Money(minor: receipt.amount - there, receipt.currency)
            throw refusal(.receiptInUse, "\(used) of \(receipt.money) is used")
        }
        // What came in first counts from its own day; what was moved since, from today.
        let day = books.postingDay(
            receipt.isUntouched ? receipt.postedOn : max(receipt.postedOn, desk.today), entity)
        var events: [Event] = [
            .receiptMoved(
                ReceiptMove(
                    .receiptReplaced, receipt: receipt, customer: receipt.customer,
                    amount: receipt.amount, from: place, to: .reversed, postedOn: day,
                    reason: why))
        ]
        // The last part takes what rounding leaves of the functional value.
        var (amount, functional) = (receipt.amount, receipt.functional)
        for (ahead, part) in parts.enumerated() {
            let value = share(of: functional, part.amount, of: amount)
            var piece = Receipt(
                id: books.fresh(entity, ahead: ahead), entity: entity, currency: receipt.currency,
                rate: receipt.rate, amount: part.amount, functional: value,
                bookedOn: receipt.bookedOn, valueDate: receipt.valueDate, postedOn: day)
            piece.holdings.unidentified = Receipt.Held(part.amount, functional: value)
            piece.source = part.source
            piece.source.line = receipt.source.line
            piece.source.account = receipt.source.account
            events.append(.receiptRecorded(piece))
            amount -= part.amount
            functional -= value
        }
        return events
    }
}
