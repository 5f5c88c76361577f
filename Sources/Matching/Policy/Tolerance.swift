import Ledger

/// Small differences that are not pursued, each class with limits of its own (domain.md §3.2).
///
/// Limits hold for the receipt as a whole, so that a hundred small differences are not a large one;
/// beside that for each item, where the policy says so, and for a customer's whole year.
public struct Tolerance: Sendable, Equatable {
    public enum Class: String, CaseIterable, Sendable {
        /// Too little, without a reason.
        case short
        /// Too much. A surplus is never written off: within this limit it may stay on account
        /// without a second look; beyond it waits.
        case over
        case rounding, freight, tax
    }

    public var limits: [Class: Limit]
    /// The most that is written off for one customer in one year, in minor units; a currency that
    /// is not listed has no cap.
    public var yearlyCap: [Currency: Int64] = [
        .cny: 500_00, .usd: 500_00, .eur: 500_00, .gbp: 500_00,
    ]

    public init(_ limits: [Class: Limit] = [.short: .standard]) { self.limits = limits }

    /// Two limits that must both hold, in a currency that is listed.
    public struct Limit: Sendable, Equatable {
        /// Minor units by currency; a currency that is not listed has no tolerance.
        public var absolute: [Currency: Int64]
        /// In 1/10000 of the invoices paid: 50 is 0.5 %.
        public var share: Int64
        /// The same for each item alone: no item takes more of the difference. Nil: the limit of
        /// the receipt is enough.
        public var item: Item?

        public struct Item: Sendable, Equatable {
            public var absolute: [Currency: Int64]
            public var share: Int64

            public init(absolute: [Currency: Int64], share: Int64) {
                self.absolute = absolute
                self.share = share
            }
        }

        public init(absolute: [Currency: Int64], share: Int64, item: Item? = nil) {
            self.absolute = absolute
            self.share = share
            self.item = item
        }

        /// The effective limit for invoices of `open` in total.
        public func amount(open: Int64, _ currency: Currency) -> Int64 {
            Self.amount(absolute, share, open, currency)
        }

        /// The most of a difference that an item of `open` takes.
        public func amount(item open: Int64, _ currency: Currency) -> Int64 {
            guard let item else { return max(open, 0) }
            return Self.amount(item.absolute, item.share, open, currency)
        }

        private static func amount(
            _ absolute: [Currency: Int64], _ share: Int64, _ open: Int64, _ currency: Currency
        ) -> Int64 {
            guard open > 0, share > 0, let absolute = absolute[currency], absolute > 0 else {
                return 0
            }
            return Int64(min(Int128(absolute), Int128(open) * Int128(share) / 10_000))
        }
    }

    /// The limit of a class; a class without one has the limit of `short`, but for `over`.
    public func limit(_ kind: Class) -> Limit? {
        limits[kind] ?? (kind == .over ? nil : limits[.short])
    }
}

extension Tolerance.Limit {
    /// 50.00 and 0.5 % (G-MAT, G-TOL-01).
    public static let standard = Tolerance.Limit(
        absolute: [.cny: 50_00, .usd: 50_00, .eur: 50_00, .gbp: 50_00], share: 50)
}

extension Currency {
    static let gbp = Currency("GBP") ?? .eur

    /// One whole unit in minor units: 100 for most, 1 for JPY, 1,000 for KWD.
    var unit: Int64 { Decimals.power(exponent) }
}

extension Tolerance.Class {
    /// What a payer says it kept back; without a word it is simply short.
    init(reason: String) {
        switch reason {
        case "ROUNDING": self = .rounding
        case "FREIGHT": self = .freight
        case "TAX", "WITHHOLD_TAX": self = .tax
        default: self = .short
        }
    }
}
