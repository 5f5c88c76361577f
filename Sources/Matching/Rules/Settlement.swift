import Ledger

/// How the amount settles the items named (R1–R7): exactly, with an earned discount, with a bank
/// charge, within tolerance, or by less or more, which a person decides.
struct Settlement {
    struct Outcome {
        var rule: Rule
        var lines: [Proposal.Application]
        var positions: [Int]
        var unapplied: Int64 = 0
        var stop: Stop?
        var evidence: Evidence
    }

    let receipt: Remittance
    let named: Named
    let items: OpenItems
    let policy: MatchingPolicy
    let text: [UInt8]
    /// What may still be written off for the customer this year; nil: no cap.
    let leftOfYear: Int64?

    func outcome() -> Outcome? {
        let positions = named.open
        let sum = positions.reduce(Int64(0)) { $0 + items.rest[$1] }
        guard sum > 0 else { return nil }
        var outcome = Outcome(
            rule: rule,
            lines: positions.map {
                Proposal.Application(item: items[$0].id, amount: items.rest[$0])
            },
            positions: positions, evidence: Evidence("amount agrees", "金额相符"))
        if let advised = adviceLines(outcome.lines) { return advised }
        let short = sum - receipt.amount
        if short == 0 { return outcome }
        if short < 0 {
            outcome.unapplied = -short
            outcome.stop = .overpayment
            outcome.evidence = Evidence(
                "\(text(-short)) more than the items", "比项目多付 \(text(-short))")
            return outcome
        }
        let discounted = discounted(outcome)
        if let discounted, discounted.1 == 0 { return discounted.0 }
        for (base, short) in [(outcome, short), discounted].compactMap({ $0 })
        where short > 0 && !isLateDiscount(short, positions) {
            if let less = lessCharge(base, short) ?? withinTolerance(base, short, sum) {
                return less
            }
        }
        return shortPaid(outcome, short)
    }

    /// Whether the difference is to the cent the discount of an item that is no longer earned: then
    /// it was taken late, whatever else it might be small enough for.
    private func isLateDiscount(_ short: Int64, _ positions: [Int]) -> Bool {
        positions.contains { position in
            items.earnedDiscount(position, receipt.valueDate, policy) == 0
                && items.discount(position) { _ in true } == short
        }
    }

    /// Only where the amount agrees to the cent: as it is, by the advice, or with the discount
    /// earned.
    func exact() -> Outcome? {
        guard let outcome = outcome(), outcome.stop == nil, outcome.unapplied == 0,
            outcome.lines.allSatisfy({ $0.bankCharge == 0 && $0.writeOff == 0 })
        else { return nil }
        return outcome
    }

    /// R1 to R4, by how the items were named.
    private var rule: Rule {
        switch named.manner {
        case .advice: .adviceLines
        case .creditorReference: .creditorReference
        case .linked: .linkedDocument
        default: named.open.count == 1 ? .invoiceNumber : .invoiceNumbers
        }
    }

    /// R2: an advice that gives an amount to each item, summing to the receipt. What a line leaves
    /// of its item stays open, unless all of it together is too little to pursue.
    private func adviceLines(_ full: [Proposal.Application]) -> Outcome? {
        guard named.manner == .advice, named.closed.isEmpty,
            named.amounts.count == named.open.count
        else { return nil }
        var lines = full
        var left: [Int64] = []
        for (place, position) in named.open.enumerated() {
            guard let amount = named.amounts[position] else { return nil }
            let rest = items.rest[position]
            guard amount.magnitude <= rest.magnitude, amount != 0 else { return nil }
            lines[place].amount = rest < 0 ? -abs(amount) : abs(amount)
            left.append(rest - lines[place].amount)
        }
        let sum = lines.reduce(Int64(0)) { $0 + $1.amount }
        guard sum == receipt.amount else { return nil }
        var evidence = Evidence("the advice's lines sum to it", "付款通知合计相符")
        let short = left.reduce(0, +)
        if short > 0, isSmall(left, short, sum + short), !isInstalment {
            for place in lines.indices { lines[place].writeOff = left[place] }
            evidence = Evidence(
                "\(evidence.en); \(text(short)) left, within tolerance",
                "\(evidence.zh)；余 \(text(short))，在容差内")
        }
        return Outcome(
            rule: .adviceLines, lines: lines, positions: named.open, evidence: evidence)
    }

