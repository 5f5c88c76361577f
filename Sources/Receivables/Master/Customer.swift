import Ledger

/// Who is billed: a customer of one entity, with what is known of how it pays.
public struct Customer: Sendable, Equatable {
    public typealias ID = Identifier<Customer>

    public let id: ID
    public let entity: Entity.ID
    public let code: String
    public var name: String
    public var nameLocal: String?
    public var country: String?
    public var currency: Currency?
    public var taxId: String?
    /// As the extract writes them: `net30`, `2/10net30`, `eom15`.
    public var terms: String?
    /// In minor units of the customer's currency.
    public var creditLimit: Int64?
    /// The customer that may pay for this one, by its code; it may be registered later.
    public var parent: String?
    public var email: String?
    public var language: String?
    /// Confirmed accounts it pays from.
    public var accounts: [String] = []
    /// Confirmed other names.
    public var aliases: [String] = []
    public var riskClass: String?
    public var collector: String?

    public init(id: ID, entity: Entity.ID, code: String, name: String) {
        self.id = id
        self.entity = entity
        self.code = code
        self.name = name
    }
}
