/// The combinations of open items that sum to an amount, with what was searched to find them
/// (domain.md §3.8).
///
/// A combination found by chance looks like a true one: of thirty amounts one in five true sums
/// has a second combination, and one in seven sums that are none has one. So the count is part of
/// the answer, and so is how far the search went. Never is one picked of several.
public struct Combinations: Equatable, Sendable {
    /// What was searched to its end.
    public enum Scope: Equatable, Sendable {
        /// Every combination of the candidates.
        case all
        /// Every combination of at most so many of them.
        case atMost(Int)
        /// None: too many.
        case nothing
    }

    public let scope: Scope
    /// How many amounts were given.
    public let candidates: Int
    /// How many combinations fit; the bound where there are more.
    public var count = 0
    /// Whether there are more than `count`.
    public var isMore = false
    /// The places of the first that was found, ascending; the only one where `count` is 1.
    public var first: [Int] = []

    /// Whether exactly one fits, among everything that could.
    public var isOnly: Bool { count == 1 && !isMore && scope == .all }

    /// Whether it may be applied by itself where the policy says so: the only one, of few of few.
    /// Larger ones fit by chance too often.
    public var isSure: Bool { isOnly && first.count <= 4 && candidates <= Self.allAtMost }

    /// Up to so many candidates every combination is searched.
    public static let allAtMost = 30
    /// With more candidates combinations of so few items are searched.
    static let fewItems = 4
    /// … if that takes no more looks than this; else of one item less.
    static let looksAtMost = 200_000

    /// The combinations of `amounts`, not zero, that sum to exactly `target`, not zero; counted up
    /// to `bound`.
    public static func find(_ amounts: [Int64], target: Int64, upTo bound: Int = 99) -> Self {
        // Without credits an amount above the target is in no combination.
        let hasCredits = amounts.contains { $0 < 0 }
        let able = amounts.indices.filter { hasCredits || amounts[$0] <= target }
        let some = able.map { amounts[$0] }
        var found: Combinations
        if some.count <= allAtMost {
            found = Combinations(scope: .all, candidates: amounts.count)
            MeetInTheMiddle(some, target).search(upTo: bound, &found)
        } else if let few = (2...fewItems).last(where: { looks(some.count, $0) <= looksAtMost }),
            few > 2
        {
            found = Combinations(scope: .atMost(few), candidates: amounts.count)
            FewOfMany(some).search(target, atMost: few, upTo: bound, &found)
        } else {
            return Combinations(scope: .nothing, candidates: amounts.count)
        }
        found.first = found.first.map { able[$0] }.sorted()
        return found
    }

    init(scope: Scope, candidates: Int) {
        self.scope = scope
        self.candidates = candidates
    }

    /// How many ways there are to choose all but the last item, which is looked up.
    private static func looks(_ count: Int, _ items: Int) -> Int {
        (0..<items - 1).reduce(1) { min($0 * (count - $1) / ($1 + 1), Int.max / 1_000_000) }
    }
}

extension Combinations {
    /// `exactly one combination of 63 open items`.
    var evidence: Evidence {
        let (en, zh) = searched
        switch (scope, count) {
        case (.nothing, _):
            return Evidence(
                "not searched: \(candidates) open items are too many",
                "未搜索：\(candidates) 个未清项过多")
        case (_, 0): return Evidence("no combination \(en)", "\(zh)无组合相符")
        case (_, 1): return Evidence("exactly one combination \(en)", "\(zh)唯一组合")
        default:
            let more = isMore ? "more than " : ""
            return Evidence(
                "\(more)\(count) combinations \(en)", "\(zh)有\(isMore ? "超过 " : " ")\(count) 种组合")
        }
    }

    private var searched: (en: String, zh: String) {
        if case .atMost(let few) = scope {
            return (
                "of at most \(few) of \(candidates) open items", "\(candidates) 个未清项取至多 \(few) 项，"
            )
        }
        return ("of \(candidates) open items", "\(candidates) 个未清项中")
    }
}