    /// Whether what the lines leave is within tolerance, for each item and together.
    private func isSmall(_ left: [Int64], _ short: Int64, _ sum: Int64) -> Bool {
        guard let limit = policy.tolerance.limit(.short), short <= leftOfYear ?? .max,
            short <= limit.amount(open: sum, receipt.currency)
        else { return false }
        return zip(left, named.open).allSatisfy { left, position in
            let open = items.rest[position]
            return left >= 0 && left <= limit.amount(item: open, receipt.currency)
                && (left == 0 || left <= limit.amount(open: open, receipt.currency))
        }
    }

    /// R5: all discounts that are still earned at the value date, and what is short then.
    private func discounted(_ full: Outcome) -> (Outcome, Int64)? {
        var outcome = full
        for (place, position) in named.open.enumerated() {
            let discount = items.earnedDiscount(position, receipt.valueDate, policy)
            outcome.lines[place].discount = discount
            outcome.lines[place].amount -= discount
        }
        guard outcome.lines.contains(where: { $0.discount != 0 }) else { return nil }
        outcome.rule = .earnedDiscount
        outcome.evidence = Evidence("cash discount within its term", "在折扣期内")
        return (outcome, outcome.lines.reduce(Int64(0)) { $0 + $1.amount } - receipt.amount)
    }

    /// R6: banks on the way kept a charge; it is ours unless the payer was to bear all.
    private func lessCharge(_ outcome: Outcome, _ short: Int64) -> Outcome? {
        let isShown = short == receipt.charges && receipt.channel == .wire
        guard short >= receipt.currency.unit,
            isShown || short <= policy.charges.limit(receipt),
            let place = largest(outcome, atLeast: short)
        else { return nil }
        var outcome = outcome
        outcome.lines[place].amount -= short
        if receipt.payerBearsCharges {
            outcome.stop = .shortPayment
            outcome.lines[place].residual = short
            outcome.lines[place].reason = "BANK_CHG_CLAIM"
            outcome.evidence = Evidence(
                "\(text(short)) kept of a wire whose payer bears all charges",
                "付款人承担全部费用的电汇被扣 \(text(short))")
            return outcome
        }
        outcome.rule = .bankCharge
        outcome.lines[place].bankCharge = short
        outcome.evidence = Evidence(
            "\(text(short)) bank charge on a wire", "电汇手续费 \(text(short))")
        return outcome
    }

    /// A difference too small to pursue, for the receipt as a whole (domain.md §3.2); it goes to
    /// the largest item, and on to the next where one item takes only so much.
    private func withinTolerance(_ outcome: Outcome, _ short: Int64, _ sum: Int64) -> Outcome? {
        let reason = ShortPaymentReason.code(text)
        guard let limit = policy.tolerance.limit(Tolerance.Class(reason: reason)),
            short <= limit.amount(open: sum, receipt.currency), short <= leftOfYear ?? .max
        else { return nil }
        var outcome = outcome
        var left = short
        let order = outcome.lines.indices.sorted {
            (outcome.lines[$0].amount, -$0) > (outcome.lines[$1].amount, -$1)
        }
        for place in order where left > 0 {
            let amount = outcome.lines[place].amount
            let part = min(
                left, limit.amount(item: items.rest[outcome.positions[place]], receipt.currency))
            guard part > 0, amount >= part else { break }
            outcome.lines[place].amount -= part
            outcome.lines[place].writeOff = part
            left -= part
        }
        guard left == 0 else { return nil }
        let with = outcome.rule == .earnedDiscount ? outcome.evidence : nil
        outcome.evidence = Evidence(
            (with.map { $0.en + "; " } ?? "") + "\(text(short)) short, within tolerance",
            (with.map { $0.zh + "；" } ?? "") + "少付 \(text(short))，在容差内")
        return outcome
    }

    func largest(_ outcome: Outcome, atLeast least: Int64) -> Int? {
        outcome.lines.indices.filter { outcome.lines[$0].amount >= least }
            .max { (outcome.lines[$0].amount, -$0) < (outcome.lines[$1].amount, -$1) }
    }

    func text(_ minor: Int64) -> String {
        Money(minor: minor, receipt.currency).description
    }
}

extension OpenItems {
    /// The cash discount of an item that nothing was paid on yet, if it is earned at the value
    /// date; else 0.
    func earnedDiscount(_ position: Int, _ valueDate: Day, _ policy: MatchingPolicy) -> Int64 {
        discount(position) {
            valueDate - $0 <= policy.discountGrace
        }
    }

    /// The discount of an item nothing was paid on, if its last day is one that counts.
    func discount(_ position: Int, _ counts: (Day) -> Bool) -> Int64 {
        let item = self[position]
        guard let until = item.discountUntil, item.open == rest[position],
            item.discount.magnitude < item.open.magnitude,
            item.discount.signum() == item.open.signum(), counts(until)
        else { return 0 }
        return item.discount
    }
}
