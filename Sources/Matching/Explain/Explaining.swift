import Ledger

extension Matcher {
    /// What would become of one receipt by itself, and why. Changes nothing.
    public func explain(_ receipt: Remittance) -> Explanation {
        let trail = Trail()
        let read = read(receipt)
        var decision = Decision(read, matcher: self, trail: trail)
        decision.note(payer: read.payer)
        let proposal = decision.proposal()
        if decision.isByReference, let payer = read.payer.payer, read.payer.isCertain {
            // What the amount alone would have said is the runner-up.
            _ = decision.amountRules(payer, isFirst: false).outcome()
        }
        return Explanation(
            proposal: proposal, steps: trail.steps,
            candidates: candidates(read, proposal, decision.positions),
            runnerUp: runnerUp(trail, decision))
    }

    private func runnerUp(_ trail: Trail, _ decision: Decision) -> Explanation.RunnerUp? {
        let taken = Set(decision.positions)
        guard
            let other = trail.others.first(where: { Set($0.positions) != taken })
        else { return nil }
        let why =
            decision.isByReference
            ? Evidence("what is named goes before what only the amount says", "列明单号优先于仅凭金额")
            : taken.isEmpty
                ? Evidence("an earlier rule found several, and none is picked", "前一规则有多种可能，不作选择")
                : Evidence(
                    "\(decision.result.rule?.rawValue ?? "") comes before it in the policy",
                    "政策中 \(decision.result.rule?.rawValue ?? "") 在前")
        return Explanation.RunnerUp(
            rule: other.rule, what: other.evidence, items: other.positions.map { items[$0].id },
            whyItLost: why)
    }

    private static let candidatesAtMost = 8

    private func candidates(
        _ read: Survey.Read, _ proposal: Proposal, _ taken: [Int]
    ) -> [Explanation.Candidate] {
        let named = Set(read.named.mentioned)
        var near: [Int] = []
        if let payer = read.payer.payer {
            near = book.group(of: payer, on: read.receipt.valueDate).prefix(400).flatMap {
                items.positions(of: $0)
            }
            .filter { items.isOpen($0) }
        }
        let (amount, currency) = (read.receipt.amount, read.receipt.currency)
        func distance(_ position: Int) -> (Int, Int64, Int64) {
            let isOther = items.currency(position) != currency
            let group = taken.contains(position) ? 0 : named.contains(position) ? 1 : 2
            return (
                isOther ? 3 : group, abs(items.rest[position] - amount), items[position].id
            )
        }
        return Set(near).union(named).union(taken).map { (distance($0), $0) }
            .sorted { $0.0 < $1.0 }.prefix(Self.candidatesAtMost)
            .map { _, position in
                let (item, currency) = (items[position], items.currency(position))
                return Explanation.Candidate(
                    item: item.id, customer: item.customer, number: item.number,
                    open: Money(minor: items.rest[position], currency), dueOn: item.dueOn,
                    isNamed: named.contains(position), isTaken: taken.contains(position),
                    difference: currency == read.receipt.currency
                        ? Money(minor: amount - items.rest[position], currency) : nil)
            }
    }
}
