import Ledger

/// A bank statement that was accepted into the books.
public struct BankStatement: Sendable, Equatable {
    public typealias ID = Identifier<BankStatement>

    public let id: ID
    public let entity: Entity.ID
    /// Our account's number.
    public let account: String
    public let currency: Currency
    /// The bank's own identification, as far as it gives one.
    public let number: String?
    public let sequence: String?
    public let from: Day
    public let to: Day
    /// Minor units; credit balances positive. Nil where the file has none.
    public let opening: Int64?
    public let closing: Int64?
    public let lines: Int64
    public let format: String
    /// The file it came in was taken back, or corrected by another.
    public var isWithdrawn = false

    public init(
        id: ID, entity: Entity.ID, account: String, currency: Currency, number: String?,
        sequence: String?, from: Day, to: Day, opening: Int64?, closing: Int64?, lines: Int64,
        format: String
    ) {
        self.id = id
        self.entity = entity
        self.account = account
        self.currency = currency
        self.number = number
        self.sequence = sequence
        self.from = from
        self.to = to
        self.opening = opening
        self.closing = closing
        self.lines = lines
        self.format = format
    }
}

/// One booked line of an accepted statement; it is posted exactly once (invariant I7).
public struct BankLine: Sendable, Equatable {
    public typealias ID = Identifier<BankLine>

    /// What a line is to receivables.
    public enum Class: Int64, Sendable, CaseIterable {
        /// Money of customers: receipts carry it.
        case receipt = 0
        /// The bank's own charge (domain.md §1.5a).
        case bankCharge = 1
        /// Interest, salaries, suppliers, taxes, own transfers: the general ledger's business.
        case other = 2
        /// A payment the bank took back or returned: a person decides what it undoes.
        case returned = 3
    }

    public let id: ID
    public let statement: BankStatement.ID
    public let entity: Entity.ID
    public let account: String
    public let currency: Currency
    public let rate: Rate
    /// Signed minor units: credits positive.
    public let amount: Int64
    public let functional: Int64
    public let bookedOn: Day
    public let valueDate: Day
    public let postedOn: Day
    public let kind: Class
    public let bankReference: String?
    public let code: String?
    public let text: String?
    /// The hash of what makes a line the same when it is sent again (reliability: what is the same
    /// bank entry).
    public let fingerprint: Int64
    /// The day it was taken back.
    public var reversedOn: Day?

    public init(
        id: ID, statement: BankStatement.ID, entity: Entity.ID, account: String,
        currency: Currency, rate: Rate, amount: Int64, functional: Int64, bookedOn: Day,
        valueDate: Day, postedOn: Day, kind: Class, bankReference: String?, code: String?,
        text: String?, fingerprint: Int64
    ) {
        self.id = id
        self.statement = statement
        self.entity = entity
        self.account = account
        self.currency = currency
        self.rate = rate
        self.amount = amount
        self.functional = functional
        self.bookedOn = bookedOn
        self.valueDate = valueDate
        self.postedOn = postedOn
        self.kind = kind
        self.bankReference = bankReference
        self.code = code
        self.text = text
        self.fingerprint = fingerprint
    }
}
