import Ledger
import Receivables
import Store

/// Reads candidates of each kind as they are now, with their customers.
struct FindThings {
    let finder: Finder
    let things: ThingReader

    init(_ finder: Finder) {
        self.finder = finder
        things = ThingReader(finder.connection)
    }

    func read(_ kind: SearchKind, _ ids: [String]) throws -> [FindCandidate] {
        if ids.isEmpty { return [] }
        let numbers = ids.compactMap { Int64($0) }
        var candidates: [FindCandidate] =
            switch kind {
            case .customer: try things.customers(numbers).map(customer)
            case .item: try things.items(numbers).map(item)
            case .receipt: try receipts(numbers)
            case .bankLine: try things.bankLines(numbers).map(bankLine)
            case .statement: try things.statements(numbers).map(statement)
            case .notice: try things.notices(numbers).map(notice)
            case .advice: try things.advices(numbers).map(advice)
            case .order: try things.orders(ids, finder.entities.map(\.id)).map(order)
            case .file: []
            }
        let payers = Set(candidates.compactMap(\.customer?.raw)).sorted()
        let known = Dictionary(
            uniqueKeysWithValues: try things.customers(payers).map { ($0.id, $0) })
        for place in candidates.indices {
            guard let customer = candidates[place].customer.flatMap({ known[$0] }) else { continue }
            candidates[place].found.customer = (customer.code, customer.name)
            candidates[place].payer = SearchThing(customer)
        }
        return candidates
    }

    func entity(_ id: Entity.ID) -> String {
        finder.entities.first { $0.id == id }?.code ?? ""
    }

    private func customer(_ customer: Customer) -> FindCandidate {
        var found = Found(
            kind: .customer, name: customer.code, entity: entity(customer.entity))
        found.text = [customer.name, customer.nameLocal].compactMap { $0 }.joined(separator: " · ")
        return FindCandidate(
            found: found, thing: SearchThing(customer), customer: nil, currency: customer.currency)
    }

    private func order(_ order: SalesOrder) -> FindCandidate {
        var found = Found(kind: .order, name: order.number, entity: entity(order.entity))
        found.amount = order.amount
        found.day = order.day
        found.state = order.status
        found.text = order.po.map { "PO \($0)" }
        return FindCandidate(
            found: found, thing: SearchThing(order), customer: order.customer,
            currency: order.amount.currency)
    }
}

extension Finder {
    /// Of our companies and accounts.
    var currencies: [Currency] {
        let accounts = (try? MasterReader(connection: connection).ownAccounts().map(\.currency))
        return Set(entities.map(\.currency) + (accounts ?? [])).sorted()
    }
}
