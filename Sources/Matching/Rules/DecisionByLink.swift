import Ledger

/// Numbers that stand for items, and numbers that are nearly those of items.
extension Decision {
    /// R7: orders, contracts and delivery notes stand for their invoices: all of them, one, or the
    /// only combination whose amount agrees.
    func withLinks() -> (Named, Settlement.Outcome)? {
        var all: [Int] = []
        for linked in named.linked {
            for position in linked.positions
            where items.isOpen(position) && !all.contains(position) { all.append(position) }
        }
        guard !all.isEmpty, all.allSatisfy({ items.currency($0) == receipt.currency }) else {
            return nil
        }
        if let outcome = linked(all) { return outcome }
        let rests = all.map { items.rest[$0] }
        let found = Combinations.find(rests, target: receipt.amount, upTo: 1)
        guard found.isOnly, found.first.count <= policy.combinationItems else { return nil }
        return linked(found.first.map { all[$0] })
    }

    private func linked(_ positions: [Int]) -> (Named, Settlement.Outcome)? {
        var named = named
        named.open = positions
        named.closed = []
        named.amounts = [:]
        named.manner = .linked
        guard var outcome = settlement(named).exact() else { return nil }
        outcome.rule = .linkedDocument
        let numbers = self.named.linked.prefix(3).map(\.written).joined(separator: ", ")
        let items = positions.prefix(3).map { self.items[$0].number }.joined(separator: ", ")
        outcome.evidence = Evidence(
            "\(numbers) stands for \(items); \(outcome.evidence.en)",
            "\(numbers) 对应 \(items)；\(outcome.evidence.zh)")
        return (named, outcome)
    }

    /// What is named together with numbers that are nearly ours, where the amount agrees to the
    /// cent; of several that one number fits, the amount must tell one.
    func withNearNumbers() -> (Named, Settlement.Outcome)? {
        guard !named.near.isEmpty, payer.isCertain, !named.isAmbiguous else { return nil }
        var all = named
        all.manner = .mistyped
        all.amounts = [:]
        for near in named.near where near.positions.count == 1 {
            if !all.open.contains(near.positions[0]) { all.open.append(near.positions[0]) }
        }
        let several = named.near.filter { $0.positions.count > 1 }
        guard several.count <= 1 else { return nil }
        var fitting: [(Named, Settlement.Outcome)] = []
        for position in several.first?.positions ?? [-1] {
            var one = all
            if position >= 0, !one.open.contains(position) { one.open.append(position) }
            guard one.open.allSatisfy({ items.currency($0) == receipt.currency }) else {
                continue
            }
            if one.open.count > named.open.count, let outcome = settlement(one).exact() {
                fitting.append((one, outcome))
            }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Proposed, never more: somebody else's number may be as near.
    mutating func byNearNumber(_ named: Named, _ outcome: Settlement.Outcome) {
        byReference(named, outcome)
        if !isByReference { return }
        let written = named.near.prefix(3).map(\.written).joined(separator: ", ")
        result.evidence.append(
            Evidence("written as \(written)", "原文写作 \(written)"))
        result.stops.append(.referenceMistyped)
    }
}
