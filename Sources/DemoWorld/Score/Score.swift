import Ledger

/// How well receipts were applied, measured against the truth: what share was done without a touch,
/// how much of that was right (precision), how much of all that could be applied was (recall), and
/// what remains.
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

        /// `98.25 %`, or `n/a` of nothing.
        public var percent: String {
            guard let points = basisPoints else { return "n/a" }
            return "\(points / 100).\(padded(Int(points % 100), 2)) %"
        }

        public var description: String {
            whole == 0 ? "n/a" : "\(percent) (\(part) of \(whole))"
        }

        mutating func add(_ isPart: Bool) { add(1, isPart) }

        mutating func add(_ amount: Int64, _ isPart: Bool) {
            whole += amount
            if isPart { part += amount }
        }
    }

    /// An applied line that is not true.
    public struct Wrong: Sendable {
        public let outcome: OutcomeLine
        /// The truth of its receipt; none where there is no such receipt.
        public let truth: [TruthLine]
        /// `no such receipt`, `pays no item`, `another item` or `amount`.
        public let why: String

        public var trouble: Trouble? { truth.first?.trouble }
    }

    /// The receipts of one kind of trouble, or of one stop.
    public struct Tally: Sendable, Equatable {
        public var count = 0
        public var appliedRight = 0
        public var proposedRight = 0
        public var wrong = 0
        public var leftOpen = 0
        /// Of those left open, what no honest person could know.
        public var unknowable = 0
    }

    /// The value of one money, in minor units.
    public struct Value: Sendable, Equatable {
        /// The house whose functional currency it is; nil where it is the receipts' own.
        public let entity: String?
        public let currency: Currency
        public var share: Share
    }

    /// Receipts whose items were all applied without a touch, none wrongly, among those that pay
    /// items.
    public internal(set) var receipts = Share()
    /// The same among those of them that a person could resolve from the papers.
    public internal(set) var knowable = Share()
    /// Lines applied rightly without a touch, among all true lines.
    public internal(set) var recall = Share()
    /// Lines applied rightly, among all applied.
    public internal(set) var precision = Share()
    /// Receipts of which no line was applied wrongly, among those of which any was applied.
    public internal(set) var cleanReceipts = Share()
    /// Value of the lines applied rightly among that of all true lines, credit notes by their
    /// magnitude: by the receipts' currency, in the order of the codes.
    public internal(set) var values: [Value] = []
    /// The same in each house's functional currency at the rates of the booking days; none without
    /// rates.
    public internal(set) var functional: [Value] = []
    /// Proposals that are the truth as they stand, among all proposals.
    public internal(set) var proposals = Share()
    /// Receipts whose payer was named rightly, among those whose customer is known in truth; money
    /// of the parent may lie with the parent.
    public internal(set) var payers = Share()
    /// Receipts that were given to a customer of whom they are not.
    public internal(set) var payersWrong = 0
    /// Right lines of which discount, charge and write-off are not what they are in truth.
    public internal(set) var reliefsDiffer = 0
    public internal(set) var wrong: [Wrong] = []
    /// A receipt with several kinds of trouble counts under each.
    public internal(set) var byTrouble: [Trouble: Tally] = [:]
    /// What waits, by what stopped it first.
    public internal(set) var byStop: [String: Tally] = [:]

    /// Wrong lines in ten thousand applied.
    public var wrongPerTenThousand: Int64 {
        let applied = precision.whole
        return applied == 0 ? 0 : (Int64(wrong.count) * 10_000 + applied - 1) / applied
    }

    public static func compare(truth: [TruthLine], outcome: [OutcomeLine]) -> Score {
        compare(truth: truth, outcome: outcome, rates: nil)
    }

    /// Against the truth of a demo folder, with its rates.
    public static func compare(
        folder: String, outcome: [OutcomeLine]
    ) throws(FileFailed) -> Score {
        compare(
            truth: try TruthLine.read(from: folder), outcome: outcome,
            rates: try Rates(from: folder))
    }

    private static func compare(
        truth: [TruthLine], outcome: [OutcomeLine], rates: Rates?
    ) -> Score {
        var comparison = Comparison(truth)
        for line in outcome { comparison.add(line) }
        return comparison.score(rates)
    }
}
