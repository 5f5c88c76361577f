import Ledger

/// From which day an item ages.
public enum AgingBasis: String, Sendable, CaseIterable {
    /// How long it is overdue; due on the day itself is not due.
    case dueDate = "due-date"
    /// How long ago it was invoiced, as PRC disclosure counts.
    case invoiceDate = "invoice-date"

    public var name: String {
        switch self {
        case .dueDate: "due date"
        case .invoiceDate: "invoice date"
        }
    }

    /// The columns of ``AgingBuckets/debits``.
    public var columns: [String] {
        switch self {
        case .dueDate: ["current", "1-30", "31-60", "61-90", ">90"]
        case .invoiceDate: ["0-30", "31-60", "61-90", "91-120", ">120"]
        }
    }
}

/// The aging of a customer, or of many, in one currency: minor units (domain.md G-MET-02). The
/// total is the sum of the columns by construction.
public struct AgingBuckets: Sendable {
    private var buckets = InlineArray<5, Int64>(repeating: 0)
    /// Open credit notes; negative.
    public private(set) var credits: Int64 = 0
    /// Money of receipts; positive, but it lowers the total.
    public private(set) var onAccount: Int64 = 0
    public private(set) var unapplied: Int64 = 0
    public private(set) var unidentified: Int64 = 0

    public init() {}

    public mutating func add(open: Int64, dueOn: Day, issuedOn: Day, asOf: Day, basis: AgingBasis) {
        if open < 0 {
            credits += open
            return
        }
        let age = basis == .dueDate ? asOf - dueOn : asOf - issuedOn
        let place =
            switch basis {
            case .dueDate: age <= 0 ? 0 : min(4, (age - 1) / 30 + 1)
            case .invoiceDate: age <= 30 ? 0 : min(4, (age - 1) / 30)
            }
        buckets[place] += open
    }

    public mutating func add(onAccount: Int64, unapplied: Int64, unidentified: Int64) {
        self.onAccount += onAccount
        self.unapplied += unapplied
        self.unidentified += unidentified
    }

    public mutating func add(_ other: AgingBuckets) {
        for place in buckets.indices { buckets[place] += other.buckets[place] }
        credits += other.credits
        add(
            onAccount: other.onAccount, unapplied: other.unapplied,
            unidentified: other.unidentified)
    }

    /// Five buckets of what is owed, youngest first.
    public var debits: [Int64] { buckets.indices.map { buckets[$0] } }
    /// What is owed, without credits and money.
    public var debit: Int64 { buckets[0] + overdue }
    /// What is owed beyond the first bucket.
    public var overdue: Int64 { buckets[1] + buckets[2] + buckets[3] + buckets[4] }
    public var total: Int64 { debit + credits - onAccount - unapplied - unidentified }
    public var isEmpty: Bool {
        debit == 0 && credits == 0 && onAccount == 0 && unapplied == 0 && unidentified == 0
    }

    /// The share not due of what is owed, in hundredths of a per cent; nil where nothing is owed
    /// (M08).
    public var currentShare: Int64? {
        debit == 0
            ? nil : Int64(Decimals.rounded(Int128(buckets[0]) * 10_000, over: Int128(debit)))
    }
}
