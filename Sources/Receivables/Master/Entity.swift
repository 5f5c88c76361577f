import Ledger

/// A legal company whose receivables are kept: every item, receipt and task belongs to one.
public struct Entity: Sendable, Equatable {
    public typealias ID = Identifier<Entity>

    /// 1, 2, 3 … in the order of opening.
    public let id: ID
    public let code: String
    public let name: String
    /// ISO 3166 alpha-2.
    public let country: String
    /// The functional currency (IAS 21).
    public let currency: Currency

    public init(id: ID, code: String, name: String, country: String, currency: Currency) {
        self.id = id
        self.code = code
        self.name = name
        self.country = country
        self.currency = currency
    }

    /// How VAT follows a cash discount (domain.md §1.4 P10).
    public var discountVAT: DiscountVAT {
        if country == "CN" { return .unchanged }
        if country == "US" { return .none }
        return .reduced
    }

    /// Where the tax in an advance stands until the goods are delivered; nil where there is none
    /// (domain.md §1.4 P26: in China the tax point is the delivery, in the EU the advance).
    public var advanceTaxAccount: Account? {
        country == "CN" ? .pendingVAT : country == "US" ? nil : .outputVAT
    }

    public enum DiscountVAT: Sendable { case none, reduced, unchanged }

    /// Whether small credits may be taken to income, or are unclaimed property (domain.md §1.4
    /// P15).
    public var mayKeepSmallCredits: Bool { country != "US" }
}
