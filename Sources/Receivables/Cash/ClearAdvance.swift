import Ledger

/// Uses an advance for the invoice of its order: released, and applied (P26, last step).
public struct ClearAdvance: Command {
    public let receipt: Receipt.ID
    /// Number of the invoice.
    public let item: OpenItem.ID
    /// Nil for as much as both have.
    public let amount: Money?
    public let basis: Application.Basis

    /// In the order of the checks; what `ApplyReceipt` refuses is refused as well.
    public enum Reason: String, CaseIterable, Sendable {
        case receiptNotFound = "receipt-not-found"
        case itemNotFound = "item-not-found"
        case nothingThere = "nothing-there"
        case currenciesDiffer = "currencies-differ"
        case exceedsHeld = "exceeds-held"
    }

    public init(
        receipt: Receipt.ID, item: OpenItem.ID, amount: Money? = nil, basis: Application.Basis
    ) {
        self.receipt = receipt
        self.item = item
        self.amount = amount
        self.basis = basis
    }

    public var entity: Entity.ID { Entity.ID(receipt.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.receipts = [receipt]
        names.items = [item]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let receipt = books.receipts[receipt] else {
            throw refusal(.receiptNotFound, "\(receipt)")
        }
        guard let item = books.items[item] else { throw refusal(.itemNotFound, "\(item)") }
        let there = receipt.holdings.advance.amount
        if there == 0 { throw refusal(.nothingThere, "no money of \(receipt.id) is advance") }
        if item.currency != receipt.currency || amount.map({ $0.currency != item.currency }) == true
        {
            throw refusal(.currenciesDiffer, "\(receipt.currency), \(item.currency)")
        }
        let cash = amount ?? Money(minor: min(there, max(item.open, 0)), receipt.currency)
        if cash.minor > there {
            throw refusal(
                .exceedsHeld, "\(cash), but \(Money(minor: there, receipt.currency)) is there")
        }
        var steps = DecisionInSteps(books, at: desk)
        try steps.perform(
            MoveReceipt(receipt: receipt.id, .releaseAdvance(cash), why: basis.evidence))
        var apply = ApplyReceipt(
            receipt: receipt.id, lines: [ApplyReceipt.Line(item: item.id, cash: cash.minor)],
            basis: basis)
        apply.wasAdvance = true
        try steps.perform(apply)
        return steps.events
    }
}
