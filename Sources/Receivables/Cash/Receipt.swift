import Ledger

/// Money that came in. Every minor unit of it is in exactly one holding (invariant I4).
public struct Receipt: Sendable, Equatable {
    public typealias ID = Identifier<Receipt>

    public let id: ID
    public let entity: Entity.ID
    public let currency: Currency
    public let rate: Rate
    /// Minor units; positive.
    public let amount: Int64
    public let functional: Int64
    public let bookedOn: Day
    public let valueDate: Day
    public let postedOn: Day
    /// What came in: money at the bank; a check on its way to it (1009); a draft (1121); a claim on
    /// another entity that was paid for us (1221-IC).
    public var asset = Account.bank
    /// The receipt of which this is a part that was split off.
    public var parent: Receipt.ID?
    /// What that one gave for it, in its own minor units, where the currency is another.
    public var givenFor: Int64?
    public var customer: Customer.ID?
    public var holdings = Holdings()
    public var source = Source()
    /// Counts the changes, so that a lost update is seen.
    public var revision: Int64 = 0
    /// How many of the changes only completed what is known of it.
    public var completions: Int64 = 0
    /// The account that money gone elsewhere belongs to.
    public var turnedTo: Account?
    /// What a revaluation has added to the functional value of its money.
    public var revalued: Int64 = 0
    /// The tax in the advance, and the order it is for (P26).
    public var advanceTax = Held()
    public var advanceOrder: String?
    /// The day the receipts of its parts took its place.
    public var replacedOn: Day?

    /// An amount with its functional value.
    public struct Held: Sendable, Equatable {
        public var amount: Int64
        public var functional: Int64

        public init(_ amount: Int64 = 0, functional: Int64 = 0) {
            self.amount = amount
            self.functional = functional
        }
    }

    /// Where the money of a receipt is.
    public struct Holdings: Sendable, Equatable {
        public var unidentified = Held()
        public var unapplied = Held()
        public var onAccount = Held()
        public var advance = Held()
        public var applied = Held()
        /// Approved for repayment or repaid.
        public var refunded = Held()
        /// Small credits taken to income.
        public var writtenOff = Held()
        public var reversed = Held()
        /// What turned out to be no customer's payment: proceeds of a deposit or a draft, a bank's
        /// error, other income.
        public var elsewhere = Held()
        /// What is a receipt of its own now.
        public var parted = Held()

        public init() {}

        public subscript(place: Place) -> Held {
            get {
                switch place {
                case .unidentified: unidentified
                case .unapplied: unapplied
                case .onAccount: onAccount
                case .advance: advance
                case .applied: applied
                case .refunded: refunded
                case .writtenOff: writtenOff
                case .reversed: reversed
                case .elsewhere: elsewhere
                case .parted: parted
                }
            }
            set {
                switch place {
                case .unidentified: unidentified = newValue
                case .unapplied: unapplied = newValue
                case .onAccount: onAccount = newValue
                case .advance: advance = newValue
                case .applied: applied = newValue
                case .refunded: refunded = newValue
                case .writtenOff: writtenOff = newValue
                case .reversed: reversed = newValue
                case .elsewhere: elsewhere = newValue
                case .parted: parted = newValue
                }
            }
        }
    }

    public enum Place: Int64, Sendable, CaseIterable {
        case unidentified = 0
        case unapplied, onAccount, advance, applied, refunded, writtenOff, reversed, elsewhere
        case parted

        /// The account that holds the money there; nil where it has left the receipt.
        public var account: Account? {
            switch self {
            case .unidentified: .unidentified
            case .unapplied: .unapplied
            case .onAccount: .onAccount
            case .advance: .contractLiabilities
            case .applied, .refunded, .writtenOff, .reversed, .elsewhere, .parted: nil
            }
        }
    }

    /// The six states of domain.md §1.2: the one the money of the receipt is not yet out of.
    public enum State: String, Sendable, CaseIterable {
        case unidentified, unapplied
        case onAccount = "on-account"
        case advance, applied, reversed
    }

    public var state: State {
        if holdings.unidentified.amount > 0 { return .unidentified }
        if holdings.unapplied.amount > 0 { return .unapplied }
        if holdings.onAccount.amount > 0 { return .onAccount }
        if holdings.advance.amount > 0 { return .advance }
        if holdings.reversed.amount > 0 { return .reversed }
        return .applied
    }

    public init(
        id: ID, entity: Entity.ID, currency: Currency, rate: Rate, amount: Int64,
        functional: Int64, bookedOn: Day, valueDate: Day, postedOn: Day
    ) {
        self.id = id
        self.entity = entity
        self.currency = currency
        self.rate = rate
        self.amount = amount
        self.functional = functional
        self.bookedOn = bookedOn
        self.valueDate = valueDate
        self.postedOn = postedOn
    }

    public var money: Money { Money(minor: amount, currency) }

    /// The functional value of `amount` taken from `place`: in proportion, and all of it with the
    /// last unit.
    public func functional(of amount: Int64, at place: Place) -> Int64 {
        share(of: holdings[place].functional, amount, of: holdings[place].amount)
    }

    /// Whether all of it is still as it came in. What is done with it first counts from its own
    /// day; what is done later counts from the day it is done, for the money may have been
    /// elsewhere meanwhile, and on a day before it would be used twice.
    var isUntouched: Bool { revision == completions }

    mutating func move(_ held: Held, from: Place, to: Place) {
        holdings[from].amount -= held.amount
        holdings[from].functional -= held.functional
        holdings[to].amount += held.amount
        holdings[to].functional += held.functional
        revision += 1
    }
}
