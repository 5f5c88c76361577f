import Ledger
import Receivables
import Store

extension FindThings {
    /// An item is named by its number; what is open of it stands beside what was billed.
    func item(_ item: OpenItem) -> FindCandidate {
        var found = Found(kind: .item, name: item.number, entity: entity(item.entity))
        found.amount = Money(minor: item.original, item.currency)
        found.open = Money(minor: item.open, item.currency)
        found.day = item.issuedOn
        found.state = "\(item.status)"
        if item.disputed { found.state = "disputed" }
        found.text = item.kind == .invoice ? nil : item.kind.name
        return FindCandidate(
            found: found, thing: SearchThing(item), customer: item.customer,
            currency: item.currency)
    }
}
