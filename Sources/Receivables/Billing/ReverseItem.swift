import Ledger

/// Takes a document back with its mirror posting; nothing may have been applied to it.
public struct ReverseItem: Command {
    public let entity: Entity.ID
    public let number: String
    public let why: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
        case itemIsResidual = "item-is-residual"
        case itemHasApplications = "item-has-applications"
    }

    public init(entity: Entity.ID, number: String, why: String) {
        self.entity = entity
        self.number = number
        self.why = why
    }

    public var names: Names {
        var names = Names()
        names.itemNumbers = [number]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let item = books.item(entity, number: number) else {
            throw refusal(.itemNotFound, number)
        }
        if item.status == .reversed { throw refusal(.itemReversed, number) }
        if item.kind == .residual { throw refusal(.itemIsResidual, number) }
        if item.open != item.original {
            let cleared = Money(minor: item.original - item.open, item.currency)
            throw refusal(.itemHasApplications, "\(number) has \(cleared) applied")
        }
        var cleared = Cleared()
        cleared.reversal = item.open
        cleared.reversalFunctional = item.openFunctional
        let application = Application(
            id: books.fresh(entity), item: item, receipt: nil,
            postedOn: books.postingDay(max(item.postedOn, desk.today), entity), cleared: cleared,
            basis: .hand(why))
        return [.itemReversed(item, application)]
    }
}
