import Ledger

/// Finds out who paid what (domain.md §3.1): proposals with evidence, the same for the same input
/// whatever its order.
///
/// Rules are tried in their order; the first whose result is the only one and within tolerance
/// counts. Hard stops always win. What is applied is closed for the receipts that follow, so that
/// no item is paid twice.
public struct Matcher {
    let policy: MatchingPolicy
    let book: PayerBook
    var items: OpenItems
    private var seen: [UInt64: Day] = [:]
    /// Made when a name is first met that no record has.
    private var names: NameIndex?

    /// Builds the indexes over everything once; a receipt then costs no look at all items.
    public init(
        policy: MatchingPolicy, payers: PayerBook, items: consuming [Item],
        atOnce: AtOnce = { for work in $0 { work() } }
    ) {
        self.policy = policy
        var book = payers
        self.items = OpenItems(items, &book, atOnce: atOnce)
        self.book = book
    }

    public init(policy: MatchingPolicy, payers: [Payer], items: consuming [Item]) {
        self.init(policy: policy, payers: PayerBook(payers), items: items)
    }

    /// Proposals for a batch, decided in the order of value dates and numbers; in the order of the
    /// input.
    public mutating func match(_ receipts: [Remittance]) -> [Proposal] {
        let order = receipts.indices.sorted {
            (receipts[$0].valueDate, receipts[$0].id) < (receipts[$1].valueDate, receipts[$1].id)
        }
        var proposals = receipts.map { Proposal(receipt: $0.id) }
        for index in order { proposals[index] = match(receipts[index]) }
        return proposals
    }

    /// The proposal for one receipt. An applied one closes its items.
    public mutating func match(_ receipt: Remittance) -> Proposal {
        let text = Folding.fold(receipt.text.joined(separator: " "))
        var payer = Identification(receipt, text, book)
        if payer.lacksName(receipt) { payer.suggest(receipt, nameIndex(), book) }
        let named = NamedItems(items: items, book: book)
            .find(receipt, text, payer: payer.isCertain ? payer.payer : nil)
        let isRepeated = isRepeated(receipt, text, named)
        var decision = Decision(
            receipt: receipt, text: text, payer: payer, named: named, isRepeated: isRepeated,
            matcher: self)
        var proposal = decision.proposal()
        if proposal.customer == nil, payer.isCertain, let first = decision.positions.first {
            // A third party paid: the receipt is the customer's whose items come first.
            proposal.customer = book.customer(items.owner(first))
        }
        proposal.meanings = named.meanings
        proposal.aliasProposal = AliasFinding(book: book, items: items)
            .proposal(receipt, payer, named, proposal)
        if proposal.disposition == .apply {
            for (line, position) in zip(proposal.lines, decision.positions) {
                items.clear(line.total, of: position)
            }
        }
        return proposal
    }

    private mutating func nameIndex() -> NameIndex {
        let index = names ?? NameIndex(book.payers.compactMap { $0 })
        names = index
        return index
    }

    /// Whether the same payer paid the same amount under the same reference within the window.
    private mutating func isRepeated(
        _ receipt: Remittance, _ text: [UInt8], _ named: Named
    ) -> Bool {
        if named.isEmpty, named.short.open.isEmpty, receipt.references.isEmpty { return false }
        var hash = Hash(salt: 11)
        hash.add(UInt64(bitPattern: receipt.amount))
        for byte in ASCII.compact(receipt.payerAccount ?? receipt.payerName ?? "") {
            hash.add(byte)
        }
        for byte in text { hash.add(byte) }
        for reference in receipt.references { for byte in reference.utf8 { hash.add(byte) } }
        let last = seen.updateValue(receipt.valueDate, forKey: hash.value)
        guard let last else { return false }
        return abs(receipt.valueDate - last) <= policy.duplicateDays
    }
}

extension Proposal.Application {
    /// What the line takes off the item.
    var total: Int64 { amount + discount + bankCharge + writeOff + residual }
}
