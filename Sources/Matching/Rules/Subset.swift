/// The search for a combination that sums to an amount, with the proof that it is the only one
/// (domain.md §3.8).
enum Subset {
    enum Result: Equatable {
        case one([Int])
        /// Two at least; the first two found.
        case several
        case none
        /// More candidates than can be searched through to the end.
        case tooMany
    }

    /// Indexes into `amounts` whose amounts sum to exactly `target`; at most `items` of them.
    static func find(
        _ amounts: [Int64], target: Int64, items: Int, combinations: Int
    ) -> Result {
        var order = Array(amounts.indices)
        order.sort { amounts[$0] > amounts[$1] }
        let sorted = order.map { amounts[$0] }
        var search = Search(
            amounts: sorted, positive: suffixes(sorted) { max($0, 0) },
            negative: suffixes(sorted) { min($0, 0) }, items: items, left: combinations * 10)
        search.go(0, target, [])
        if search.isExhausted, search.found.count < 2 { return .tooMany }
        switch search.found.count {
        case 0: return .none
        case 1: return .one(search.found[0].map { order[$0] }.sorted())
        default: return .several
        }
    }

    private static func suffixes(_ amounts: [Int64], _ part: (Int64) -> Int64) -> [Int64] {
        var sums = [Int64](repeating: 0, count: amounts.count + 1)
        for place in amounts.indices.reversed() {
            sums[place] = sums[place + 1] &+ part(amounts[place])
        }
        return sums
    }

    private struct Search {
        let amounts: [Int64]
        /// The most, and the least, that the amounts from a place on can add.
        let positive: [Int64]
        let negative: [Int64]
        let items: Int
        /// Amounts that may still be tried, leaves included: the search ends by proof or says that
        /// it did not.
        var left: Int
        var found: [[Int]] = []
        var isExhausted = false

        mutating func go(_ place: Int, _ rest: Int64, _ chosen: [Int]) {
            if found.count > 1 || isExhausted { return }
            if rest == 0, !chosen.isEmpty { found.append(chosen) }
            if place == amounts.count || chosen.count == items { return }
            for next in firstThatFits(place, rest)..<amounts.count {
                if rest > positive[next] || rest < negative[next] { return }
                left -= 1
                if left < 0 { isExhausted = true }
                if found.count > 1 || isExhausted { return }
                go(next + 1, rest - amounts[next], chosen + [next])
            }
        }

        /// Without credits behind it, an amount above the rest fits nothing; the amounts fall, so
        /// these lie first.
        private func firstThatFits(_ place: Int, _ rest: Int64) -> Int {
            guard negative[place] == 0 else { return place }
            var low = place
            var high = amounts.count
            while low < high {
                let middle = (low + high) / 2
                if amounts[middle] > rest { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}
