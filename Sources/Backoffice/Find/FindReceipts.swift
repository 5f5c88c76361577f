import Ledger
import Receivables
import Store

extension FindThings {
    /// A receipt is named by its number in the journal, and found by the items it pays, too.
    func receipts(_ ids: [Int64]) throws -> [FindCandidate] {
        let items = try things.itemNumbers(of: ids)
        return try things.receipts(ids).filter { $0.replacedOn == nil }.map { receipt in
            var found = Found(
                kind: .receipt, name: "\(receipt.id.raw)", entity: entity(receipt.entity))
            found.amount = receipt.money
            let unused = [Receipt.Place.unidentified, .unapplied, .onAccount]
                .reduce(Int64(0)) { $0 + receipt.holdings[$1].amount }
            found.open = Money(minor: unused, receipt.currency)
            found.day = receipt.bookedOn
            found.state = receipt.state == .applied ? "cleared" : receipt.state.rawValue
            let source = receipt.source
            found.text = [source.payer, source.bankReference, source.text.first]
                .compactMap { $0 }.joined(separator: " · ")
            var thing = SearchThing(receipt)
            for number in items[receipt.id.raw] ?? [] { thing.texts.append((.document, number)) }
            return FindCandidate(
                found: found, thing: thing, customer: receipt.customer, currency: receipt.currency)
        }
    }
}
