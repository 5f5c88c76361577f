import Ledger
import Receivables
import Store

extension FindThings {
    /// A line of a statement that is no receipt.
    func bankLine(_ line: BankLine) -> FindCandidate {
        var found = Found(
            kind: .bankLine, name: line.bankReference ?? "\(line.id.raw)",
            entity: entity(line.entity))
        found.amount = Money(minor: line.amount, line.currency)
        found.day = line.bookedOn
        found.state = line.reversedOn == nil ? "\(line.kind)" : "reversed"
        found.text = line.text
        return FindCandidate(
            found: found, thing: SearchThing(line), customer: nil, currency: line.currency)
    }

    func statement(_ statement: BankStatement) -> FindCandidate {
        let number = [statement.number, statement.sequence].compactMap { $0 }
        var found = Found(
            kind: .statement, name: number.first ?? "\(statement.id.raw)",
            entity: entity(statement.entity))
        found.amount = statement.closing.map { Money(minor: $0, statement.currency) }
        found.day = statement.to
        found.state = statement.isWithdrawn ? "withdrawn" : "accepted"
        found.text = "\(statement.account) · \(statement.format) · \(statement.lines)"
        return FindCandidate(
            found: found, thing: SearchThing(statement), customer: nil,
            currency: statement.currency)
    }

    func notice(_ notice: Notice) -> FindCandidate {
        var found = Found(
            kind: .notice, name: "\(notice.id.raw)", entity: entity(notice.entity))
        found.amount = Money(minor: notice.amount, notice.currency)
        found.day = notice.day
        found.state = notice.isWithdrawn ? "withdrawn" : notice.line == nil ? "waits" : "come"
        let first = notice.parts.first?.source
        found.text = [notice.bankReference, first?.payer, first?.text.first]
            .compactMap { $0 }.joined(separator: " · ")
        return FindCandidate(
            found: found, thing: SearchThing(notice), customer: nil, currency: notice.currency)
    }
}
