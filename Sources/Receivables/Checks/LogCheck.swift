import Ledger

/// Logs a check before anything is posted, by whoever opened the envelope (domain.md §3.10). What
/// stands on it decides what may be done with it.
public struct LogCheck: Command {
    public let entity: Entity.ID
    public let number: String
    public let datedOn: Day
    public let payer: String
    public let figures: Money
    /// The amount in words, where it is another: it counts.
    public var words: Money?
    public var routing: String?
    public var account: String?
    public var customerCode: String?
    public var invoices: [String] = []
    public var defects: [Check.Defect] = []
    /// “Paid in full” and the like. “For deposit only” is ours and no legend.
    public var legend: String?
    public var image: String?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case entityNotFound = "entity-not-found"
        case customerNotFound = "customer-not-found"
        case numberMissing = "check-number-missing"
        case amountNotPositive = "amount-not-positive"
        case currenciesDiffer = "currencies-differ"
        case routingInvalid = "routing-invalid"
        case checkKnown = "check-known"
        case checkStale = "check-stale"
    }

    public init(entity: Entity.ID, number: String, datedOn: Day, payer: String, figures: Money) {
        self.entity = entity
        self.number = number
        self.datedOn = datedOn
        self.payer = payer
        self.figures = figures
    }

    public var names: Names {
        var names = Names()
        names.caseNumbers = [number]
        if let customerCode { names.customerCodes = [customerCode] }
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        if books.entities[entity] == nil { throw refusal(.entityNotFound, "\(entity.raw)") }
        let customer = customerCode.flatMap { books.customer(entity, code: $0) }
        if let customerCode, customer == nil { throw refusal(.customerNotFound, customerCode) }
        if number.isEmpty { throw refusal(.numberMissing, payer) }
        let amount = words ?? figures
        if !amount.isPositive || !figures.isPositive {
            throw refusal(.amountNotPositive, "\(amount)")
        }
        if amount.currency != figures.currency {
            throw refusal(.currenciesDiffer, "\(figures), in words \(amount)")
        }
        if let routing, !Self.isRoutingNumber(routing) { throw refusal(.routingInvalid, routing) }
        var check = Check(
            number: number, datedOn: datedOn, payer: payer, amount: amount, openedBy: desk.actor)
        check.figures = amount == figures ? nil : figures
        check.routing = routing
        check.account = account
        check.customer = customer?.id
        check.names = invoices
        check.defects = defects
        check.legend = legend
        check.image = image
        for file in books.cases.values where file.entity == entity {
            if case .check(let known) = file.content, known.isSame(as: check),
                known.state != .rejected
            {
                throw refusal(.checkKnown, "case \(file.id.raw)")
            }
        }
        if check.isStale(on: desk.today) {
            throw refusal(.checkStale, "dated \(datedOn): ask \(payer) for another")
        }
        check.state = check.stateOnPaper(today: desk.today)
        let file = CaseFile(
            id: books.fresh(entity), entity: entity, openedOn: desk.today, .check(check))
        return [.caseChanged(file, [], on: desk.today)]
    }

    /// The ABA check digit: 3, 7 and 1 times the digits sum to a multiple of ten.
    static func isRoutingNumber(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 48 }
        guard digits.count == 9, digits.allSatisfy((0...9).contains) else { return false }
        let sum = zip(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 10 == 0 && sum > 0
    }
}

extension Check {
    /// What may be done with it by what stands on it: the hardest stop first.
    func stateOnPaper(today: Day) -> State {
        if !defects.isEmpty { return .rejected }
        if legend != nil, decidedBy == nil { return .legal }
        return datedOn > today ? .postDated : .ready
    }
}
