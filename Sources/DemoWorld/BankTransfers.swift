import Ledger

extension BankBook {
    /// Dollars sold for yuan weekly; euros sold for dollars and the Hamburg house paying Dalian
    /// monthly.
    mutating func transfers(_ open: [Till], _ day: Day, _ lines: inout [Till: [BankLine]]) {
        func both(
            _ from: Till, _ out: Int64, _ to: Till, _ into: Int64, _ purpose: BankLine.Purpose,
            _ text: String
        ) {
            let (payer, payee) = (from.house, to.house)
            lines[from, default: []].append(
                BankLine(
                    purpose: purpose, amount: -out,
                    party: from == .dalianUSD ? payee.nameLocal : payee.name.wired,
                    partyAccount: to.account, text: text))
            lines[to, default: []].append(
                BankLine(
                    purpose: purpose, amount: into,
                    party: to == .dalianCNY ? payer.nameLocal : payer.name.wired,
                    partyAccount: from.account, text: text))
        }
        if open.contains(.dalianUSD), day.weekday == 3, let have = balances[.dalianUSD] {
            let sold = (have - Till.dalianUSD.opening / 2) / 100_000 * 100_000
            if sold > 5_000_000,
                let yuan = rates.rate(.usd, .cny, day)?.convert(
                    Money(minor: sold, .usd), to: .cny)
            {
                both(.dalianUSD, sold, .dalianCNY, yuan.minor, .ownTransfer, "结汇 USD/CNY")
            }
        }
        if Set(open).isSuperset(of: Till.ordinary),
            day == House.hamburg.workingDays.onOrAfter(day.firstOfMonth.adding(17))
        {
            let have = balances[.hamburgUSD] ?? 0
            let dollars = max(0, have - 10_000_000) / 100_000 * 100_000 + 18_000_000
            if let euros = rates.rate(.usd, .eur, day)?.convert(
                Money(minor: 18_000_000, .usd), to: .eur)
            {
                both(.hamburgEUR, euros.minor, .hamburgUSD, 18_000_000, .ownTransfer, "FX EUR/USD")
                both(.hamburgUSD, dollars, .dalianUSD, dollars, .group, "IC SETTLEMENT \(day)")
            }
        }
    }
}
