import Ledger

/// Proposes a name or account as a customer's; it identifies nobody until another person confirms
/// it (domain.md §3.6).
public struct ProposeAlias: Command {
    public let customer: Customer.ID
    public let kind: PayerAlias.Kind
    public let text: String
    /// Receipts applied by hand, a letter, an advice.
    public let evidence: String
    public var receipt: Receipt.ID?

    /// In the order of the checks.
    public enum Reason: String, CaseIterable, Sendable {
        case customerNotFound = "customer-not-found"
        case aliasEmpty = "alias-empty"
        case evidenceMissing = "evidence-missing"
        case aliasKnown = "alias-known"
        case aliasOfAnother = "alias-of-another"
    }

    public init(customer: Customer.ID, kind: PayerAlias.Kind, text: String, evidence: String) {
        self.customer = customer
        self.kind = kind
        self.text = text
        self.evidence = evidence
    }

    public var entity: Entity.ID { customer.entity }

    public var names: Names {
        var names = Names()
        names.customers = [customer]
        names.caseNumbers = [text]
        return names
    }

    public func decide(on books: Books, at desk: Desk) throws(Refusal) -> [Event] {
        guard let known = books.customers[customer] else {
            throw refusal(.customerNotFound, "\(customer)")
        }
        if Folding.key(text).count < 3 { throw refusal(.aliasEmpty, text) }
        if evidence.isEmpty { throw refusal(.evidenceMissing, text) }
        for (_, alias) in books.aliases(text) where alias.state != .refused {
            if alias.customer != customer, alias.state == .confirmed {
                throw refusal(
                    .aliasOfAnother, books.customers[alias.customer]?.code ?? "\(alias.customer)")
            }
            if alias.customer == customer, alias.state != .revoked {
                throw refusal(.aliasKnown, "\(known.code): \(alias.state.rawValue)")
            }
        }
        let alias = PayerAlias(
            customer: customer, kind: kind, text: text, evidence: evidence, receipt: receipt,
            proposedBy: desk.actor)
        return [
            .caseChanged(
                CaseFile(
                    id: books.fresh(entity), entity: entity, openedOn: desk.today, .alias(alias)),
                [], on: desk.today)
        ]
    }
}

extension Books {
    /// The aliases of this text that are loaded, in the order they were opened.
    func aliases(_ text: String) -> [(CaseFile, PayerAlias)] {
        cases.values.sorted { $0.id < $1.id }.compactMap { file in
            guard case .alias(let alias) = file.content, alias.text == text else { return nil }
            return (file, alias)
        }
    }
}
