import Ledger

/// A bank line that was taken for a customer's payment, and is in truth the proceeds of something
/// that is in the books already: of a deposit in transit (1009), of a draft (1121). All of its
/// money must still be free.
struct TurnedElsewhere {
    let event: Event
    let receipt: Receipt

    /// In the order of the checks; a command that does this has them among its reasons.
    static let reasons = ["receipt-not-found", "receipt-reversed", "receipt-in-use"]

    init(
        _ id: Receipt.ID, to outside: Account, _ books: Books, _ desk: Desk, why: String
    ) throws(Refusal) {
        guard let receipt = books.receipts[id] else {
            throw Refusal(code: "receipt-not-found", "\(id)")
        }
        if receipt.state == .reversed { throw Refusal(code: "receipt-reversed", "\(id)") }
        let place: Receipt.Place = receipt.customer == nil ? .unidentified : .unapplied
        let there = receipt.holdings[place].amount
        if there != receipt.amount || receipt.asset != .bank {
            let used = Money(minor: receipt.amount - there, receipt.currency)
            throw Refusal(code: "receipt-in-use", "\(used) of \(receipt.money) is used")
        }
        let move = MoveReceipt(receipt: id, .turnElsewhere(outside, nil), why: why)
        event = try move.decide(on: books, at: desk)[0]
        self.receipt = receipt
    }
}
