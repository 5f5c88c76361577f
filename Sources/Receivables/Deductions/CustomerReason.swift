import Ledger

/// A customer's own code for why it pays less, and which of ours it means (domain.md §3.14).
public struct CustomerReason: Sendable, Equatable {
    public let customer: Customer.ID
    /// As the customer's advices have it.
    public let theirs: String
    public let ours: ReasonCode
    public var isWithdrawn = false

    public init(customer: Customer.ID, theirs: String, ours: ReasonCode) {
        self.customer = customer
        self.theirs = theirs
        self.ours = ours
    }
}

extension CustomerReason: CaseContent {
    var head: CaseFile.Head {
        var head = CaseFile.Head(
            state: isWithdrawn ? "withdrawn" : "in use", isClosed: isWithdrawn)
        head.customer = customer
        head.number = theirs
        return head
    }

    var sentence: (en: String, zh: String) {
        isWithdrawn
            ? (
                "“\(theirs)” of the customer means \(ours.rawValue) no longer",
                "客户代码“\(theirs)”不再对应 \(ours.rawValue)"
            )
            : (
                "“\(theirs)” of the customer means \(ours.rawValue)",
                "客户代码“\(theirs)”对应 \(ours.rawValue)"
            )
    }

    func write(to out: inout FieldWriter) {
        out.id(customer)
        out.text(theirs)
        out.text(ours.rawValue)
        out.bool(isWithdrawn)
    }

    init(from reader: inout FieldReader) throws(WireError) {
        self.init(
            customer: try reader.id(), theirs: try reader.text(), ours: try reader.raw())
        isWithdrawn = try reader.bool()
    }
}

/// Says which reason of ours a customer's code means, or that it means none any more.
public struct MapReason: Command {
    public let customer: Customer.ID
    public let theirs: String
    /// Nil to withdraw what was said.
    public let ours: ReasonCode?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case customerNotFound = "customer-not-found"
        case reasonMissing = "reason-missing"
        case reasonMapped = "reason-mapped"
        case reasonNotMapped = "reason-not-mapped"
    }

    public init(customer: Customer.ID, theirs: String, ours: ReasonCode?) {
        self.customer = customer
        self.theirs = theirs
        self.ours = ours
    }

    public var entity: Entity.ID { customer.entity }

    public var names: Names {
        var names = Names()
        names.customers = [customer]
        names.caseNumbers = [theirs]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard books.customers[customer] != nil else {
            throw refusal(.customerNotFound, "\(customer)")
        }
        if theirs.isEmpty { throw refusal(.reasonMissing, "\(customer)") }
        let known = books.cases.values.first { file in
            guard case .customerReason(let reason) = file.content else { return false }
            return reason.customer == customer && reason.theirs == theirs && !reason.isWithdrawn
        }
        guard let ours else {
            guard let known, case .customerReason(var reason) = known.content else {
                throw refusal(.reasonNotMapped, theirs)
            }
            reason.isWithdrawn = true
            return [.caseChanged(known.changed(to: .customerReason(reason)), [], on: desk.today)]
        }
        if let known { throw refusal(.reasonMapped, known.content.sentence.en) }
        let reason = CustomerReason(customer: customer, theirs: theirs, ours: ours)
        return [
            .caseChanged(
                CaseFile(
                    id: books.fresh(entity), entity: entity, openedOn: desk.today,
                    .customerReason(reason)), [], on: desk.today)
        ]
    }
}
