import Ledger

/// A receipt that names items, by their own numbers or by those of other documents.
extension Decision {
    /// Whether the payer is known and may pay for none of the items: then it names another's
    /// number.
    func areForeign(_ positions: [Int]) -> Bool {
        guard let index = payer.payer, payer.isCertain else { return false }
        return !positions.contains {
            matcher.book.mayPay(index, for: items.owner($0), on: receipt.valueDate)
        }
    }

    /// Every item named is closed already: perhaps paid twice (G-MAT-09).
    mutating func closedItem() {
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
        documents = named.closed.count
        if result.customer == nil {
            result.customer = matcher.book.customer(items.owner(named.closed[0]))
        }
        result.stops.append(.duplicateSuspect)
    }

    mutating func byReference(_ named: Named, _ outcome: Settlement.Outcome?) {
        let isOtherCurrency = named.open.contains { items.currency($0) != receipt.currency }
        if areForeign(named.open), outcome?.stop != nil || isOtherCurrency {
            // Neither the payer nor the amount fits: what the payer owes itself is nearer.
            result.stops.append(.payerNotCustomer)
            return byAmount()
        }
        isByReference = true
        documents = named.open.count
        let numbers = named.open.prefix(3).map { items[$0].number }.joined(separator: ", ")
        let more = named.open.count > 3 ? " +\(named.open.count - 3)" : ""
        if named.manner != .linked {
            result.evidence.append(Evidence("names \(numbers)\(more)", "附言列明 \(numbers)\(more)"))
        }
        stopForCustomers(named)
        if isOtherCurrency {
            result.stops.append(.currencyDiffers)
            return inOtherCurrency(named)
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
        fits = outcome.stop != nil ? .none : isOneOfSeveral ? .multiple : .one
        trail?.add(
            outcome.rule, Evidence("what is named", "列明的项目"), outcome.evidence,
            outcome.stop == nil ? .fits : .stopped)
        // More money than the open items take, and one that is paid already stands beside them.
        if outcome.unapplied > 0, !named.closed.isEmpty, !receipt.isRest {
            result.stops.append(.duplicateSuspect)
        }
        if let stop = outcome.stop {
            // Money beyond the items named stays unapplied; the items themselves are sure.
            if stop == .overpayment, isSmallSurplus(outcome) || isSureSurplus(outcome) {
                leftOver = true
            } else {
                result.stops.append(stop)
            }
        }
    }

    /// Nothing that the payer wrote is left to be understood.
    private var isAllRead: Bool {
        named.unknown == nil && !named.missesAdviceLine && !named.hasUnread
            && !named.short.hasUnread && named.short.open.isEmpty
    }

    /// All is understood, what is left is little of it, no other item has the very amount, and no
    /// discount is still to be taken, which the payer may have meant to take and mistyped.
    private func isSureSurplus(_ outcome: Settlement.Outcome) -> Bool {
        if !isAllRead { return false }
        let paid = receipt.amount - outcome.unapplied
        if Int128(outcome.unapplied) * 10_000 > Int128(paid) * Int128(policy.surplusShare) {
            return false
        }
        let owners = Set(outcome.positions.map { items.owner($0) })
        if owners.contains(where: {
            !items.open(of: $0, receipt.amount, receipt.currency, limit: 1).isEmpty
        }) {
            return false
        }
        return !outcome.positions.contains { position in
            guard let until = items[position].discountUntil else { return false }
            return items[position].discount > 0
                && receipt.valueDate <= until.adding(policy.discountGrace)
        }
    }

    private func isSmallSurplus(_ outcome: Settlement.Outcome) -> Bool {
        guard let limit = policy.tolerance.limit(.over) else { return false }
        return outcome.unapplied
            <= limit.amount(open: receipt.amount - outcome.unapplied, receipt.currency)
    }

    /// Whether another item of the customer has the amount too: then the number alone tells them
    /// apart.
    private var isOneOfSeveral: Bool {
        guard positions.count == 1, let only = positions.first else { return false }
        return items.open(of: items.owner(only), receipt.amount, receipt.currency).count > 1
    }

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
}
