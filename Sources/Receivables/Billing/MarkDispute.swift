/// Marks an item as disputed, or the dispute as ended: a disputed item is never paid by the system
/// alone.
public struct MarkDispute: Command {
    public let entity: Entity.ID
    public let number: String
    public let disputed: Bool

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case itemNotFound = "item-not-found"
        case itemReversed = "item-reversed"
    }

    public init(entity: Entity.ID, number: String, disputed: Bool) {
        self.entity = entity
        self.number = number
        self.disputed = disputed
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
        return item.disputed == disputed ? [] : [.disputeMarked(entity, item.id, disputed)]
    }
}
