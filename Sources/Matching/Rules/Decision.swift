import Ledger

/// One receipt, decided: named items first, then amounts; stops before anything is applied.
struct Decision {
    let receipt: Remittance
    let text: [UInt8]
    let payer: Identification
    let named: Named
    let isRepeated: Bool
    let matcher: Matcher
    var result: Proposal
    /// The items of the proposal's lines.
    var positions: [Int] = []

    init(
        receipt: Remittance, text: [UInt8], payer: Identification, named: Named, isRepeated: Bool,
        matcher: Matcher
    ) {
        self.receipt = receipt
        self.text = text
        self.payer = payer
        self.named = named
        self.isRepeated = isRepeated
        self.matcher = matcher
        result = Proposal(receipt: receipt.id)
        result.unapplied = receipt.amount
        result.evidence = payer.evidence
        result.payerIsKnown = payer.isCertain
        if let index = payer.payer { result.customer = matcher.book.customer(index) }
    }

    var items: OpenItems { matcher.items }
    var policy: MatchingPolicy { matcher.policy }

    mutating func proposal() -> Proposal {
        if let short = withShortNumbers() {
            byReference(short.0, short.1)
        } else if !isSettledByNamed, let near = withNearNumbers() {
            byNearNumbers(near.0, near.1)
        } else if let linked = withLinkedItems() {
            byLinkedItems(linked.0, linked.1)
        } else if !named.open.isEmpty {
            byReference(named, settlement(named).outcome())
        } else if !named.closed.isEmpty {
            closedItem()
        } else {
            byAmount()
            differingShortNumber()
            closedShortNumber()
        }
        settle()
        return result
    }

    /// Whether the payer is known and may pay for none of the items: then it names another's
    /// number.
    private func areForeign(_ positions: [Int]) -> Bool {
        guard let index = payer.payer, payer.isCertain else { return false }
        return !positions.contains {
            matcher.book.mayPay(index, for: items.owner($0), on: receipt.valueDate)
        }
    }

    /// Every item named is closed already: perhaps paid twice (G-MAT-09).
    private mutating func closedItem() {
        if areForeign(named.closed) {
            result.stops.append(.payerNotCustomer)
            return byAmount()
        }
        if receipt.isRest {
            result.stops.append(.overpayment)
            return
        }
        let numbers = named.closed.prefix(3).map { items[$0].number }.joined(separator: ", ")
        result.evidence.append(Evidence("\(numbers) is paid already", "\(numbers) 已结清"))
        if result.customer == nil {
            result.customer = matcher.book.customer(items.owner(named.closed[0]))
        }
        result.stops.append(.duplicateSuspect)
    }

    /// Whether what is named rightly agrees with the amount, so that nothing else need be meant.
    private var isSettledByNamed: Bool {
        !named.near.isEmpty && !named.open.isEmpty && !areForeign(named.open)
            && settlement(named).exact() != nil
    }

    mutating func byReference(_ named: Named, _ outcome: Settlement.Outcome?) {
        let isOtherCurrency = named.open.contains { items.currency($0) != receipt.currency }
        if areForeign(named.open), outcome?.stop != nil || isOtherCurrency {
            // Neither the payer nor the amount fits: what the payer owes itself is nearer.
            result.stops.append(.payerNotCustomer)
            return byAmount()
        }
        let numbers = named.open.prefix(3).map { items[$0].number }.joined(separator: ", ")
        let more = named.open.count > 3 ? " +\(named.open.count - 3)" : ""
        result.evidence.append(Evidence("names \(numbers)\(more)", "附言列明 \(numbers)\(more)"))
        stopForCustomers(named)
        if isOtherCurrency {
            result.stops.append(.currencyDiffers)
            return
        }
        if named.isAmbiguous { result.stops.append(.referenceAmbiguous) }
        if named.invalid != nil { result.stops.append(.referenceInvalid) }
        stopForFlags(named.open)
        if receipt.channel == .check, PaidInFull.isMarked(text) {
            result.stops.append(.paidInFullLegend)
        }
        if isRepeated { result.stops.append(.duplicateSuspect) }
        guard let outcome else {
            result.stops.append(.nothingFits)
            return
        }
        take(outcome)
    }

