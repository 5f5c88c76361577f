import Ledger

/// What the matcher may do by itself for one customer, one entity or all: data, adopted by the
/// company (domain.md §3.1, §3.2; all values [P]).
public struct MatchingPolicy: Sendable, Equatable {
    /// Applied by the system from this score on, where items are named. What only an amount says
    /// is applied by its rule's own consent, whatever its score.
    public var autoAt = 95
    /// Proposed from this score on; below it a person researches.
    public var proposeAt = 70
    /// The highest score while the payer is not known.
    public var unknownPayerCap = 90
    /// What a virtual or dedicated account adds to the score of an amount (R11).
    public var virtualAccountRaise = 5
    /// What the amount is tried for where nothing is named: the first that fits counts.
    public var amountRules = AmountRule.standard
    /// Oldest first means: these kinds first, in this order, and each by due date (field.md, row m,
    /// M8); kinds that are not listed come last, together.
    public var settledFirst: [Item.Kind] = []
    public var balances = Balances()
    public var remainder = Remainder.unapplied
    /// The most that may be left over where items are named and applied, in 1/10000 of what they
    /// take: with more, the payer has probably meant more than was read.
    public var surplusShare: Int64 = 1_000
    public var tolerance = Tolerance()
    public var charges = ChargePolicy()
    /// How many days after the last day a cash discount is still granted.
    public var discountGrace = 3
    /// The most items one found combination may have (domain.md §3.8).
    public var combinationItems = 12
    /// A promise or instalment counts so many calendar days before and after its day.
    public var promiseDays = 14
    /// Same payer, amount and reference within so many calendar days: perhaps paid twice.
    /// Five working days are seven calendar days.
    public var duplicateDays = 7

    public init() {}

    /// What a balance consists of. What is left out of balances is left out of combinations too.
    public struct Balances: Sendable, Equatable {
        /// A balance less every discount still earned is tried too.
        public var lessDiscounts = true
        /// Interest and dunning fees.
        public var includesFinanceCharges = true
        public var includesDisputed = true

        public init() {}
    }

    /// Where the money goes that no item takes, once the customer is known.
    public enum Remainder: String, CaseIterable, Sendable {
        /// Waits to be applied.
        case unapplied
        /// Left as a credit of the customer on purpose.
        case onAccount = "on-account"
    }
}

/// The policies of a company. The nearest counts whole: the customer's, else the entity's, else the
/// company's own, as AutoCash selects its rule set (field.md, row m, M1).
public struct MatchingPolicies: Sendable, Equatable {
    public var standard: MatchingPolicy
    public var entities: [Int64: MatchingPolicy] = [:]
    public var customers: [Int64: MatchingPolicy] = [:]

    public init(_ standard: MatchingPolicy = MatchingPolicy()) { self.standard = standard }

    public func policy(customer: Int64?, entity: Int64?) -> MatchingPolicy {
        customer.flatMap { customers[$0] } ?? entity.flatMap { entities[$0] } ?? standard
    }
}
