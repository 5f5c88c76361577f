import Ledger

/// An amount of an entry or payment beside the one that was booked, and how it was exchanged
/// (ISO 20022 `AmtDtls`).
public struct AmountDetail: Sendable, Equatable {
    /// `instructed`, `transaction`, `countervalue`, `announced`, or the bank's own word.
    public var type: String
    /// Without a sign.
    public var amount: Amount?
    public var currency: Currency?
    public var exchange: Exchange?

    public init(
        type: String, amount: Amount? = nil, currency: Currency? = nil, exchange: Exchange? = nil
    ) {
        self.type = type
        self.amount = amount
        self.currency = currency
        self.exchange = exchange
    }

    public struct Exchange: Sendable, Equatable {
        public var source: Currency?
        public var target: Currency?
        /// The currency of which the rate is the price of one, or of ``base``.
        public var unit: Currency?
        /// As written.
        public var rate: Amount?
        /// Of how many units the rate is the price; nil for one.
        public var base: Amount?
        public var contract: String?
        public var quotedOn: Day?

        public init() {}
    }
}

/// A payment order booked as one entry (ISO 20022 `Btch`).
public struct Batch: Sendable, Equatable {
    /// The payer's own reference of the order.
    public var id: String?
    public var messageId: String?
    /// How many payments it has.
    public var count: Int?
    /// Credits positive, debits negative.
    public var amount: Amount?
    public var currency: Currency?

    public init() {}
}

/// When how much of an entry or payment may be disposed of.
public struct Availability: Sendable, Equatable {
    public var amount: Amount
    public var currency: Currency?
    public var date: Day?
    /// Days after the booking, where no date is given.
    public var days: Int?

    public init(amount: Amount, currency: Currency?, date: Day? = nil, days: Int? = nil) {
        self.amount = amount
        self.currency = currency
        self.date = date
        self.days = days
    }
}

/// Interest in an entry or payment, or on the account; credits positive, debits negative.
public struct Interest: Sendable, Equatable {
    public var amount: Amount?
    public var currency: Currency?
    /// `INDY` of the day, `OVRN` overnight, or the bank's own word.
    public var type: String?
    /// In percent a year, as written; else the bank's word for it.
    public var rate: String?
    public var from: Day?
    public var to: Day?
    public var reason: String?
    public var tax: Amount?

    public init() {}
}

/// Tax that a payment is or holds.
public struct Tax: Sendable, Equatable {
    public var amount: Amount?
    public var currency: Currency?
    /// The amount that is taxed.
    public var base: Amount?
    public var reference: String?
    public var date: Day?

    public init() {}
}
