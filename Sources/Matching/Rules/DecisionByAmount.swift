import Ledger

/// A receipt that names no item, or too little of its number: what the amount says then.
extension Decision {
    /// Nothing is named: the payer's open items and the amount must say it (R8, R9, R10, R12).
    mutating func byAmount() {
        if named.isAmbiguous { result.stops.append(.referenceAmbiguous) }
        if named.invalid != nil { result.stops.append(.referenceInvalid) }
        if named.unknown != nil || named.missesAdviceLine { result.stops.append(.referenceUnknown) }
        guard let index = payer.payer else {
            result.stops.append(payer.isAmbiguous ? .payerAmbiguous : .payerUnknown)
            amountOnly()
            return
        }
        if !payer.isCertain { result.stops.append(.payerUnknown) }
        if receipt.channel == .check, PaidInFull.isMarked(text) {
            result.stops.append(.paidInFullLegend)
        }
        let search = AmountRules(
            receipt: receipt, payer: index, items: items, book: matcher.book, policy: policy)
        switch search.outcome() {
        case .fits(let rule, let positions, let evidence):
            result.evidence.append(evidence)
            stopForFlags(positions)
            if positions.contains(where: { items[$0].flags.contains(.disputed) }) {
                // Nobody named the disputed item: a person asks (G-MAT-10).
                result.stops.append(.disputedItem)
                return
            }
            lines(rule, positions)
        case .discounted(let position, let discount, let evidence):
            result.evidence.append(evidence)
            stopForFlags([position])
            if items[position].flags.contains(.disputed) {
                result.stops.append(.disputedItem)
                return
            }
            lines(.singleAmount, [position])
            result.lines[0].amount -= discount
            result.lines[0].discount = discount
        case .oldestFirst(let lines, let positions, let evidence):
            result.evidence.append(evidence)
            stopForFlags(positions)
            result.rule = .oldestFirst
            result.score = Rule.oldestFirst.score
            result.lines = lines
            self.positions = positions
            result.unapplied = receipt.amount - lines.reduce(0) { $0 + $1.amount }
        case .stopped(let stop): result.stops.append(stop)
        }
    }

    private mutating func lines(_ rule: Rule, _ positions: [Int]) {
        result.rule = rule
        result.score = rule.score
        result.lines = positions.map {
            Proposal.Application(item: items[$0].id, amount: items.rest[$0])
        }
        self.positions = positions
        result.unapplied = 0
    }

    /// R14: a hint for the person who researches.
    private mutating func amountOnly() {
        guard let position = items.only(receipt.amount, receipt.currency) else { return }
        let item = items[position]
        result.rule = .amountOnly
        result.score = Rule.amountOnly.score
        result.stops.append(.amountOnly)
        result.evidence.append(
            Evidence(
                "\(item.number) alone has this amount", "账内仅 \(item.number) 金额相符"))
    }

    func settlement(_ named: Named) -> Settlement {
        Settlement(receipt: receipt, named: named, items: items, policy: policy, text: text)
    }

    /// Short ends of numbers count together with the amount only: nothing is named twice by chance.
    func withShortNumbers() -> (Named, Settlement.Outcome)? {
        guard !named.short.open.isEmpty, !named.isAmbiguous, named.closed.isEmpty else {
            return nil
        }
        var all = named
        for position in named.short.open where !all.open.contains(position) {
            all.open.append(position)
        }
        all.manner = .shortened
        guard all.open.count > named.open.count,
            all.open.allSatisfy({ items.currency($0) == receipt.currency }),
            let outcome = settlement(all).exact()
        else { return nil }
        return (all, outcome)
    }

    /// Short ends that fit, with another amount: better than nothing, for a person to see.
    mutating func differingShortNumber() {
        guard result.lines.isEmpty, !named.short.open.isEmpty, !isRepeated,
            result.stops.allSatisfy({ Self.searched.contains($0) })
        else { return }
        var short = Named()
        short.open = named.short.open
        short.manner = .shortened
        guard short.open.allSatisfy({ items.currency($0) == receipt.currency }),
            let outcome = settlement(short).outcome()
        else { return }
        let numbers = short.open.prefix(3).map { items[$0].number }.joined(separator: ", ")
        result.evidence.append(
            Evidence("ends like \(numbers)", "尾号与 \(numbers) 相符"))
        result.evidence.append(outcome.evidence)
        result.rule = outcome.rule
        result.score = policy.proposeAt
        result.lines = outcome.lines
        result.unapplied = outcome.unapplied
        positions = outcome.positions
        result.stops = [outcome.stop ?? .referenceAmbiguous]
        stopForFlags(outcome.positions)
    }

    private static let searched: Set<Stop> = [
        .nothingFits, .severalCombinations, .tooManyToSearch,
    ]

    /// An end of a number that fits only an item paid already, and nothing else fits either.
    mutating func closedShortNumber() {
        guard result.lines.isEmpty, !receipt.isRest, let closed = named.short.closed.first else {
            return
        }
        let number = items[closed].number
        result.evidence.append(Evidence("\(number) is paid already", "\(number) 已结清"))
        result.stops.insert(.duplicateSuspect, at: 0)
    }
}
