import Ledger

/// Whoever's promise a draft is: approved up to a limit, or known for accounts that are not its own
/// (domain.md §3.11). The credit risk of a draft is its acceptor's.
public struct Acceptor: Sendable, Equatable {
    public enum State: String, Sendable { case proposed, approved, barred }

    public let name: String
    public let limit: Money
    /// What is held of it, and passed on with recourse.
    public var exposure: Int64 = 0
    public let proposedBy: String
    public var approvedBy: String?
    public var state: State

    public init(name: String, limit: Money, proposedBy: String, state: State = .proposed) {
        self.name = name
        self.limit = limit
        self.proposedBy = proposedBy
        self.state = state
    }
}

extension Acceptor: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(state: state.rawValue, isClosed: false)
        head.amount = limit
        head.number = name
        return head
    }

    var sentence: (en: String, zh: String) {
        let held = Money(minor: exposure, limit.currency)
        return switch state {
        case .proposed: ("acceptor \(name): limit \(limit) proposed", "承兑人 \(name)：建议额度 \(limit)")
        case .approved:
            ("acceptor \(name): \(held) of \(limit)", "承兑人 \(name)：已用 \(held)，额度 \(limit)")
        case .barred: ("acceptor \(name) is barred", "承兑人 \(name) 已列入黑名单")
        }
    }

    func write(to out: inout FieldWriter) {
        out.text(name)
        out.money(limit)
        out.text(proposedBy)
        out.int(exposure)
        out.optional(approvedBy)
        out.text(state.rawValue)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            name: try reader.text(), limit: try reader.money(), proposedBy: try reader.text())
        exposure = try reader.int()
        approvedBy = try reader.optionalText()
        state = try reader.raw()
    }
}

extension Books {
    /// The live entry of an acceptor.
    func acceptor(_ name: String, of entity: Entity.ID) -> (file: CaseFile, acceptor: Acceptor)? {
        for file in cases.values where file.entity == entity {
            if case .acceptor(let acceptor) = file.content, acceptor.name == name {
                return (file, acceptor)
            }
        }
        return nil
    }
}

/// Proposes a limit for an acceptor, approves it (another person), or bars it.
public struct SetAcceptor: Command {
    public enum Step: Sendable, Equatable { case propose(Money), approve, bar }

    public let entity: Entity.ID
    public let name: String
    public let step: Step

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case nothingNamed = "nothing-named"
        case amountNotPositive = "amount-not-positive"
        case acceptorNotFound = "acceptor-not-found"
        case currenciesDiffer = "currencies-differ"
        case notProposed = "acceptor-not-proposed"
        case makerIsChecker = "maker-is-checker"
    }

    public init(entity: Entity.ID, name: String, _ step: Step) {
        self.entity = entity
        self.name = name
        self.step = step
    }

    public var names: Names {
        var names = Names()
        names.caseNumbers = [name]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let company = books.entities[entity] else {
            throw refusal(.entityNotFound, "\(entity.raw)")
        }
        if name.isEmpty { throw refusal(.nothingNamed, "") }
        let known = books.acceptor(name, of: entity)
        var next: Acceptor
        switch step {
        case .propose(let limit):
            if !limit.isPositive { throw refusal(.amountNotPositive, "\(limit)") }
            if let old = known?.acceptor.limit, old.currency != limit.currency {
                throw refusal(.currenciesDiffer, "\(limit), but \(old)")
            }
            next = Acceptor(name: name, limit: limit, proposedBy: desk.actor)
            next.exposure = known?.acceptor.exposure ?? 0
        case .approve:
            guard let known else { throw refusal(.acceptorNotFound, name) }
            next = known.acceptor
            if next.state != .proposed { throw refusal(.notProposed, next.state.rawValue) }
            if next.proposedBy == desk.actor { throw refusal(.makerIsChecker, desk.actor) }
            next.approvedBy = desk.actor
            next.state = .approved
        case .bar:
            next =
                known?.acceptor
                ?? Acceptor(name: name, limit: .zero(company.currency), proposedBy: desk.actor)
            next.state = .barred
        }
        let file =
            known?.file.changed(to: .acceptor(next))
            ?? CaseFile(
                id: books.fresh(entity), entity: entity, openedOn: desk.today, .acceptor(next))
        return [.caseChanged(file, [], on: desk.today)]
    }
}
