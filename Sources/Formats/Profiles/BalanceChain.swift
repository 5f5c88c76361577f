import Ledger

/// Whether the balances lead from row to row, in either order of the rows, and what they open and
/// close with. Two rows are enough to hold on to, so that a table of any length can be checked.
struct BalanceChain {
    private struct Link {
        let balance: Int128
        let amount: Int128
    }

    private var first: (link: Link, balance: Amount, amount: Amount)?
    private var last: (link: Link, balance: Amount, amount: Amount)?
    /// The first row that the balance before does not lead to, in either order.
    private var breakOldestFirst: Int?
    private var breakNewestFirst: Int?
    /// A booked row without a balance: nothing can be said.
    private(set) var isOpen = false
    private var firstDay: Day?
    private var lastDay: Day?

    mutating func add(_ amount: Amount, balance: Amount?, on day: Day?, row: Int) {
        guard let balance else {
            isOpen = true
            return
        }
        let link = Link(balance: Footing.scaled(balance), amount: Footing.scaled(amount))
        if let before = last?.link {
            if before.balance &+ link.amount != link.balance, breakOldestFirst == nil {
                breakOldestFirst = row
            }
            if link.balance &+ before.amount != before.balance, breakNewestFirst == nil {
                breakNewestFirst = row
            }
        } else {
            first = (link, balance, amount)
            firstDay = day
        }
        last = (link, balance, amount)
        lastDay = day
    }

    enum Verdict {
        case none
        case holds(opening: Amount, closing: Amount)
        case breaks(row: Int)
    }

    func verdict(_ order: BankProfile.Order?) -> Verdict {
        guard let first, let last, !isOpen else { return .none }
        let order = order ?? guess
        let isOldest = breakOldestFirst == nil
        let isNewest = breakNewestFirst == nil
        switch order {
        case .oldestFirst where isOldest, .newestFirst where isOldest && !isNewest:
            return before(first.link, first.balance, first.amount, closing: last.balance)
        case .newestFirst where isNewest, .oldestFirst where isNewest && !isOldest:
            return before(last.link, last.balance, last.amount, closing: first.balance)
        case .oldestFirst: return .breaks(row: breakOldestFirst ?? 0)
        case .newestFirst: return .breaks(row: breakNewestFirst ?? 0)
        }
    }

    private var guess: BankProfile.Order {
        if let firstDay, let lastDay, firstDay > lastDay { return .newestFirst }
        return .oldestFirst
    }

    /// The opening balance is the one before the earliest entry.
    private func before(
        _ link: Link, _ balance: Amount, _ amount: Amount, closing: Amount
    ) -> Verdict {
        let decimals = max(balance.decimals, amount.decimals)
        let opening = (link.balance &- link.amount) / Int128(Decimals.power(12 - Int(decimals)))
        guard let units = Int64(exactly: opening), units != .min else { return .none }
        return .holds(
            opening: Amount(units: units, decimals: Int(decimals)), closing: closing)
    }
}
