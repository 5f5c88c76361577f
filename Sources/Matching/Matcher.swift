import Ledger

/// Finds out who paid what (domain.md §3.1): proposals with evidence, the same for the same input
/// whatever its order.
///
/// Rules are tried in their order; the first whose result is the only one and within tolerance
/// counts. Hard stops always win. What is applied is closed for the receipts that follow, so that
/// no item is paid twice; receipts of one run that claim the same item are found before anything is
/// applied (``Assignment``).
public struct Matcher {
    let policies: MatchingPolicies
    let entity: Int64?
    let book: PayerBook
    let known: Known
    var items: OpenItems
    /// By index of the customer.
    let promises: [Int: [Promise]]
    private let orders: [Int: [[UInt8]: String]]
    private let base: MatchingPolicy
    private var writtenOff: [Year: Int64] = [:]
    private var seen: [UInt64: Day] = [:]
    private var names = LazyNames()

    /// Of a customer; nil is one that has items but no record.
    private struct Year: Hashable {
        let customer: Int?
        let currency: Currency
        let year: Int
    }

    /// Builds the indexes over everything once; a receipt then costs no look at all items.
    public init(
        policies: MatchingPolicies, entity: Int64? = nil, payers: PayerBook,
        items: consuming [Item], known: Known = Known(),
        atOnce: AtOnce = { for work in $0 { work() } }
    ) {
        self.policies = policies
        self.entity = entity
        self.known = known
        base = policies.policy(customer: nil, entity: entity)
        var book = payers
        self.items = OpenItems(items, &book, atOnce: atOnce)
        self.book = book
        var promises: [Int: [Promise]] = [:]
        for promise in known.promises {
            guard let index = book.index(of: promise.customer), promise.amount > 0 else { continue }
            promises[index, default: []].append(promise)
        }
        self.promises = promises
        var orders: [Int: [[UInt8]: String]] = [:]
        for order in known.orders {
            let signs = ASCII.compact(order.number)
            guard let index = book.index(of: order.customer), signs.count >= 4 else { continue }
            orders[index, default: [:]][signs] = order.number
        }
        self.orders = orders
        for one in known.writtenOff {
            let year = Year(
                customer: book.index(of: one.customer), currency: one.currency, year: one.year)
            writtenOff[year] = (writtenOff[year] ?? 0) &+ one.amount
        }
    }

    public init(
        policy: MatchingPolicy, payers: PayerBook, items: consuming [Item],
        atOnce: AtOnce = { for work in $0 { work() } }
    ) {
        self.init(
            policies: MatchingPolicies(policy), payers: payers, items: items, atOnce: atOnce)
    }

    public init(policy: MatchingPolicy, payers: [Payer], items: consuming [Item]) {
        self.init(policy: policy, payers: PayerBook(payers), items: items)
    }

    /// The same payers over other items and under other policies; what is known of names is shared.
    public func over(_ items: consuming [Item], _ policies: MatchingPolicies) -> Matcher {
        var other = Matcher(
            policies: policies, entity: entity, payers: book, items: items, known: known)
        other.names = names
        return other
    }

    /// Proposals for the receipts of one run, assigned together; in the order of the input.
    public mutating func match(_ receipts: [Remittance]) -> [Proposal] {
        var assignment = Assignment(self, receipts)
        var proposals = receipts.map {
            Proposal(receipt: $0.id, valueDate: $0.valueDate)
        }
        while true {
            let some = assignment.next(atMost: 1_000)
            if some.isEmpty { break }
            for decided in some { proposals[decided.place] = decided.proposal }
        }
        self = assignment.matcher
        return proposals
    }

    /// The proposal for one receipt by itself. An applied one closes its items.
    public mutating func match(_ receipt: Remittance) -> Proposal {
        var read = read(receipt)
        read.isRepeated = remember(read)
        var decision = Decision(read, matcher: self)
        let proposal = decision.proposal()
        if proposal.disposition == .apply { close(proposal, decision.positions) }
        return proposal
    }

