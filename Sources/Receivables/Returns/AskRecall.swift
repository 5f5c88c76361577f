import Ledger

/// Records that a bank asks for money back. Nothing moves.
public struct AskRecall: Command {
    public let number: String
    public let receipt: Receipt.ID
    /// Nil for all of it.
    public let amount: Money?
    public let reason: String
    public let answerBy: Day

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case nothingNamed = "nothing-named"
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsReceipt = "exceeds-held"
        case recallKnown = "recall-known"
    }

    public init(
        number: String, receipt: Receipt.ID, amount: Money?, reason: String, answerBy: Day
    ) {
        self.number = number
        self.receipt = receipt
        self.amount = amount
        self.reason = reason
        self.answerBy = answerBy
    }

    public var entity: Entity.ID { receipt.entity }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.caseNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if number.isEmpty { throw refusal(.nothingNamed, "the bank's number of the request") }
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.state == .reversed { throw refusal(.receiptReversed, "\(receipt.id)") }
        let amount = amount ?? receipt.money
        if amount.currency != receipt.currency {
            throw refusal(.currenciesDiffer, "\(amount), but the receipt is in \(receipt.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount > receipt.money {
            throw refusal(.exceedsReceipt, "\(amount) of \(receipt.money)")
        }
        for file in books.cases.values where file.entity == entity {
            if case .recall(let known) = file.content, known.number == number {
                throw refusal(.recallKnown, "case \(file.id.raw)")
            }
        }
        let recall = Recall(
            number: number, receipt: receipt.id, customer: receipt.customer, amount: amount,
            reason: reason, askedBy: desk.actor, answerBy: answerBy)
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today, .recall(recall))
        return [.caseChanged(file, [], on: desk.today)]
    }
}
