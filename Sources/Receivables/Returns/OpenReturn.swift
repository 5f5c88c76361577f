import Ledger

/// Opens the case of a payment that came back: of a bank line that says so, once for each line.
public struct OpenReturn: Command {
    public let entity: Entity.ID
    public let item: ReturnedItem

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case amountNotPositive = "amount-not-positive"
        case returnKnown = "return-known"
    }

    public init(entity: Entity.ID, _ item: ReturnedItem) {
        self.entity = entity
        self.item = item
    }

    public var names: Names {
        var names = Names()
        if let number = CaseFile.Content.returned(item).body.head.number {
            names.caseNumbers = [number]
        }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if books.entities[entity] == nil { throw refusal(.entityNotFound, "\(entity.raw)") }
        if !item.amount.isPositive { throw refusal(.amountNotPositive, "\(item.amount)") }
        for file in books.cases.values {
            if case .returned(let known) = file.content, let line = item.line, known.line == line,
                known.state != .withdrawn
            {
                throw refusal(.returnKnown, "case \(file.id.raw)")
            }
        }
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today, .returned(item))
        return [.caseChanged(file, [], on: desk.today)]
    }
}
