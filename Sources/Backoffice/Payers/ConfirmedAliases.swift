import Ledger
import Matching
import Receivables
import Store

/// The aliases that count, as the matcher reads them: each for its customer and its days.
struct ConfirmedAliases {
    private var byCustomer: [Int64: [PayerAlias]] = [:]

    init(_ connection: any Connection, _ entity: Entity.ID) throws {
        for file in try CaseReader(connection).open(.alias, of: entity) {
            guard case .alias(let alias) = file.content, alias.state == .confirmed else { continue }
            byCustomer[alias.customer.raw, default: []].append(alias)
        }
    }

    /// Whom the receipt may be of by an alias, on whatever day.
    func customers(of receipt: Remittance) -> Set<Int64> {
        let written = [receipt.payerName, receipt.payerAccount].compactMap { $0 }
        var found: Set<Int64> = []
        for (customer, own) in byCustomer {
            for alias in own {
                let fits = written.contains { text in
                    if Folding.key(text) == Folding.key(alias.text) { return true }
                    if case .different = NameComparison(text, alias.text) { return false }
                    return true
                }
                if fits { found.insert(customer) }
            }
        }
        return found
    }

    func add(to payer: inout Payer) {
        for alias in byCustomer[payer.customer] ?? [] {
            let scope = Scope(from: alias.from, until: alias.until)
            if let kind = NameKind(rawValue: alias.kind.rawValue) {
                payer.names.append(OtherName(alias.text, kind, scope))
            } else {
                payer.datedAccounts.append(Payer.DatedAccount(alias.text, scope))
            }
        }
    }
}
