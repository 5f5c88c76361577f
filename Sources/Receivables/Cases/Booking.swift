import Ledger

/// Money that a case moves besides what it does to receipts and items: the account it debits and
/// the one it credits go with its kind.
public struct Booking: Sendable, Equatable {
    /// The catalogue, by wire name (domain.md §1.4, §1.5a).
    public enum Kind: String, Sendable, CaseIterable {
        /// The cost of selling a draft before it is due (P30).
        case draftDiscount = "draft-discount"
        /// The same where we still answer for it: what it was sold for is borrowed.
        case draftDiscountWithRecourse = "draft-discount-with-recourse"
        /// A draft given to a supplier.
        case draftEndorsed = "draft-endorsed"
        case draftEndorsedWithRecourse = "draft-endorsed-with-recourse"
        /// Nobody can claim it from us any more; or somebody did.
        case draftRecourseEnded = "draft-recourse-ended"
        case draftTakenBack = "draft-taken-back"
        /// A draft in another currency was paid at another rate than it came in.
        case draftAtOtherRate = "draft-at-other-rate"
        /// What a bank kept of an acceptance that it collected (P32).
        case acceptanceCharge = "acceptance-charge"
        /// What the bank had kept of a check that it takes back whole (P33).
        case collectionFeeKept = "collection-fee-kept"
        /// Money left bank clearing at another rate than it came in: realised (§1.6).
        case clearedAtOtherRate = "cleared-at-other-rate"
        /// The bank credited another amount than was deposited (P21).
        case depositDifference = "deposit-difference"
        /// What open items and the money of receipts are worth more at a month's end (method A of
        /// domain.md §1.6).
        case itemsRevalued = "items-revalued"
        case receiptsRevalued = "receipts-revalued"
        /// The bank takes back what it credited in error (P21).
        case bankErrorCorrected = "bank-error-corrected"

        public var debit: Account {
            switch self {
            case .draftDiscount, .draftDiscountWithRecourse: .discountCost
            case .draftEndorsed, .draftEndorsedWithRecourse: .payables
            case .draftRecourseEnded: .borrowings
            case .draftTakenBack: .notesReceivable
            case .draftAtOtherRate: .fxRealised
            case .collectionFeeKept, .acceptanceCharge: .bankCharges
            case .clearedAtOtherRate: .fxRealised
            case .depositDifference: .bankClearing
            case .itemsRevalued: .receivablesRevaluation
            case .receiptsRevalued: .cashRevaluation
            case .bankErrorCorrected: .bankErrors
            }
        }

        public var credit: Account {
            switch self {
            case .draftDiscount, .draftEndorsed, .draftRecourseEnded, .draftAtOtherRate,
                .acceptanceCharge:
                .notesReceivable
            case .draftDiscountWithRecourse, .draftEndorsedWithRecourse: .borrowings
            case .draftTakenBack: .bankClearing
            case .bankErrorCorrected, .collectionFeeKept, .clearedAtOtherRate:
                .bankClearing
            case .depositDifference: .bankErrors
            case .itemsRevalued, .receiptsRevalued: .fxUnrealised
            }
        }
    }

    public let kind: Kind
    /// Minor units; negative for the mirror.
    public let amount: Int64
    public let functional: Int64
    public let currency: Currency
    public let rate: Rate

    public init(
        _ kind: Kind, _ amount: Int64, functional: Int64, _ currency: Currency, _ rate: Rate
    ) {
        self.kind = kind
        self.amount = amount
        self.functional = functional
        self.currency = currency
        self.rate = rate
    }

    /// What takes it back.
    public var mirrored: Booking {
        Booking(kind, -amount, functional: -functional, currency, rate)
    }
}
