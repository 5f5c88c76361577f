import Ledger

/// Where a thing known of a payer counts: days, and perhaps one currency or one account of ours
/// (domain.md §3.6: a learned alias is scoped, dated and can be withdrawn).
public struct Scope: Sendable, Hashable {
    /// First and last day, by the receipt's value date; nil is open.
    public var from: Day?
    public var until: Day?
    /// Only for receipts in this currency.
    public var currency: Currency?
    /// Only for receipts on this account of ours.
    public var creditedAccount: String?

    public init(
        from: Day? = nil, until: Day? = nil, currency: Currency? = nil,
        creditedAccount: String? = nil
    ) {
        self.from = from
        self.until = until
        self.currency = currency
        self.creditedAccount = creditedAccount
    }

    /// Always and everywhere.
    public static let everywhere = Scope()

    public func covers(_ day: Day) -> Bool {
        from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
    }

    func covers(_ receipt: Remittance) -> Bool {
        guard covers(receipt.valueDate), currency.map({ $0 == receipt.currency }) ?? true else {
            return false
        }
        guard let creditedAccount else { return true }
        return receipt.creditedAccount.map { ASCII.compact($0) == ASCII.compact(creditedAccount) }
            ?? false
    }
}
