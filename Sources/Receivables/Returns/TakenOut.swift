import Ledger

/// How money of a receipt leaves the books again when its payment comes to nothing, whatever was
/// done with it meanwhile: what it had cleared reopens first, each item with its original due date
/// (P35), then the money goes to the account `outside` (P18, P20, P30, domain.md §1.5a).
struct TakenOut {
    private(set) var events: [Event] = []
    /// The books afterwards, for what else the command does.
    private(set) var books: Books
    /// What left, in the receipt's functional currency at its own rate.
    private(set) var functional: Int64 = 0
    let day: Day

    /// In the order of the checks; a command that takes money out has them among its reasons.
    static let reasons = [
        "receipt-reversed", "receipt-refunded", "receipt-in-use", "residual-in-use",
    ]

    /// `amount` nil is all of it.
    init(
        _ receipt: Receipt, _ amount: Int64? = nil, to outside: Account, _ books: Books,
        _ desk: Desk, notBefore: Day? = nil, why: String
    ) throws(Refusal) {
        self.books = books
        let wanted = amount ?? receipt.amount
        if receipt.state == .reversed { throw Refusal(code: "receipt-reversed", "\(receipt.id)") }
        let held = { (place: Receipt.Place) in receipt.holdings[place].amount }
        // What was paid back cannot be taken back as well: somebody has to ask for it.
        if held(.refunded) > 0, wanted > receipt.amount - held(.refunded) - held(.reversed) {
            let refunded = Money(minor: held(.refunded), receipt.currency)
            throw Refusal(code: "receipt-refunded", "\(refunded) of \(receipt.id)")
        }
        let there = Receipt.Place.inBooks.reduce(held(.applied)) { $0 + held($1) }
        if wanted > there {
            let money = Money(minor: there, receipt.currency)
            throw Refusal(code: "receipt-in-use", "only \(money) of \(receipt.money) is left")
        }
        var day = max(receipt.postedOn, desk.today)
        if let notBefore { day = max(day, notBefore) }
        self.day = books.postingDay(day, receipt.entity)
        if held(.applied) > 0, wanted > there - held(.applied) {
            let command = UnapplyReceipt(receipt: receipt.id, why: why)
            for event in try command.decide(on: books, at: desk) { take(event) }
        }
        // The tax in an advance goes with it.
        if held(.advance) > 0 {
            let command = MoveReceipt(receipt: receipt.id, .releaseAdvance(nil), why: why)
            for event in try command.decide(on: self.books, at: desk) { take(event) }
        }
        var left = wanted
        for place in Receipt.Place.inBooks where left > 0 {
            guard let now = self.books.receipts[receipt.id], now.holdings[place].amount > 0 else {
                continue
            }
            let move = ReceiptMove(
                .receiptReturned, receipt: now, customer: now.customer,
                amount: min(left, now.holdings[place].amount), from: place, to: .reversed,
                postedOn: self.day, reason: why, outside: outside)
            left -= move.held.amount
            functional += move.held.functional
            take(.receiptMoved(move))
        }
    }

    mutating func take(_ event: Event) {
        events.append(event)
        books.evolve(event)
    }

    mutating func take(_ more: [Event]) { for event in more { take(event) } }

    /// What brings it back: it is unapplied, or unidentified, again.
    static func broughtBack(
        _ receipt: Receipt, _ amount: Int64, from outside: Account, on day: Day, why: String
    ) -> Event {
        .receiptMoved(
            ReceiptMove(
                .broughtBack, receipt: receipt, customer: receipt.customer, amount: amount,
                from: .reversed, to: receipt.customer == nil ? .unidentified : .unapplied,
                postedOn: day, reason: why, outside: outside))
    }
}

extension Receipt.Place {
    /// Where money is the receipt's own, in the order in which it is taken.
    static let inBooks: [Receipt.Place] = [
        .unapplied, .unidentified, .onAccount, .writtenOff, .advance,
    ]
}
