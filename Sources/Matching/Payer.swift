import Ledger

/// A customer as the matcher knows it, or a third party that pays for customers.
public struct Payer: Sendable {
    /// The customer's id. A third party has a number of the caller's own choice that no customer
    /// has, and the flag ``Flags/thirdParty``.
    public let customer: Int64
    public let name: String
    public var nameLocal: String?
    /// The customer that may pay for this one.
    public var parent: Int64?
    public var taxId: String?
    /// Legal entity identifier (ISO 17442).
    public var lei: String?
    /// Confirmed accounts it pays from.
    public var accounts: [String] = []
    /// Confirmed other names, of whatever kind, that count everywhere.
    public var aliases: [String] = []
    /// Confirmed other names with their kind, days and scope.
    public var names: [OtherName] = []
    /// Confirmed accounts that count for some time or in some place only.
    public var datedAccounts: [DatedAccount] = []
    /// Accounts of ours, virtual or dedicated, that stand for this customer (R11).
    public var virtualAccounts: [DatedAccount] = []
    /// For whom else it may pay: as paying agent, factor, sister.
    public var paysFor: [PaysFor] = []
    public var flags: Flags = []

    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// R8 may apply by itself.
        public static let autoSingleAmount = Flags(rawValue: 1)
        /// R12, oldest first, is agreed by contract.
        public static let oldestFirst = Flags(rawValue: 2)
        /// Account closed or customer insolvent: nothing is applied by itself.
        public static let closed = Flags(rawValue: 4)
        public static let legalHold = Flags(rawValue: 8)
        /// No customer of ours: it owes nothing, and only pays for others.
        public static let thirdParty = Flags(rawValue: 16)
    }

    public init(customer: Int64, name: String) {
        self.customer = customer
        self.name = name
    }

    /// An account number, in whatever separators.
    public struct DatedAccount: Sendable, Hashable {
        public var number: String
        public var scope: Scope

        public init(_ number: String, _ scope: Scope = .everywhere) {
            self.number = number
            self.scope = scope
        }
    }

    /// The right to pay for a customer, confirmed by a person (the third-party control of P27).
    public struct PaysFor: Sendable, Hashable {
        public enum Role: String, CaseIterable, Sendable {
            case payingAgent, factor, parent, sister
        }

        public var customer: Int64
        public var role: Role
        public var from: Day?
        public var until: Day?

        public init(_ customer: Int64, _ role: Role, from: Day? = nil, until: Day? = nil) {
            self.customer = customer
            self.role = role
            self.from = from
            self.until = until
        }
    }
}
