import Ledger

/// Finds a name that should be learned (domain.md §3.6): one that no record has, where the payer's
/// account, or a number of ours written in full, says whose it is.
struct AliasFinding {
    let book: PayerBook
    let items: OpenItems

    func proposal(
        _ receipt: Remittance, _ payer: Identification, _ named: Named, _ proposal: Proposal
    ) -> AliasProposal? {
        guard let name = receipt.payerName, name.utf8.count <= 300 else { return nil }
        let isByAccount = payer.isCertain && Self.byItself.contains(payer.grade)
        if payer.isCertain, !isByAccount { return nil }
        guard let index = isByAccount ? payer.payer : namedOwner(named, proposal),
            let customer = book.customer(index), let record = book[index]
        else { return nil }
        let company = CompanyName(name)
        guard let hash = company.hash, !book.hasName(index, hash) else { return nil }
        let how = Self.link(company, record)
        return AliasProposal(
            customer: customer, name: name, kind: Self.kind(name, company, how, isByAccount),
            how: how, isByAccount: isByAccount)
    }

    private static let byItself: Set<Identification.Grade> = [.account, .virtualAccount, .taxId]

    /// The one customer whose items are named, each in full, and paid by what is proposed.
    private func namedOwner(_ named: Named, _ proposal: Proposal) -> Int? {
        guard !proposal.lines.isEmpty, !named.isAmbiguous, let first = named.open.first,
            named.open.allSatisfy({ named.manners[$0]?.isFull ?? false })
        else { return nil }
        let owner = items.owner(first)
        return named.open.allSatisfy { items.owner($0) == owner } ? owner : nil
    }

    /// How the name is like one of the customer's.
    private static func link(_ written: CompanyName, _ record: Payer) -> NameLink {
        let sound = SoundName(written)
        let isChinese = written.tokens.contains(where: Han.isIn)
        var best = NameLink.other
        for name in record.allNames {
            let name = CompanyName(name)
            let other = SoundName(name)
            if let hash = sound.hash, hash == other.hash {
                return isChinese != name.tokens.contains(where: Han.isIn)
                    ? sound.isTranslated || other.isTranslated ? .translated : .pinyin
                    : isChinese ? .pinyin : .resembles
            }
            if NameLikeness.score(written, name) > NameLikeness.threshold { best = .resembles }
        }
        return best
    }

    /// What kind of name it seems to be; a person says.
    private static func kind(
        _ text: String, _ name: CompanyName, _ how: NameLink, _ isByAccount: Bool
    ) -> NameKind {
        switch how {
        case .pinyin where !name.tokens.contains(where: Han.isIn): return .pinyin
        case .translated: return .registered
        // Not the customer's account, and not its name: somebody else pays (P27).
        case .other where !isByAccount: return .payingAgent
        default: break
        }
        guard name.tokens.contains(where: Han.isIn) else { return .trading }
        return Words.contains(Folding.fold(text), Array("公司".utf8)) ? .chineseLegal : .chineseShort
    }
}
