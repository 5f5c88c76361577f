import Ledger

/// A receipt that names no item, or too little of its number: what the amount says then.
extension Decision {
    /// Nothing is named: the payer's open items and the amount must say it (R8–R10, R12, R13).
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
        switch amountRules(index, isFirst: true).outcome() {
        case .fits(let fit): take(fit)
        case .stopped(let stop, let evidence):
            if let evidence { result.evidence.append(evidence) }
            if stop == .severalCombinations { fits = .multiple }
            result.stops.append(stop)
        }
    }

    func amountRules(_ payer: Int, isFirst: Bool) -> AmountRules {
        AmountRules(
            receipt: receipt, payer: payer, items: items, book: matcher.book, policy: policy,
            promises: matcher.promises[payer] ?? [], trail: trail, isFirst: isFirst)
    }

    private mutating func take(_ fit: AmountRules.Fit) {
        result.evidence.append(fit.evidence)
        fits = .one
        stopForFlags(fit.positions)
        if fit.positions.contains(where: { items[$0].flags.contains(.disputed) }) {
            // Nobody named the disputed item: a person asks (G-MAT-10).
            result.stops.append(.disputedItem)
            return
        }
        result.rule = fit.kind.rule
        result.score = fit.kind.rule.score
        result.lines = fit.lines
        positions = fit.positions
        result.unapplied = fit.unapplied
        let said = policy.rules(for: matcher.book[payer.payer ?? 0]?.flags ?? [])
            .first { $0.kind == fit.kind }?.consent
        consent = fit.isSure ? said ?? .review : .review
    }

    /// R14: a hint for the person who researches.
    private mutating func amountOnly() {
        guard let position = items.only(receipt.amount, receipt.currency) else { return }
        let item = items[position]
        result.rule = .amountOnly
        result.score = Rule.amountOnly.score
        fits = .one
        result.stops.append(.amountOnly)
        result.evidence.append(
            Evidence(
                "\(item.number) alone has this amount", "账内仅 \(item.number) 金额相符"))
    }

    /// Money that the payer calls an advance, of a known customer, with no invoice named: for its
    /// account, or against the order that it names (domain.md §3.5, P04).
    mutating func advance() {
        guard payer.isCertain, let index = payer.payer, result.rule != .singleAmount,
            !result.stops.contains(.duplicateSuspect), named.meanings.contains(.advance)
        else { return }
        let order = matcher.order(of: index, in: text)
        result.lines = []
        positions = []
        result.unapplied = receipt.amount
        result.rule = nil
        result.score = policy.proposeAt
        result.remainder = .advance(order: order)
        result.stops.removeAll { Self.searched.contains($0) || $0 == .nothingOpen }
        result.stops.append(.advancePayment)
        let flags = matcher.book[index]?.flags ?? []
        if flags.contains(.closed) { result.stops.append(.customerClosed) }
        if flags.contains(.legalHold) { result.stops.append(.legalHold) }
        result.evidence.append(
            order.map { Evidence("an advance on order \($0)", "订单 \($0) 的预收款") }
                ?? Evidence("called an advance", "注明为预付款"))
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
        documents = short.open.count
        result.stops = [outcome.stop ?? .referenceAmbiguous]
        stopForFlags(outcome.positions)
    }

    private static let searched: Set<Stop> = [
        .nothingFits, .severalCombinations, .tooManyToSearch, .currencyDiffers,
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

    /// What was found before any rule was tried, for the explanation.
    func note(payer: Identification) {
        guard let trail else { return }
        if payer.evidence.isEmpty { trail.note("the payer is not known", "付款人未识别") }
        for evidence in payer.evidence { trail.note(evidence.en, evidence.zh) }
        let numbers = named.mentioned.prefix(3).map { items[$0].number }.joined(separator: ", ")
        if numbers.isEmpty {
            trail.note("names no item of ours", "未列明我方项目")
        } else {
            trail.note("mentions \(numbers)", "提及 \(numbers)")
        }
        if isRepeated { trail.note("the same was paid before", "曾收到相同付款") }
    }
}
