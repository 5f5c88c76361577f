import Ledger

/// A bank account of ours: statements name it, and it names the entity.
public struct OwnAccount: Sendable, Equatable {
    public let entity: Entity.ID
    /// IBAN or national number as the bank writes it, without spaces.
    public let number: String
    public let bank: String?
    public let currency: Currency
    /// The account of the general ledger it is kept under there, if the extract says.
    public let glAccount: String?
    /// Other names that files have for it: lockbox numbers, company identifications of ACH.
    public var aliases: [String] = []

    public init(
        entity: Entity.ID, number: String, bank: String?, currency: Currency, glAccount: String?
    ) {
        self.entity = entity
        self.number = number
        self.bank = bank
        self.currency = currency
        self.glAccount = glAccount
    }
}
