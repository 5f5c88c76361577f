import Ledger

/// A file that was imported whole.
public struct ImportedFile: Sendable, Equatable {
    public let name: String
    /// SHA-256 of the bytes, in hexadecimal.
    public let hash: String
    public let format: String
    /// Rows or entries in it, and how many of them were new to the books.
    public let rows: Int64
    public let new: Int64
    /// What its amounts sum up to, to be held against what the sender says.
    public let totals: [Total]
    /// The events that it made, of each entity one run.
    public let made: [Made]
    public var isUndone = false

    /// Control totals of one currency, in minor units; both positive.
    public struct Total: Sendable, Equatable {
        public let currency: Currency
        public var credits: Int64
        public var debits: Int64

        public init(_ currency: Currency, credits: Int64 = 0, debits: Int64 = 0) {
            self.currency = currency
            self.credits = credits
            self.debits = debits
        }
    }

    /// The journal numbers of the first event and the last.
    public struct Made: Sendable, Equatable {
        public let first: Int64
        public let last: Int64

        public init(first: Int64, last: Int64) {
            self.first = first
            self.last = last
        }
    }

    public init(
        name: String, hash: String, format: String, rows: Int64, new: Int64, totals: [Total] = [],
        made: [Made] = []
    ) {
        self.name = name
        self.hash = hash
        self.format = format
        self.rows = rows
        self.new = new
        self.totals = totals
        self.made = made
    }
}
