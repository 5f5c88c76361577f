/// One movement of an amount from the account it credits to the account it debits.
///
/// A line cannot be unbalanced, so neither can an entry (invariant I1).
public struct Line: Hashable, Sendable {
    public let debit: Account
    public let credit: Account
    /// In the currency of the transaction; not negative. Zero for a pure exchange difference.
    public let amount: Money
    /// In the functional currency of the entity; not negative.
    public let functional: Money
    /// From the transaction currency to the functional currency.
    public let rate: Rate

    public init(debit: Account, credit: Account, amount: Money, functional: Money, rate: Rate) {
        precondition(!amount.isNegative && !functional.isNegative, "a line of \(amount)")
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.functional = functional
        self.rate = rate
    }

    /// The same movement, undone.
    public var mirrored: Line {
        Line(debit: credit, credit: debit, amount: amount, functional: functional, rate: rate)
    }
}

/// What an entry does to one account: debits positive, credits negative.
public struct AccountEffect: Hashable, Sendable {
    public let account: Account
    public let amount: Money
    public let functional: Money
}

extension Sequence<Line> {
    /// The lines as accountants read them: one row an account and currency, debits before credits.
    public var effects: [AccountEffect] {
        var rows: [AccountEffect] = []
        func add(_ account: Account, _ amount: Money, _ functional: Money) {
            if let at = rows.firstIndex(where: {
                $0.account == account && $0.amount.currency == amount.currency
            }) {
                rows[at] = AccountEffect(
                    account: account, amount: rows[at].amount + amount,
                    functional: rows[at].functional + functional)
            } else {
                rows.append(AccountEffect(account: account, amount: amount, functional: functional))
            }
        }
        for line in self {
            add(line.debit, line.amount, line.functional)
            add(line.credit, -line.amount, -line.functional)
        }
        let isDebit = { (row: AccountEffect) in
            row.amount.minor > 0 || row.amount.isZero && row.functional.minor > 0
        }
        return rows.filter(isDebit)
            + rows.filter { !isDebit($0) && !($0.amount.isZero && $0.functional.isZero) }
    }
}
