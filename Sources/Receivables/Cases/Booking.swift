import Ledger

/// Money that a case moves besides what it does to receipts and items: the account it debits and
/// the one it credits go with its kind.
public struct Booking: Sendable, Equatable {
    /// The catalogue, by wire name (domain.md §1.4, §1.5a).
    public enum Kind: String, Sendable, CaseIterable {
        /// The cost of selling a draft before it is due (P30).
        case draftDiscount = "draft-discount"
        /// What open items and the money of receipts are worth more at a month's end (method A of
        /// domain.md §1.6).
        case itemsRevalued = "items-revalued"
        case receiptsRevalued = "receipts-revalued"
        /// The bank takes back what it credited in error (P21).
        case bankErrorCorrected = "bank-error-corrected"

        public var debit: Account {
            switch self {
            case .draftDiscount: .discountCost
            case .itemsRevalued: .receivablesRevaluation
            case .receiptsRevalued: .cashRevaluation
            case .bankErrorCorrected: .bankErrors
            }
        }

        public var credit: Account {
            switch self {
            case .draftDiscount: .notesReceivable
            case .itemsRevalued, .receiptsRevalued: .fxUnrealised
            case .bankErrorCorrected: .bankClearing
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
