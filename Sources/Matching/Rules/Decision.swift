import Ledger

/// One receipt, decided: named items first, then amounts; stops before anything is applied.
struct Decision {
    let receipt: Remittance
    let text: [UInt8]
    let payer: Identification
    let named: Named
    let isRepeated: Bool
    let matcher: Matcher
    let policy: MatchingPolicy
    let trail: Trail?
    var result: Proposal
    /// The items of the proposal's lines.
    var positions: [Int] = []
    /// Whether what is named decided it, and not the amount alone.
    var isByReference = false
    /// What only the amount says is applied where the policy and the proof allow it.
    var consent = AmountRule.Consent.review
    /// How many documents that were named, and how often the amount agrees, for the ladder.
    var documents = 0
    var fits = Ladder.Amount.none
    /// More money than the items named take; they themselves are sure.
    var leftOver = false

    init(_ read: Survey.Read, matcher: Matcher, trail: Trail? = nil) {
        receipt = read.receipt
        text = read.text
        payer = read.payer
        named = read.named
        isRepeated = read.isRepeated
        self.matcher = matcher
        self.trail = trail
        let owner = payer.payer ?? read.named.open.first.map { matcher.items.owner($0) }
        policy = matcher.policy(ofCustomer: owner)
        result = Proposal(receipt: receipt.id, valueDate: receipt.valueDate)
        result.unapplied = receipt.amount
        result.evidence = payer.evidence
        result.payerIsKnown = payer.isCertain
        if let index = payer.payer { result.customer = matcher.book.customer(index) }
    }

    var items: OpenItems { matcher.items }

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
            advance()
        }
        settle()
        complete()
        return result
    }

    /// Whether what is named rightly agrees with the amount, so that nothing else need be meant.
    private var isSettledByNamed: Bool {
        !named.near.isEmpty && !named.open.isEmpty && !areForeign(named.open)
            && settlement(named).exact() != nil
    }

    func settlement(_ named: Named) -> Settlement {
        Settlement(
            receipt: receipt, named: named, items: items, policy: policy, text: text,
            leftOfYear: matcher.leftOfYear(
                result.customer.flatMap { matcher.book.index(of: $0) }
                    ?? named.open.first.map { items.owner($0) }, receipt, policy))
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
        if let rule = result.rule, Self.byAmountAlone.contains(rule), payer.bonus > 0 {
            // R11: the account of ours that was paid stands for the customer.
            result.score += policy.virtualAccountRaise
        }
        grade()
        let hard = result.stops.contains { Self.hardStops.contains($0) }
        let isAdvance = result.remainder != .unapplied && result.lines.isEmpty
        let isEmpty = result.lines.isEmpty && !isAdvance
        if hard || isEmpty {
            result.disposition =
                isEmpty || result.stops.contains(.duplicateSuspect) ? .unmatched : .propose
        } else if mayApply, result.stops.isEmpty, !isAdvance {
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
            result.remainder = .unapplied
        } else if result.unapplied > 0, result.remainder == .unapplied, !result.lines.isEmpty,
            policy.remainder == .onAccount
        {
            result.remainder = .onAccount
        }
        measure()
    }

    /// Named items by their score; what only the amount says by the consent of its rule.
    private var mayApply: Bool {
        isByReference ? result.score >= policy.autoAt : consent == .yes && payer.isCertain
    }

    /// What else a person wants to know.
    private mutating func complete() {
        if result.customer == nil, payer.isCertain, let first = positions.first {
            // A third party paid: the receipt is the customer's whose items come first.
            result.customer = matcher.book.customer(items.owner(first))
        }
        result.meanings = named.meanings
        result.aliasProposal = AliasFinding(book: matcher.book, items: items)
            .proposal(receipt, payer, named, result)
    }

    private mutating func grade() {
        // A creditor reference whose check digits hold stands for the customer itself.
        let stands = result.rule == .creditorReference && !result.stops.contains(.payerUnknown)
        let who: Ladder.Payer =
            payer.isCertain || stands ? .full : payer.payer != nil ? .partial : .none
        result.ladder = Ladder(
            who, documents > 1 ? .multiple : documents == 1 ? .yes : .no, fits)
    }

    mutating func measure() {
        if let calibration = matcher.known.calibration, let rule = result.rule {
            result.confidence = calibration.confidence(rule, result.ladder, result.stops)
        }
    }

    private static let byAmountAlone: Set<Rule> = [.singleAmount, .balance, .uniqueSubset]

    /// Never applied by the system (domain.md §3.1).
    private static let hardStops: Set<Stop> = [
        .duplicateSuspect, .customerClosed, .disputedItem, .legalHold, .factoredItem,
        .currencyDiffers, .paidInFullLegend,
    ]
}
