import Ledger

/// What a bank says of money before the statement does, or beside it: an intraday report, a credit
/// notification, the contents of a lockbox or of an ACH file, a pending entry.
///
/// A notice is never posted. It waits for its line of a statement and then completes what is known
/// of that money (reliability: what is the same bank entry).
public struct Notice: Sendable, Equatable {
    public typealias ID = Identifier<Notice>

    public enum Status: Int64, Sendable, CaseIterable {
        case booked = 0
        case pending, information
    }

    public let id: ID
    public let entity: Entity.ID
    /// Our account's number.
    public let account: String
    public let currency: Currency
    /// Signed minor units: credits positive.
    public let amount: Int64
    /// The booking day, else the value day, else the day of the message.
    public let day: Day
    public let status: Status
    public let format: String
    /// What it came in: a deposit of checks, a batch of payments. The statement may show the sum.
    public let batch: String?
    public let bankReference: String?
    /// The payments that make it up; at least one.
    public let parts: [Part]
    /// The hash of what makes a notice the same when it is sent again.
    public let fingerprint: Int64
    /// The line that brought the money; nil while the notice waits.
    public var line: BankLine.ID?
    public var isWithdrawn = false

    /// One payment, in minor units of the notice's currency.
    public struct Part: Sendable, Equatable {
        public let amount: Int64
        public let source: Receipt.Source

        public init(_ amount: Int64, _ source: Receipt.Source) {
            self.amount = amount
            self.source = source
        }
    }

    public init(
        id: ID, entity: Entity.ID, account: String, currency: Currency, amount: Int64, day: Day,
        status: Status, format: String, batch: String?, bankReference: String?, parts: [Part],
        fingerprint: Int64
    ) {
        self.id = id
        self.entity = entity
        self.account = account
        self.currency = currency
        self.amount = amount
        self.day = day
        self.status = status
        self.format = format
        self.batch = batch
        self.bankReference = bankReference
        self.parts = parts
        self.fingerprint = fingerprint
    }
}
