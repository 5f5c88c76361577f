/// One thing that an amount may mean where the payer names nothing, and what may be done when it
/// fits (Oracle's AutoCash rules: field.md, row m, M1).
public struct AmountRule: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// One open item, or one less the discount that it has earned (R8).
        case singleAmount
        /// All that is open, credits included (R9).
        case clearAccount
        /// All that is past due at the value date.
        case clearPastDue
        /// All past due of one payment term; a term is told by its days from issue to due date.
        case clearPastDueByTerm
        /// All past due that fell due in one month.
        case clearPastDueByMonth
        /// All that was issued up to some day: the balance of a statement.
        case statement
        /// A promise to pay or the instalment of a plan (R13).
        case promise
        /// The only combination (R10).
        case combination
        /// Oldest first (R12). Without partial receipts only if it ends with a whole item.
        case oldestFirst(partial: Bool)
    }

    public enum Consent: String, CaseIterable, Sendable {
        /// Applied by the system, where nothing speaks against it.
        case yes
        /// Proposed: a person decides.
        case review
        /// Not looked at.
        case no
    }

    public var kind: Kind
    public var consent: Consent

    public init(_ kind: Kind, _ consent: Consent) {
        self.kind = kind
        self.consent = consent
    }

    /// The surest first; all are proposed. Oldest first is for those who have agreed to it.
    public static let standard: [AmountRule] = [
        .singleAmount, .clearAccount, .clearPastDue, .promise, .statement, .clearPastDueByMonth,
        .clearPastDueByTerm, .combination,
    ].map { AmountRule($0, .review) }
}

extension MatchingPolicy {
    /// The rules for a payer: what its flags say it has agreed to is applied.
    func rules(for flags: Payer.Flags) -> [AmountRule] {
        var rules = amountRules
        if flags.contains(.autoSingleAmount) {
            rules.removeAll { $0.kind == .singleAmount }
            rules.insert(AmountRule(.singleAmount, .yes), at: 0)
        }
        if flags.contains(.oldestFirst) {
            // A balance or a promise says more; a statement or a combination may be chance.
            let place = rules.firstIndex { !Self.beforeOldest.contains($0.kind) } ?? rules.count
            rules.insert(AmountRule(.oldestFirst(partial: true), .yes), at: place)
        }
        return rules
    }

    private static let beforeOldest: Set<AmountRule.Kind> = [
        .singleAmount, .clearAccount, .clearPastDue, .promise,
    ]
}

extension AmountRule.Kind {
    var rule: Rule {
        switch self {
        case .singleAmount: .singleAmount
        case .clearAccount, .clearPastDue, .clearPastDueByTerm, .clearPastDueByMonth, .statement:
            .balance
        case .promise: .promise
        case .combination: .uniqueSubset
        case .oldestFirst: .oldestFirst
        }
    }

    var text: Evidence {
        switch self {
        case .singleAmount: Evidence("one item of this amount", "单个项目金额")
        case .clearAccount: Evidence("the whole balance", "全部余额")
        case .clearPastDue: Evidence("all past due", "全部逾期")
        case .clearPastDueByTerm: Evidence("past due by payment term", "按付款条件分组的逾期")
        case .clearPastDueByMonth: Evidence("past due by due month", "按到期月份分组的逾期")
        case .statement: Evidence("the balance of a statement", "对账单余额")
        case .promise: Evidence("a promise or instalment", "付款承诺或分期")
        case .combination: Evidence("the only combination", "唯一组合")
        case .oldestFirst: Evidence("oldest first", "先欠先还")
        }
    }
}
