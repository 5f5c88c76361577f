/// One row of `acquit export applications`, as far as it is scored.
public struct OutcomeLine: Sendable {
    public var account: String?
    public var bankReference: String
    public var endToEndId: String?
    public var customer: String?
    public var item: String?
    /// In minor units.
    public var amount: Int64
    /// `applied`, `applied-by-hand`, `proposed`, `on-account`, `unapplied` or `unidentified`.
    public var status: String

    public init(
        account: String? = nil, bankReference: String, endToEndId: String? = nil,
        customer: String? = nil, item: String? = nil, amount: Int64, status: String
    ) {
        self.account = account
        self.bankReference = bankReference
        self.endToEndId = endToEndId
        self.customer = customer
        self.item = item
        self.amount = amount
        self.status = status
    }
}

/// How well receipts were applied, measured against the truth: what share was done without a touch,
/// how much of that was right (precision) and how much of all that could be applied was (recall).
public struct Score: Sendable {
    /// A count of `part` among `whole`.
    public struct Share: Sendable, Equatable, CustomStringConvertible {
        public var part: Int64
        public var whole: Int64

        public init(part: Int64 = 0, whole: Int64 = 0) {
            self.part = part
            self.whole = whole
        }

        /// In hundredths of a per cent, rounded down; nil of nothing.
        public var basisPoints: Int64? {
            whole == 0 ? nil : Int64(Int128(part) * 10_000 / Int128(whole))
        }

        public var description: String {
            guard let points = basisPoints else { return "n/a" }
            return "\(points / 100).\(padded(Int(points % 100), 2)) % (\(part) of \(whole))"
        }
    }

    /// An applied line that is not true.
    public struct Wrong: Sendable {
        public let outcome: OutcomeLine
        public let trouble: Trouble?
        /// `no such receipt`, `pays no item`, `another item` or `amount`.
        public let why: String
    }

    /// The receipts of one kind of trouble.
    public struct Tally: Sendable, Equatable {
        public var count = 0
        public var appliedRight = 0
        public var proposedRight = 0
        public var wrong = 0
        public var leftOpen = 0
    }

    /// Receipts whose items were all applied without a touch, none wrongly, among those that pay
    /// items.
    public internal(set) var receipts = Share()
    /// Lines applied rightly without a touch, among all true lines.
    public internal(set) var recall = Share()
    /// Lines applied rightly, among all applied.
    public internal(set) var precision = Share()
    /// Value of the lines applied rightly among the value of all true lines, credit notes by their
    /// magnitude; all currencies as they are, so of use only as a share.
    public internal(set) var value = Share()
    /// Proposals that are the truth as they stand, among all proposals.
    public internal(set) var proposals = Share()
    public internal(set) var wrong: [Wrong] = []
    public internal(set) var byTrouble: [Trouble: Tally] = [:]

    public static func compare(truth: [TruthLine], outcome: [OutcomeLine]) -> Score {
        var comparison = Comparison(truth)
        for line in outcome { comparison.add(line) }
        return comparison.score()
    }
}

extension Score: CustomStringConvertible {
    /// The figures and the table as they are shown.
    public var description: String {
        var text = """
            receipts applied without touch  \(receipts)
            lines applied right, recall     \(recall)
            of the lines applied, precision \(precision)
            value applied                   \(value)
            proposals right                 \(proposals)

            trouble                       count applied proposed  wrong   open

            """
        for trouble in Trouble.allCases {
            guard let tally = byTrouble[trouble] else { continue }
            text += Self.left(trouble.rawValue, 27)
            for (number, width) in [
                (tally.count, 8), (tally.appliedRight, 8), (tally.proposedRight, 9),
                (tally.wrong, 7),
                (tally.leftOpen, 7),
            ] {
                text +=
                    String(repeating: " ", count: max(1, width - "\(number)".count)) + "\(number)"
            }
            text += "\n"
        }
        return text
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}
