import Ledger

/// Takes a split back: the money of a part, all of which must still be there, is the first
/// receipt's again.
public struct JoinReceipt: Command {
    public let part: Receipt.ID
    public let parent: Receipt.ID
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case notAPart = "not-a-part"
        case receiptReversed = "receipt-reversed"
        case receiptInUse = "receipt-in-use"
    }

    public init(part: Receipt.ID, parent: Receipt.ID, why: String) {
        self.part = part
        self.parent = parent
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(part.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [part, parent]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let part = books.receipts[part] else { throw refusal(.receiptNotFound, "\(part)") }
        guard let whole = books.receipts[parent] else {
            throw refusal(.receiptNotFound, "\(parent)")
        }
        if part.parent != whole.id { throw refusal(.notAPart, "\(part.id) of \(whole.id)") }
        if part.state == .reversed { throw refusal(.receiptReversed, "\(part.id)") }
        let place: Receipt.Place = part.customer == nil ? .unidentified : .unapplied
        let there = part.holdings[place].amount
        if there != part.amount {
            let used = Money(minor: part.amount - there, part.currency)
            throw refusal(.receiptInUse, "\(used) of \(part.money) is used")
        }
        let latest = max(part.postedOn, whole.postedOn)
        let day = books.postingDay(max(latest, desk.today), entity)
        let back = ReceiptMove(
            kind: .receiptJoined, receipt: whole.id, entity: entity, customer: whole.customer,
            currency: whole.currency, rate: whole.rate,
            held: Receipt.Held(
                part.givenFor ?? part.amount, functional: part.holdings[place].functional),
            from: .parted, to: whole.customer == nil ? .unidentified : .unapplied,
            postedOn: day, reason: why, outside: .bankClearing)
        return [
            .receiptMoved(
                ReceiptMove(
                    .receiptJoined, receipt: part, customer: part.customer, amount: part.amount,
                    from: place, to: .reversed, postedOn: day, reason: why)),
            .receiptMoved(back),
        ]
    }
}
