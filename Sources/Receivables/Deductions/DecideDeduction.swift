import Ledger

/// Decides a deduction: codes what was not stated, finds the customer right (a credit note clears
/// it, tax in proportion) or wrong (it is collected), or opens it again (P12).
public struct DecideDeduction: Command {
    public enum Decision: Sendable, Equatable {
        case code(ReasonCode)
        /// With the number that the credit note gets.
        case valid(credit: String)
        case invalid
        case reopen
    }

    public let deduction: CaseFile.ID
    public let decision: Decision
    /// The invoice of which it is left, for its tax.
    public let invoice: String?
    public let why: String

    /// In the order of the checks; what posting and using the credit note refuse comes on top.
    public enum Reason: String, CaseIterable, Sendable {
        case deductionNotFound = "deduction-not-found"
        case deductionClosed = "deduction-closed"
        case deductionOpen = "deduction-open"
        case exceedsOpen = "exceeds-open"
    }

    public init(deduction: CaseFile.ID, _ decision: Decision, invoice: String?, why: String) {
        self.deduction = deduction
        self.decision = decision
        self.invoice = invoice
        self.why = why
    }

    public var entity: Entity.ID { deduction.entity }

    public var names: Names {
        var names = Names()
        names.cases = [deduction]
        names.itemNumbers = Set([invoice].compactMap { $0 })
        if case .valid(let credit) = decision { names.itemNumbers.insert(credit) }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let file = books.cases[deduction], case .deduction(var deduction) = file.content,
            let residual = books.items[deduction.item]
        else { throw refusal(.deductionNotFound, "\(deduction)") }
        let isOpen = deduction.state == .open
        deduction.note = why
        deduction.decidedBy = desk.actor
        var events: [Event] = []
        switch decision {
        case .reopen:
            if isOpen { throw refusal(.deductionOpen, residual.number) }
            if deduction.state == .withdrawn || !residual.isOpen {
                throw refusal(.deductionClosed, "\(residual.number) is cleared")
            }
            deduction.state = .open
            deduction.credit = nil
            deduction.dueOn = Deduction.due(deduction.reason, from: desk.today)
        case .code(let reason):
            if !isOpen { throw refusal(.deductionClosed, residual.number) }
            deduction.reason = reason
            deduction.dueOn = Deduction.due(reason, from: desk.today)
        case .invalid:
            if !isOpen { throw refusal(.deductionClosed, residual.number) }
            deduction.state = .invalid
        case .valid(let number):
            if !isOpen { throw refusal(.deductionClosed, residual.number) }
            let credit = try credit(for: residual, number, books, desk)
            events = credit.events
            deduction.state = .valid
            deduction.credit = credit.id
        }
        return events + [
            .caseChanged(file.changed(to: .deduction(deduction)), [], on: desk.today)
        ]
    }

    /// Credits what is open of the residual: of 500.00 at 13 %, 57.52 is tax.
    private func credit(
        for residual: OpenItem, _ number: String, _ books: Books, _ desk: Desk
    ) throws(Refusal) -> (id: OpenItem.ID, events: [Event]) {
        if residual.open <= 0 { throw refusal(.exceedsOpen, residual.number) }
        let amount = Money(minor: residual.open, residual.currency)
        let billed = invoice.flatMap { books.item(entity, number: $0) }
        var post = PostItem(
            entity: entity, kind: .creditNote, number: number,
            customerCode: books.customers[residual.customer]?.code ?? "", issuedOn: desk.today,
            dueOn: desk.today, gross: amount,
            tax: billed.map { share(of: $0.tax, amount.minor, of: $0.original) } ?? 0)
        post.links.precedes = residual.links.precedes
        var steps = DecisionInSteps(books, at: desk)
        try steps.perform(post)
        guard let note = steps.books.item(entity, number: number) else {
            throw refusal(.deductionNotFound, number)
        }
        try steps.perform(
            ApplyCredit(
                entity: entity, credit: number, item: residual.number, amount: amount, why: why))
        return (note.id, steps.events)
    }
}