    /// What the receipt says, before anything is decided.
    func read(_ receipt: Remittance) -> Survey.Read {
        let text = Folding.fold(receipt.text.joined(separator: " "))
        var payer = Identification(receipt, text, book)
        if payer.lacksName(receipt) { payer.suggest(receipt, names.index(of: book), book) }
        var read = Survey.Read(receipt: receipt, text: text, payer: payer, named: Named())
        read.named = named(read)
        read.isRepeated = lastSeen(read).map { isNear($0, receipt.valueDate, read) } ?? false
        return read
    }

    func named(_ read: Survey.Read) -> Named {
        NamedItems(items: items, book: book)
            .find(read.receipt, read.text, payer: read.payer.isCertain ? read.payer.payer : nil)
    }

    /// What is applied closes its items, and counts toward what is written off in the year.
    mutating func close(_ proposal: Proposal, _ positions: [Int]) {
        for (line, position) in zip(proposal.lines, positions) {
            items.clear(line.total, of: position)
            if line.writeOff == 0 { continue }
            let year = Year(
                customer: proposal.customer.flatMap { book.index(of: $0) },
                currency: items.currency(position), year: proposal.valueDate.civil.year)
            writtenOff[year] = (writtenOff[year] ?? 0) &+ line.writeOff
        }
    }

    func policy(ofCustomer index: Int?) -> MatchingPolicy {
        if policies.customers.isEmpty { return base }
        return policies.policy(customer: index.flatMap { book.customer($0) }, entity: entity)
    }

    /// What may still be written off for a customer in the year of the receipt; nil: no cap.
    func leftOfYear(
        _ customer: Int?, _ receipt: Remittance, _ policy: MatchingPolicy
    ) -> Int64? {
        guard let cap = policy.tolerance.yearlyCap[receipt.currency] else { return nil }
        if writtenOff.isEmpty { return cap }
        let year = Year(
            customer: customer, currency: receipt.currency, year: receipt.valueDate.civil.year)
        return max(0, cap &- (writtenOff[year] ?? 0))
    }

    /// The order of the customer that a text names, if it names exactly one.
    func order(of customer: Int, in text: [UInt8]) -> String? {
        guard let own = orders[customer] else { return nil }
        let signs = text.filter { ASCII.isSign($0) }
        let found = own.filter { Words.contains(signs, $0.key) }
        return found.count == 1 ? found.first?.value : nil
    }
}

/// Whether the same payer paid the same amount under the same reference within the window.
extension Matcher {
    /// Remembers the receipt; whether one like it was seen before.
    mutating func remember(_ read: Survey.Read) -> Bool {
        guard let hash = Self.hash(read) else { return false }
        let last = seen.updateValue(read.receipt.valueDate, forKey: hash)
        return last.map { isNear($0, read.receipt.valueDate, read) } ?? false
    }

    private func lastSeen(_ read: Survey.Read) -> Day? {
        Self.hash(read).flatMap { seen[$0] }
    }

    private func isNear(_ last: Day, _ day: Day, _ read: Survey.Read) -> Bool {
        abs(day - last) <= policy(ofCustomer: read.payer.payer).duplicateDays
    }

    /// Nil where nothing is named that could be paid twice.
    private static func hash(_ read: Survey.Read) -> UInt64? {
        let (receipt, named) = (read.receipt, read.named)
        if named.isEmpty, named.short.open.isEmpty, receipt.references.isEmpty { return nil }
        var hash = Hash(salt: 11)
        hash.add(UInt64(bitPattern: receipt.amount))
        for byte in ASCII.compact(receipt.payerAccount ?? receipt.payerName ?? "") {
            hash.add(byte)
        }
        for byte in read.text { hash.add(byte) }
        for reference in receipt.references { for byte in reference.utf8 { hash.add(byte) } }
        return hash.value
    }
}

extension Proposal.Application {
    /// What the line takes off the item, in the item's currency.
    var total: Int64 {
        converted ?? (amount + discount + bankCharge + writeOff + residual)
    }
}
