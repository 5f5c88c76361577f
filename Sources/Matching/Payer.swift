/// A customer as the matcher knows it.
public struct Payer: Sendable {
    public let customer: Int64
    public let name: String
    public var nameLocal: String?
    /// The customer that may pay for this one.
    public var parent: Int64?
    public var taxId: String?
    /// Confirmed accounts it pays from.
    public var accounts: [String] = []
    /// Confirmed other names.
    public var aliases: [String] = []
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
    }

    public init(customer: Int64, name: String) {
        self.customer = customer
        self.name = name
    }
}
