import Ledger

/// How the amount settles the items named (R1–R6): exactly, with an earned discount, with a bank charge, within
/// tolerance, or by less or more, which a person decides.
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
            let signed = rest < 0 ? -abs(amount) : abs(amount)
            guard abs(signed) <= abs(rest), signed != 0 else { return nil }
            lines[place].amount = signed
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
            let item = items[position]
            guard let until = item.discountUntil, item.discount != 0,
                item.open == items.rest[position],
                receipt.valueDate <= until.adding(policy.discountGrace)
            else { continue }
            lines[place].discount = item.discount
            lines[place].amount -= item.discount
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

    /// Less than named: an instalment leaves the item open, anything else becomes a residual with a reason.
    private func shortPaid(_ outcome: Outcome, _ short: Int64) -> Outcome {
        var outcome = outcome
        outcome.stop = .shortPayment
        outcome.evidence = Evidence("\(text(short)) short", "少付 \(text(short))")
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
