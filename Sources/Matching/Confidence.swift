/// How often proposals like one were right on history, with how many there were: a score of a rule
/// says which rule it was, this says what it was worth.
public struct Confidence: Sendable, Equatable {
    /// In 1/10000.
    public let probability: Int64
    /// Of how many.
    public let of: Int64

    public var en: String { "right in \(share) of \(of)" }
    public var zh: String { "历史 \(of) 笔中 \(share) 正确" }

    private var share: String {
        "\(probability / 100).\(probability % 100 / 10)\(probability % 10) %"
    }
}

/// What history taught: for a rule, its rung of the ladder and its stops, how many were proposed
/// and how many were right.
public struct Calibration: Sendable, Equatable {
    public struct Kind: Hashable, Sendable {
        public let rule: Rule
        public let ladder: Ladder?
        /// Of a proposal, the most important first.
        public let stops: [Stop]

        public init(_ rule: Rule, _ ladder: Ladder?, _ stops: [Stop]) {
            self.rule = rule
            self.ladder = ladder
            self.stops = stops
        }
    }

    public struct Count: Sendable, Equatable {
        public var right: Int64
        public var of: Int64

        public init(right: Int64, of: Int64) {
            self.right = right
            self.of = of
        }
    }

    /// With fewer, all rungs of the rule with the same stops are asked, and then nothing is said.
    public static let enough: Int64 = 20

    private var exact: [Kind: Count] = [:]
    private var anyRung: [Kind: Count] = [:]

    public init(_ counts: [Kind: Count] = [:]) {
        for (kind, count) in counts where (0...max(0, count.of)).contains(count.right) {
            exact[kind] = count
            let wider = Kind(kind.rule, nil, kind.stops)
            anyRung[wider, default: Count(right: 0, of: 0)].right &+= count.right
            anyRung[wider, default: Count(right: 0, of: 0)].of &+= count.of
        }
    }

    /// Nil where too few such proposals were ever measured.
    public func confidence(_ rule: Rule, _ ladder: Ladder?, _ stops: [Stop]) -> Confidence? {
        let exact = exact[Kind(rule, ladder, stops)]
        let wider = anyRung[Kind(rule, nil, stops)]
        guard let count = [exact, wider].compactMap({ $0 }).first(where: { $0.of >= Self.enough })
        else { return nil }
        let share = Int128(count.right) * 10_000 / Int128(count.of)
        return Confidence(probability: Int64(share), of: count.of)
    }
}
