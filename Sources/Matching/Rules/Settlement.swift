import Ledger

/// How the amount settles the items named (R1–R6): exactly, with an earned discount, with a bank
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

    func outcome() -> Outcome? {
        let positions = named.open
        let sum = positions.reduce(Int64(0)) { $0 + items.rest[$1] }
        guard sum > 0 else { return nil }
        let full = positions.map {
            Proposal.Application(item: items[$0].id, amount: items.rest[$0])
        }
        var outcome = Outcome(
            rule: rule, lines: full, positions: positions,
            evidence: Evidence("amount agrees", "金额相符"))
        if let advised = adviceLines(full) { return advised }
        let short = sum - receipt.amount
        if short == 0 { return outcome }
        if short < 0 {
            outcome.unapplied = -short
            outcome.stop = .overpayment
            outcome.evidence = Evidence(
                "\(text(-short)) more than the items", "比项目多付 \(text(-short))")
            return outcome
        }
        return discounted(full) ?? lessCharge(outcome, short) ?? withinTolerance(
            outcome, short, sum)
            ?? shortPaid(outcome, short)
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
        default: named.open.count == 1 ? .invoiceNumber : .invoiceNumbers
        }
    }

    /// R2: an advice that gives an amount to each item, summing to the receipt.
    private func adviceLines(_ full: [Proposal.Application]) -> Outcome? {
        guard named.manner == .advice, named.closed.isEmpty,
            named.amounts.count == named.open.count
        else { return nil }
        var lines = full
        for (place, position) in named.open.enumerated() {
            guard let amount = named.amounts[position] else { return nil }
            let rest = items.rest[position]
            guard amount.magnitude <= rest.magnitude, amount != 0 else { return nil }
            lines[place].amount = rest < 0 ? -abs(amount) : abs(amount)
        }
        guard lines.reduce(Int64(0), { $0 + $1.amount }) == receipt.amount else { return nil }
        return Outcome(
            rule: .adviceLines, lines: lines, positions: named.open,
            evidence: Evidence("the advice's lines sum to it", "付款通知合计相符"))
    }

    /// R5: all discounts that are still earned at the value date.
    private func discounted(_ full: [Proposal.Application]) -> Outcome? {
        var lines = full
        for (place, position) in named.open.enumerated() {
            let discount = items.earnedDiscount(position, receipt.valueDate, policy)
            lines[place].discount = discount
            lines[place].amount -= discount
        }
        guard lines.contains(where: { $0.discount != 0 }),
            lines.reduce(Int64(0), { $0 + $1.amount }) == receipt.amount
        else { return nil }
        return Outcome(
            rule: .earnedDiscount, lines: lines, positions: named.open,
            evidence: Evidence("cash discount within its term", "在折扣期内"))
    }

    /// R6: banks on the way kept a charge; it is ours unless the payer was to bear all.
    private func lessCharge(_ outcome: Outcome, _ short: Int64) -> Outcome? {
        guard receipt.channel == .wire, receipt.chargeBearer != "DEBT", short >= 100,
            short <= policy.chargeLimits[receipt.currency] ?? 0,
            let place = largest(outcome, atLeast: short)
        else { return nil }
        var outcome = outcome
        outcome.rule = .bankCharge
        outcome.lines[place].amount -= short
        outcome.lines[place].bankCharge = short
        outcome.evidence = Evidence(
            "\(text(short)) bank charge on a wire", "电汇手续费 \(text(short))")
        return outcome
    }

    /// A difference too small to pursue, for the receipt as a whole (domain.md §3.2).
    private func withinTolerance(_ outcome: Outcome, _ short: Int64, _ sum: Int64) -> Outcome? {
        guard short <= policy.tolerance.loss.amount(open: sum, receipt.currency),
            let place = largest(outcome, atLeast: short)
        else { return nil }
        var outcome = outcome
        outcome.lines[place].amount -= short
        outcome.lines[place].writeOff = short
        outcome.evidence = Evidence(
            "\(text(short)) short, within tolerance", "少付 \(text(short))，在容差内")
        return outcome
    }

    /// Less than named: an instalment leaves the item open, anything else becomes a residual with a
    /// reason.
    private func shortPaid(_ outcome: Outcome, _ short: Int64) -> Outcome {
        var outcome = outcome
        outcome.stop = .shortPayment
        outcome.evidence = Evidence("\(text(short)) short", "少付 \(text(short))")
        if let note = creditNote(of: short) {
            outcome.lines.append(Proposal.Application(item: items[note].id, amount: -short))
            outcome.positions.append(note)
            outcome.evidence = Evidence(
                "short by the open credit note \(items[note].number), which it does not name",
                "差额等于未列明的红字 \(items[note].number)")
            return outcome
        }
        guard let place = largest(outcome, atLeast: short + 1) else {
            outcome.lines = []
            outcome.positions = []
            outcome.unapplied = receipt.amount
            return outcome
        }
        outcome.lines[place].amount -= short
        if !Self.instalments.contains(where: { Words.contains(text, $0) }) {
            outcome.lines[place].residual = short
            outcome.lines[place].reason = ShortPaymentReason.code(text)
        }
        return outcome
    }

    /// The only open credit note of the customer that makes up the difference.
    private func creditNote(of short: Int64) -> Int? {
        let owners = Set(named.open.map { items.owner($0) })
        guard owners.count == 1, let owner = owners.first else { return nil }
        let found = items.open(of: owner, -short, receipt.currency)
            .filter { !named.open.contains($0) && items[$0].issuedOn <= receipt.valueDate }
        return found.count == 1 ? found[0] : nil
    }

    private func largest(_ outcome: Outcome, atLeast least: Int64) -> Int? {
        outcome.lines.indices.filter { outcome.lines[$0].amount >= least }
            .max { (outcome.lines[$0].amount, -$0) < (outcome.lines[$1].amount, -$1) }
    }

    private func text(_ minor: Int64) -> String {
        Money(minor: minor, receipt.currency).description
    }

    private static let instalments = [
        "INSTALMENT", "INSTALLMENT", "PART PAYMENT", "PARTIAL", "TEILZAHLUNG", "RATE ", "ACONTO",
        "分期", "部分付款",
        "首付", "进度款",
    ].map { Array($0.utf8) }
}

extension OpenItems {
    /// The cash discount of an item that nothing was paid on yet, if it is earned at the value
    /// date; else 0.
    func earnedDiscount(_ position: Int, _ valueDate: Day, _ policy: MatchingPolicy) -> Int64 {
        let item = self[position]
        guard let until = item.discountUntil, item.open == rest[position],
            item.discount.magnitude < item.open.magnitude,
            item.discount.signum() == item.open.signum(),
            valueDate - until <= policy.discountGrace
        else { return 0 }
        return item.discount
    }
}
