import Ledger

/// Money of a customer on its way back to where it came from (P14).
public struct Refund: Sendable, Equatable {
    public typealias ID = Identifier<Refund>

    public enum State: Int64, Sendable { case approved = 0, paid = 1, cancelled = 2 }

    public let id: ID
    public let entity: Entity.ID
    public let receipt: Receipt.ID
    public let currency: Currency
    public let rate: Rate
    public let amount: Int64
    public let functional: Int64
    /// The account the money came from: the only one it goes back to.
    public let toAccount: String
    public let requestedBy: String
    public let approvedBy: String
    public var state: State

    public init(
        id: ID, entity: Entity.ID, receipt: Receipt.ID, currency: Currency, rate: Rate,
        amount: Int64, functional: Int64, toAccount: String, requestedBy: String,
        approvedBy: String, state: State
    ) {
        self.id = id
        self.entity = entity
        self.receipt = receipt
        self.currency = currency
        self.rate = rate
        self.amount = amount
        self.functional = functional
        self.toAccount = toAccount
        self.requestedBy = requestedBy
        self.approvedBy = approvedBy
        self.state = state
    }
}
