import Ledger

/// What the matcher may do by itself: data, adopted by the company (domain.md §3.1, §3.2; all
/// values [P]).
public struct MatchingPolicy: Sendable {
    /// Applied by the system from this score on.
    public var autoAt = 95
    /// Proposed from this score on; below it a person researches.
    public var proposeAt = 70
    /// The highest score while the payer is not known.
    public var unknownPayerCap = 90
    public var tolerance = Tolerance()
    /// The most that banks on the way may have taken from a wire, in minor units.
    public var chargeLimits: [Currency: Int64] = [
        .usd: 50_00, .eur: 50_00, Currency("GBP")!: 50_00, .cny: 350_00,
    ]
    /// How many days after the last day a cash discount is still granted.
    public var discountGrace = 3
    /// The most items one found combination may have (domain.md §3.8).
    public var subsetItems = 12
    /// The most partial sums that are built to prove a combination the only one: 5,000 allow 22
    /// candidates.
    public var subsetCombinations = 5_000
    /// Same payer, amount and reference within so many calendar days: perhaps paid twice.
    /// Five working days are seven calendar days.
    public var duplicateDays = 7

    public init() {}
}

/// Small differences that are written off: both the amount and the share of the invoices must hold,
/// and they hold for the receipt as a whole, so that a hundred small differences are not a large
/// one.
public struct Tolerance: Sendable {
    public struct Limit: Sendable {
        /// Minor units by currency; a currency that is not listed has no tolerance.
        public var absolute: [Currency: Int64]
        /// In 1/10000 of the invoices paid: 50 is 0.5 %.
        public var share: Int64

        public init(absolute: [Currency: Int64], share: Int64) {
            self.absolute = absolute
            self.share = share
        }

        /// The effective limit for invoices of `open` in total.
        public func amount(open: Int64, _ currency: Currency) -> Int64 {
            guard open > 0, share > 0, let absolute = absolute[currency] else { return 0 }
            return Int64(min(Int128(absolute), Int128(open) * Int128(share) / 10_000))
        }
    }

    /// The customer paid too little. A surplus is never written off: it stays the customer's.
    public var loss: Limit

    public init(loss: Limit = .standard) { self.loss = loss }
}

extension Tolerance.Limit {
    /// 50.00 and 0.5 % (G-MAT, G-TOL-01).
    public static let standard = Tolerance.Limit(
        absolute: [.cny: 50_00, .usd: 50_00, .eur: 50_00, Currency("GBP")!: 50_00], share: 50)
}
