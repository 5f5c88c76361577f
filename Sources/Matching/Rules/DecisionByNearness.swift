import Ledger

/// A receipt that names nothing quite: a number with one sign wrong, or an order, a contract, a
/// delivery. The amount must agree to the cent, and one choice alone must make it agree.
extension Decision {
    /// What is worth of a number that is not written as it is: proposed, never applied ([P]).
    private static let nearScore = 85
    private static let choicesAtMost = 256

    /// Each number that is nearly one of the payer's as the item that it means, with what is named
    /// rightly; nil where that makes no amount agree, or several do.
    func withNearNumbers() -> (Named, Settlement.Outcome)? {
        guard payer.isCertain, !named.near.isEmpty, !named.isAmbiguous, named.closed.isEmpty
        else { return nil }
        let instead = Set(named.near.compactMap(\.instead))
        let kept = named.open.filter { !instead.contains($0) }
        var choices = [kept]
        for near in named.near {
            // A word that is nearly a number need not be one: it may also mean nothing.
            choices = choices.flatMap { chosen in
                [chosen] + near.positions.filter { !chosen.contains($0) }.map { chosen + [$0] }
            }
            if choices.count > Self.choicesAtMost { return nil }
        }
        var best: (Named, Settlement.Outcome)?
        var tried: Set<[Int]> = []
        for open in choices where open.count > kept.count {
            guard tried.insert(open.sorted()).inserted,
                open.allSatisfy({ items.currency($0) == receipt.currency })
            else { continue }
            var all = named
            all.open = open
            all.manner = .mistyped
            guard let outcome = settlement(all).exact() else { continue }
            if best != nil { return nil }
            best = (all, outcome)
        }
        return best
    }

    /// Says of each number how it is written, and how it should be.
    mutating func byNearNumbers(_ all: Named, _ outcome: Settlement.Outcome) {
        for near in named.near {
            guard let position = near.positions.first(where: all.open.contains) else { continue }
            let number = items[position].number
            result.evidence.append(
                Evidence("\(near.written) is nearly \(number)", "\(near.written) 近似 \(number)"))
        }
        byReference(all, outcome)
        result.score = min(result.score, Self.nearScore)
        result.stops.append(.referenceMistyped)
    }

    /// R7: all that is open under the orders, contracts and deliveries named, or the only
    /// ones of them that sum to the amount.
    func withLinkedItems() -> (Named, Settlement.Outcome)? {
        guard named.isEmpty, !named.linked.isEmpty, named.short.open.isEmpty else { return nil }
        let open = named.linked.flatMap(\.positions)
            .filter { items.currency($0) == receipt.currency }
        var all = named
        all.manner = .linked
        all.open = open
        if !open.isEmpty, let outcome = settlement(all).exact() { return (all, outcome) }
        let found = Combinations.find(
            open.map { items.rest[$0] }, target: receipt.amount, upTo: 1)
        guard found.isOnly, found.first.count <= policy.combinationItems else { return nil }
        all.open = found.first.map { open[$0] }
        return settlement(all).exact().map { (all, $0) }
    }

    mutating func byLinkedItems(_ all: Named, _ outcome: Settlement.Outcome) {
        for linked in named.linked.prefix(3) {
            result.evidence.append(linked.evidence)
        }
        var outcome = outcome
        if outcome.rule != .earnedDiscount { outcome.rule = .linkedDocument }
        byReference(all, outcome)
        // Nobody named the disputed item itself (G-MAT-10).
        if all.open.contains(where: { items[$0].flags.contains(.disputed) }) {
            result.stops.append(.disputedItem)
        }
        // One of several invoices of an order is told by its amount alone.
        if all.open.count < named.linked.reduce(0, { $0 + $1.positions.count }) {
            result.score = min(result.score, Rule.singleAmount.score)
        }
    }
}

extension Named.Linked {
    /// `order 4500012345 is named`.
    var evidence: Evidence {
        switch kind {
        case .po: Evidence("purchase order \(written) is named", "列明采购订单 \(written)")
        case .order: Evidence("order \(written) is named", "列明订单 \(written)")
        case .contract: Evidence("contract \(written) is named", "列明合同 \(written)")
        case .delivery: Evidence("delivery \(written) is named", "列明送货单 \(written)")
        case .customerDocument:
            Evidence("the customer's own number \(written) is named", "列明客户单号 \(written)")
        }
    }
}
