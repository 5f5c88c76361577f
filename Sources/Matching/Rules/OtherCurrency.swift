import Ledger

/// A receipt in another currency than the items it names (domain.md §1.6, §3.1): shown at the rate
/// of the day, for a person to confirm; nothing of it is ever applied by itself.
extension Decision {
    mutating func inOtherCurrency(_ named: Named) {
        let currencies = Set(named.open.map { items.currency($0) })
        guard currencies.count == 1, let currency = currencies.first,
            let rate = matcher.known.rates.rate(receipt.currency, currency),
            let money = rate.convert(Money(minor: receipt.amount, receipt.currency), to: currency),
            named.open.allSatisfy({ items.rest[$0] > 0 })
        else { return }
        let rests = named.open.map { items.rest[$0] }
        let sum = rests.reduce(Int128(0)) { $0 + Int128($1) }
        let difference = (Int128(money.minor) - sum).magnitude
        // Banks convert at their own rate: what is near is meant to be all of it.
        let isAll = difference * 10_000 <= sum.magnitude * UInt128(Self.rateShare)
        if !isAll, Int128(money.minor) > sum { return }
        let cash = Money(minor: receipt.amount, receipt.currency).split(over: rests)
        let cleared = isAll ? rests : money.split(over: rests).map(\.minor)
        let lines = named.open.indices.map { place in
            var line = Proposal.Application(
                item: items[named.open[place]].id, amount: cash[place].minor)
            line.converted = cleared[place]
            return line
        }
        // So little money that a line has none is for a person alone.
        guard lines.allSatisfy({ $0.amount > 0 && ($0.converted ?? 0) > 0 }) else { return }
        result.lines = lines
        positions = named.open
        result.rule = named.open.count == 1 ? .invoiceNumber : .invoiceNumbers
        result.score = policy.proposeAt
        result.unapplied = 0
        fits = isAll ? .one : .none
        result.evidence.append(
            Evidence("\(money) at \(rate)", "按汇率 \(rate) 折合 \(money)"))
        if !isAll { result.stops.append(.shortPayment) }
    }

    /// How far a bank's rate may lie from the day's, in 1/10000 of the amount.
    private static let rateShare = 200
}
