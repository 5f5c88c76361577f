import Ledger

/// Proposes another account or telephone number of a customer (F3).
public struct ProposeBankData: Command {
    public let entity: Entity.ID
    public let customer: Customer.ID
    public let field: BankDataChange.Field
    public let old: String?
    public let new: String
    /// What it rests on: a letter, a form, a visit.
    public let evidence: String

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case customerNotFound = "customer-not-found"
        case bankDataMissing = "bank-data-missing"
        case bankDataKnown = "bank-data-known"
    }

    public init(
        entity: Entity.ID, customer: Customer.ID, _ field: BankDataChange.Field,
        from old: String?, to new: String, evidence: String
    ) {
        self.entity = entity
        self.customer = customer
        self.field = field
        self.old = old
        self.new = new
        self.evidence = evidence
    }

    public var names: Names {
        var names = Names()
        names.customers = [customer]
        names.casesOfCustomers = [customer]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard books.customers[customer]?.entity == entity else {
            throw refusal(.customerNotFound, "\(customer)")
        }
        let change = BankDataChange(
            customer: customer, field, from: old, to: new, evidence: evidence,
            proposedBy: desk.actor)
        if change.new.isEmpty || change.new == change.old {
            throw refusal(.bankDataMissing, new)
        }
        let known = books.cases.values.contains { file in
            guard case .bankData(let other) = file.content else { return false }
            let isLive =
                other.state == .proposed || other.state == .confirmed && other.until == nil
            return other.customer == customer && other.new == change.new && isLive
        }
        if known { throw refusal(.bankDataKnown, change.new) }
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today, .bankData(change))
        return [.caseChanged(file, [], on: desk.today)]
    }
}

/// A second person's word on a change of bank data; a confirmed one can be withdrawn (F3).
public struct DecideBankData: Command {
    public enum Verdict: String, Sendable, CaseIterable { case confirm, refuse, withdraw }

    public let file: CaseFile.ID
    public let verdict: Verdict
    /// What it takes the place of, as the case has it.
    public let old: String?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case bankDataNotFound = "bank-data-not-found"
        case bankDataDecided = "bank-data-decided"
        case makerIsChecker = "maker-is-checker"
    }

    public init(file: CaseFile.ID, _ verdict: Verdict, replacing old: String? = nil) {
        self.file = file
        self.verdict = verdict
        self.old = old
    }

    public var entity: Entity.ID { Entity.ID(file.raw / Identifiers.perEntity) }

    public var names: Names {
        var names = Names()
        names.cases = [file]
        if let old { names.caseNumbers = [old] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[file], case .bankData(var change) = file.content else {
            throw refusal(.bankDataNotFound, "\(file.raw)")
        }
        let expected: BankDataChange.State = verdict == .withdraw ? .confirmed : .proposed
        if change.state != expected {
            throw refusal(.bankDataDecided, "\(file.id.raw) is \(change.state.rawValue)")
        }
        if change.proposedBy == desk.actor, verdict == .confirm {
            throw refusal(.makerIsChecker, desk.actor)
        }
        var events: [Event] = []
        change.decidedBy = desk.actor
        switch verdict {
        case .confirm:
            change.state = .confirmed
            let days = change.field == .account ? RefundPolicy.standard.quarantineDays : 0
            let from = desk.today.addingWorkingDays(days)
            change.inForceFrom = from
            events = replaced(by: change, from, books, desk)
        case .refuse: change.state = .refused
        case .withdraw:
            change.state = .withdrawn
            change.until = desk.today
        }
        return [.caseChanged(file.changed(to: .bankData(change)), [], on: desk.today)] + events
    }

    /// What the change takes the place of is in force no more from then on.
    private func replaced(
        by change: BankDataChange, _ day: Day, _ books: Books, _ desk: Desk
    ) -> [Event] {
        books.cases.values.sorted { $0.id < $1.id }.compactMap { file in
            guard case .bankData(var other) = file.content, other.customer == change.customer,
                other.field == change.field, other.new == change.old,
                other.state == .confirmed, other.until == nil
            else { return nil }
            other.until = day
            return .caseChanged(file.changed(to: .bankData(other)), [], on: desk.today)
        }
    }
}
