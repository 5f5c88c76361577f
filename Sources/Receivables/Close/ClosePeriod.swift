import Ledger

/// Closes the entity's books through a day: nothing is posted on or before it any more (invariant
/// I8).
public struct ClosePeriod: Command {
    public let entity: Entity.ID
    public let through: Day

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case alreadyClosed = "already-closed"
        case periodNotOver = "period-not-over"
    }

    public init(entity: Entity.ID, through: Day) {
        self.entity = entity
        self.through = through
    }

    public var names: Names { Names() }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard books.entities[entity] != nil else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        if let closed = books.closedThrough[entity], through <= closed {
            throw refusal(.alreadyClosed, "through \(closed)")
        }
        if through >= desk.today { throw refusal(.periodNotOver, "\(through)") }
        return [.periodClosed(entity, through: through)]
    }
}

/// Opens a closed period again, from a day on.
public struct ReopenPeriod: Command {
    public let entity: Entity.ID
    public let from: Day

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case notClosed = "not-closed"
    }

    public init(entity: Entity.ID, from: Day) {
        self.entity = entity
        self.from = from
    }

    public var names: Names { Names() }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard books.entities[entity] != nil else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        guard let closed = books.closedThrough[entity], from <= closed else {
            throw refusal(.notClosed, "\(from)")
        }
        return [.periodReopened(entity, from: from)]
    }
}
