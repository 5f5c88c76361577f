import Ledger

/// Moves money of a receipt between its holdings: identify the payer (P06), put on account (P07),
/// take a small credit to income (P15b), return the receipt; and each of those back.
public struct MoveReceipt: Command {
    public enum Move: Sendable, Equatable {
        case identify(Customer.ID)
        case withdrawPayer
        case putOnAccount(Money?)
        case takeOffAccount(Money?)
        /// Money for an order that is not invoiced yet; `releaseAdvance` once it is.
        /// `taxRate` in 1/10000 of the net amount, where the advance has tax in it (P26).
        case putToAdvance(Money?, order: String? = nil, taxRate: Int64 = 0)
        case releaseAdvance(Money?)
        case writeOffCredit(Money?)
        case reverseCreditWriteOff
        case reverse
        /// It is no payment of a customer: it belongs to that account.
        case turnElsewhere(Account, Money?)
        case bringBack(Money?)
    }

    public let receipt: Receipt.ID
    public let move: Move
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case receiptReversed = "receipt-reversed"
        case customerNotFound = "customer-not-found"
        case entitiesDiffer = "entities-differ"
        case receiptInUse = "receipt-in-use"
        case nothingThere = "nothing-there"
        case currenciesDiffer = "currencies-differ"
        case amountNotPositive = "amount-not-positive"
        case exceedsHeld = "exceeds-held"
        case taxRateMalformed = "tax-rate-malformed"
        case accountNotForReceipts = "account-not-for-receipts"
        case turnedToAnother = "turned-to-another"
        case unclaimedProperty = "unclaimed-property"
        case exceedsSmallBalance = "exceeds-small-balance"
    }

    public init(receipt: Receipt.ID, _ move: Move, why: String) {
        self.receipt = receipt
        self.move = move
        self.why = why
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        if case .identify(let customer) = move { names.customers = [customer] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        if receipt.state == .reversed { throw refusal(.receiptReversed, "\(receipt.id)") }
        switch move {
        case .identify(let customer):
            guard let customer = books.customers[customer] else {
                throw refusal(.customerNotFound, "\(customer)")
            }
            if customer.entity != receipt.entity {
                throw refusal(.entitiesDiffer, "\(customer.code) is not a customer of this entity")
            }
            return try shift(
                receipt, .payerIdentified, from: .unidentified, to: .unapplied,
                customer: customer.id, nil, books, desk)
        case .withdrawPayer:
            try mustBeWhole(receipt, in: .unapplied)
            return try shift(
                receipt, .payerWithdrawn, from: .unapplied, to: .unidentified, customer: nil,
                nil, books, desk)
        case .putOnAccount(let amount):
            return try shift(
                receipt, .putOnAccount, from: .unapplied, to: .onAccount, amount, books, desk)
        case .takeOffAccount(let amount):
            return try shift(
                receipt, .takenOffAccount, from: .onAccount, to: .unapplied, amount, books, desk)
        case .putToAdvance(let amount, let order, let taxRate):
            if !(0...10_000).contains(taxRate) { throw refusal(.taxRateMalformed, "\(taxRate)") }
            let events = try shift(
                receipt, .advanceRecorded, from: .unapplied, to: .advance, amount, books, desk)
            return AdvanceTax(books.entities[entity]).added(to: events, order: order, taxRate)
        case .releaseAdvance(let amount):
            let events = try shift(
                receipt, .advanceReleased, from: .advance, to: .unapplied, amount, books, desk)
            return AdvanceTax(books.entities[entity]).released(by: events, receipt)
        case .writeOffCredit(let amount):
            if books.entities[entity]?.mayKeepSmallCredits != true {
                throw refusal(.unclaimedProperty, "\(amount ?? receipt.money)")
            }
            let events = try shift(
                receipt, .creditWrittenOff, from: .onAccount, to: .writtenOff, amount, books, desk)
            if case .receiptMoved(let move)? = events.first, move.held.functional > smallBalance {
                throw refusal(
                    .exceedsSmallBalance, "\(Money(minor: move.held.amount, move.currency))")
            }
            return events
        case .reverseCreditWriteOff:
            return try shift(
                receipt, .creditWriteOffReversed, from: .writtenOff, to: .onAccount, nil, books,
                desk)
        case .turnElsewhere(let account, let amount):
            return try turn(receipt, to: account, amount, books, desk)
        case .bringBack(let amount):
            return try shift(
                receipt, .broughtBack, from: .elsewhere,
                to: receipt.customer == nil ? .unidentified : .unapplied, amount, books, desk)
        case .reverse:
            let place: Receipt.Place = receipt.customer == nil ? .unidentified : .unapplied
            try mustBeWhole(receipt, in: place)
            return try shift(
                receipt, .receiptReversed, from: place, to: .reversed, nil, books, desk)
        }
    }

    private func turn(
        _ receipt: Receipt, to account: Account, _ amount: Money?, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        if !Self.elsewhere.contains(account) {
            throw refusal(.accountNotForReceipts, "\(account.code) \(account.name)")
        }
        if receipt.holdings.elsewhere.amount > 0, let other = receipt.turnedTo, other != account {
            throw refusal(
                .turnedToAnother, "\(other.code) \(other.name): split the receipt first")
        }
        let from: Receipt.Place =
            receipt.holdings.unidentified.amount > 0 ? .unidentified : .unapplied
        return try shift(
            receipt, .turnedElsewhere, from: from, to: .elsewhere, customer: receipt.customer,
            amount, outside: account, books, desk)
    }

    /// What money that is no customer's payment can be: proceeds of a deposit or a draft, a bank's
    /// error, another entity's, other income, what others owed us.
    public static let elsewhere: [Account] = [
        .bankClearing, .notesReceivable, .bankErrors, .intercompanyPayable, .otherIncome,
        .otherReceivables, .borrowings,
    ]

    private func mustBeWhole(_ receipt: Receipt, in place: Receipt.Place) throws(Refusal) {
        let there = receipt.holdings[place].amount
        if there != receipt.amount {
            let used = Money(minor: receipt.amount - there, receipt.currency)
            throw refusal(.receiptInUse, "\(used) of \(receipt.money) is used")
        }
    }

    private func shift(
        _ receipt: Receipt, _ kind: ReceiptMove.Kind, from: Receipt.Place, to: Receipt.Place,
        _ amount: Money?, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> [Event] {
        try shift(
            receipt, kind, from: from, to: to, customer: receipt.customer, amount, books, desk)
    }

    private func shift(
        _ receipt: Receipt, _ kind: ReceiptMove.Kind, from: Receipt.Place, to: Receipt.Place,
        customer: Customer.ID?, _ amount: Money?, outside: Account? = nil, _ books: Books,
        _ desk: Desk
    ) throws(Refusal) -> [Event] {
        let there = Money(minor: receipt.holdings[from].amount, receipt.currency)
        if there.isZero { throw refusal(.nothingThere, "no money of \(receipt.id) is \(from)") }
        let amount = amount ?? there
        if amount.currency != receipt.currency {
            throw refusal(.currenciesDiffer, "\(amount), but the receipt is in \(receipt.currency)")
        }
        if !amount.isPositive { throw refusal(.amountNotPositive, "\(amount)") }
        if amount > there { throw refusal(.exceedsHeld, "\(amount), but \(there) is there") }
        let atOnce = kind == .payerIdentified && receipt.isUntouched
        let day = books.postingDay(
            atOnce ? receipt.postedOn : max(receipt.postedOn, desk.today), entity)
        return [
            .receiptMoved(
                ReceiptMove(
                    kind, receipt: receipt, customer: customer, amount: amount.minor, from: from,
                    to: to, postedOn: day, reason: why,
                    outside: outside ?? (from == .elsewhere ? receipt.turnedTo : nil)))
        ]
    }
}

/// The most a small balance may be, in minor units of the functional currency: 5,000.00 (domain.md
/// §7.6, delegation of authority; beyond it is bad debt).
let smallBalance: Int64 = 500_000