    private mutating func take(_ outcome: Settlement.Outcome) {
        result.rule = outcome.rule
        result.score = outcome.rule.score
        result.lines = outcome.lines
        result.unapplied = outcome.unapplied
        positions = outcome.positions
        result.evidence.append(outcome.evidence)
        // More money than the open items take, and one that is paid already stands beside them.
        if outcome.unapplied > 0, !named.closed.isEmpty, !receipt.isRest {
            result.stops.append(.duplicateSuspect)
        }
        if let stop = outcome.stop {
            // Money beyond the items named stays unapplied; the items themselves are sure.
            if stop == .overpayment, named.unknown == nil, !named.missesAdviceLine,
                !named.hasUnread, !named.short.hasUnread, named.short.open.isEmpty
            {
                leftOver = true
            } else {
                result.stops.append(stop)
            }
        }
    }

    private var leftOver = false

    /// Whose items are paid, and may the payer pay them?
    private mutating func stopForCustomers(_ named: Named) {
        let owners = Set(named.open.map { items.owner($0) })
        if let index = payer.payer, payer.isCertain {
            if !owners.allSatisfy({ matcher.book.mayPay(index, for: $0, on: receipt.valueDate) }) {
                result.stops.append(.payerNotCustomer)
            }
            return
        }
        if owners.count == 1, let owner = owners.first {
            result.customer = matcher.book.customer(owner)
        } else if !isOneGroup(owners) {
            result.stops.append(.customersDiffer)
        } else {
            result.customer = matcher.book.customer(items.owner(named.open[0]))
        }
        // A creditor reference whose check digits hold stands for the customer itself (domain.md
        // §3.6).
        if named.manner == .creditorReference, payer.grade == .none, !payer.isAmbiguous { return }
        if payer.grade == .fuzzy, owners.count == 1, owners.first == payer.payer {
            result.stops.append(.payerUnknown)
            return
        }
        result.stops.append(payer.isAmbiguous ? .payerAmbiguous : .payerUnknown)
    }

    private func isOneGroup(_ owners: Set<Int>) -> Bool {
        owners.contains { one in
            owners.allSatisfy { matcher.book.mayPay(one, for: $0, on: receipt.valueDate) }
        }
    }

    mutating func stopForFlags(_ positions: [Int]) {
        var flags: Item.Flags = []
        var payers: Payer.Flags = []
        for position in positions {
            flags.formUnion(items[position].flags)
            if let owner = matcher.book[items.owner(position)] { payers.formUnion(owner.flags) }
        }
        if flags.contains(.factored) { result.stops.append(.factoredItem) }
        if payers.contains(.closed) { result.stops.append(.customerClosed) }
        if payers.contains(.legalHold) { result.stops.append(.legalHold) }
    }

    /// What becomes of it: the score, the cap for unknown payers, the stops, and the customer's
    /// flags decide.
    private mutating func settle() {
        if !result.payerIsKnown, !result.lines.isEmpty, result.rule != .creditorReference {
            result.score = min(result.score, policy.unknownPayerCap)
        }
        if !result.payerIsKnown, payer.grade == .fuzzy, named.isEmpty {
            result.score = min(result.score, 75)
        }
        if let rule = result.rule, Self.byAmountAlone.contains(rule) {
            result.score += payer.bonus
        }
        let hard = result.stops.contains { Self.hardStops.contains($0) }
        if hard || result.lines.isEmpty {
            result.disposition =
                result.lines.isEmpty || result.stops.contains(.duplicateSuspect)
                ? .unmatched : .propose
        } else if result.score >= policy.autoAt || isAgreed, result.stops.isEmpty {
            result.disposition = .apply
        } else if result.score >= policy.proposeAt {
            result.disposition = .propose
        }
        if result.disposition != .apply, result.stops.isEmpty {
            result.stops.append(result.lines.isEmpty ? .nothingFits : .amountOnly)
        }
        if leftOver, result.disposition != .apply { result.stops.append(.overpayment) }
        if result.disposition == .unmatched {
            result.lines = []
            positions = []
            result.unapplied = receipt.amount
        }
    }

    /// R8 and R12 where the customer's flag says so.
    private var isAgreed: Bool {
        guard let index = payer.payer, payer.isCertain, let flags = matcher.book[index]?.flags
        else {
            return false
        }
        return result.rule == .singleAmount && flags.contains(.autoSingleAmount)
            || result.rule == .oldestFirst && flags.contains(.oldestFirst)
    }

    /// What an account of ours that stands for one customer makes surer (R11).
    private static let byAmountAlone: Set<Rule> = [.singleAmount, .balance, .uniqueSubset]

    /// Never applied by the system (domain.md §3.1).
    private static let hardStops: Set<Stop> = [
        .duplicateSuspect, .customerClosed, .disputedItem, .legalHold, .factoredItem,
        .currencyDiffers, .paidInFullLegend,
    ]
}
