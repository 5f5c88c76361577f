import Ledger

/// Who may let how much money go back, and when a receipt counts as settled (reliability: F2, F3,
/// F5 to F7). Data, so that it can be read aloud.
public struct RefundPolicy: Sendable {
    /// Up to an amount, so many persons approve; beyond the last tier the controller is one of
    /// them.
    public struct Tier: Sendable, Equatable {
        public let approvers: Int
        public let needsController: Bool
    }

    /// Limits in units of the functional currency: one approver, two approvers.
    public var limits: [Currency: (one: Int64, two: Int64)] = [:]
    public var otherwise: (one: Int64, two: Int64) = (1_000, 50_000)
    /// What is asked for within so many days of each other adds up.
    public var splittingDays = 7
    public var duplicateDays = 30
    /// In 1/10000 of the amount.
    public var duplicateTolerance: Int64 = 100
    public var checkDays = 10
    /// A payer takes a SEPA direct debit back within eight weeks without a reason; within thirteen
    /// months where it was not authorised.
    public var debitDays = 56
    public var debitWarningDays = 395
    public var cardDays = 120
    public var quarantineDays = 3
    /// How old a number must be that is called back.
    public var numberDays = 30

    public init() {}

    public static let standard: RefundPolicy = {
        var policy = RefundPolicy()
        if let yen = Currency("JPY") { policy.limits[yen] = (150_000, 7_500_000) }
        return policy
    }()

    /// Of the sum, in minor units, that went back to one customer lately.
    public func tier(of sum: Int64, in currency: Currency) -> Tier {
        let limit = limits[currency] ?? otherwise
        let unit = Decimals.power(currency.exponent)
        if sum <= limit.one * unit { return Tier(approvers: 1, needsController: false) }
        return Tier(approvers: 2, needsController: sum > limit.two * unit)
    }

    /// What a refund counts for with those of the same customer asked for near it, so that
    /// splitting below a tier does not help.
    func sum(with refund: Refund, in books: Books) -> Int64 {
        books.refunds.values.filter {
            $0.id != refund.id && $0.customer == refund.customer && $0.state != .cancelled
                && abs($0.requestedOn - refund.requestedOn) < splittingDays
        }.reduce(refund.functional) { min($0 + $1.functional, Money.limit) }
    }

    /// How the money came, as far as it can still be taken back.
    public enum Means: Sendable { case transfer, check, directDebit, card }

    public static func means(_ source: Receipt.Source) -> Means {
        if source.checkNumber != nil { return .check }
        let code = source.code?.uppercased() ?? ""
        let has = { (words: [String]) in words.contains { code.contains($0) } }
        if has(["RCHQ", "ICHQ", "NCHK"]) { return .check }
        if has(["IDDT", "RDDT", "NDDT", "ESDD", "BBDD"]) { return .directDebit }
        return has(["CCRD", "MCRD"]) ? .card : .transfer
    }

    /// The first day on which money of a receipt may go back.
    public func settledOn(_ receipt: Receipt) -> Day {
        switch Self.means(receipt.source) {
        case .check: receipt.valueDate.adding(checkDays)
        case .directDebit: receipt.valueDate.adding(debitDays)
        case .transfer, .card: receipt.valueDate
        }
    }

    /// Whether the payer may still take the money back.
    func isRevocable(_ receipt: Receipt, on day: Day) -> Bool {
        switch Self.means(receipt.source) {
        case .directDebit: day < receipt.valueDate.adding(debitWarningDays)
        case .card: day < receipt.valueDate.adding(cardDays)
        case .transfer, .check: false
        }
    }
}

extension Day {
    /// So many working days later, Monday to Friday.
    public func addingWorkingDays(_ days: Int) -> Day {
        var (day, left) = (self, days)
        while left > 0 {
            day = day.adding(1)
            if day.weekday <= 5 { left -= 1 }
        }
        return day
    }
}
