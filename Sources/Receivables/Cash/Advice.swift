import Ledger

/// What a payer says that one payment pays. It waits for the money, or the money for it
/// (domain.md §3.7).
///
/// An advice names no company of ours, so it belongs to the books as a whole.
public struct Advice: Sendable, Equatable {
    public typealias ID = Identifier<Advice>

    public let id: ID
    public let format: String
    /// The payer's number of it.
    public let number: String?
    /// The day the money moves, else the day of the document, else the day it came.
    public let day: Day
    public let payer: String?
    public let payerAccount: String?
    public let currency: Currency?
    /// What is paid in all.
    public let amount: Amount
    /// The number that the payment carries too.
    public let trace: String?
    public let lines: [Line]
    /// The hash of what makes an advice the same when it is sent again.
    public let fingerprint: Int64
    /// The receipt that it tells of; nil while the advice waits.
    public var receipt: Receipt.ID?
    /// A person has said whose it is, or whose it is not: no run ties it.
    public var isByHand = false
    public var isWithdrawn = false

    /// One document, or an adjustment that names none.
    public struct Line: Sendable, Equatable {
        public var document: String?
        /// What is paid of it; of an adjustment, what is added or taken off.
        public var net: Amount?
        public var gross: Amount?
        public var discount: Amount?
        public var reason: String?

        public init() {}
    }

    public init(
        id: ID, format: String, number: String?, day: Day, payer: String?, payerAccount: String?,
        currency: Currency?, amount: Amount, trace: String?, lines: [Line], fingerprint: Int64
    ) {
        self.id = id
        self.format = format
        self.number = number
        self.day = day
        self.payer = payer
        self.payerAccount = payerAccount
        self.currency = currency
        self.amount = amount
        self.trace = trace
        self.lines = lines
        self.fingerprint = fingerprint
    }

    /// The lines as the receipt keeps them: `number=minor units`; nil where an amount is none of
    /// `currency`.
    public func documents(in currency: Currency) -> [String]? {
        var documents: [String] = []
        for line in lines {
            guard let document = line.document else { continue }
            guard let net = line.net else {
                documents.append(document + "=")
                continue
            }
            guard let minor = net.money(currency)?.minor else { return nil }
            documents.append(document + "=\(minor)")
        }
        return documents
    }
}
