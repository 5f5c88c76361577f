import Ledger

/// One row: gross, less the discount, and with adjustments, must be what is paid.
///
/// Payers write what they take off with a minus or without, so the signs are those with which the
/// row adds up. In a line a discount is what was taken off, an adjustment what was added.
struct AdviceProof {
    private(set) var net: Amount?
    private(set) var discount: Amount?
    private(set) var taken: [(amount: Amount, reason: String?)] = []
    /// The amounts are there and do not add up.
    private(set) var differs = false
    /// What is missing to the gross amount, where no column says why.
    private(set) var gap: Amount?

    init(
        _ line: AdviceLine, _ columns: [(amount: Amount, heading: AdviceHeading?)], isComputed: Bool
    ) {
        net = line.net
        discount = line.discount
        taken = columns.map { amount, heading in
            // What stands in a column of deductions was deducted.
            let isTaken = heading?.role == .deduction && amount.units > 0
            return (isTaken ? -amount : amount, heading?.reason)
        }
        guard let gross = line.gross else { return }
        let decimals = Int(gross.decimals)
        let off = AdviceSum.scaled(discount)
        let added = taken.reduce(Int128(0)) { $0 + AdviceSum.scaled($1.amount) }
        let start = Footing.scaled(gross)
        guard let net else {
            guard isComputed else { return }
            // A negative discount on a positive amount is written with its sign.
            if (off < 0) != (start < 0), off < 0 { discount = AdviceSum.negated(discount) }
            self.net = AdviceSum.amount(
                start - AdviceSum.scaled(discount) + added, decimals: decimals)
            return
        }
        let paid = Footing.scaled(net)
        for isAdded in [false, true] {
            for isTurned in [false, true] {
                let sum = start + (isAdded ? off : -off) + (isTurned ? -added : added)
                guard sum == paid else { continue }
                if isAdded { discount = AdviceSum.negated(discount) }
                if isTurned { taken = taken.map { (-$0.amount, $0.reason) } }
                return
            }
        }
        if columns.isEmpty, discount == nil {
            gap = AdviceSum.amount(paid - start, decimals: max(decimals, Int(net.decimals)))
        } else {
            differs = true
        }
    }
}
