/// Every combination of a few of many amounts: sorted, so that whole ranges that cannot reach the
/// rest are passed over, and the last amount is looked up instead of tried.
struct FewOfMany {
    /// Descending.
    private let amounts: [Int64]
    private let order: [Int]
    /// Sums of what is owed before a place, and of the credits from a place on.
    private let owed: [Int64]
    private let credits: [Int64]

    init(_ given: [Int64]) {
        let order = given.indices.sorted { (given[$0], $1) > (given[$1], $0) }
        let amounts = order.map { given[$0] }
        var owed: [Int64] = [0]
        for amount in amounts { owed.append(owed[owed.count - 1] + max(amount, 0)) }
        var credits = [Int64](repeating: 0, count: amounts.count + 1)
        for place in amounts.indices.reversed() {
            credits[place] = credits[place + 1] + min(amounts[place], 0)
        }
        self.order = order
        self.amounts = amounts
        self.owed = owed
        self.credits = credits
    }

    func search(
        _ target: Int64, atMost items: Int, upTo bound: Int, _ found: inout Combinations
    ) {
        go(0, target, items, [], bound, &found)
        found.first = found.first.map { order[$0] }
    }

    private func go(
        _ place: Int, _ rest: Int64, _ items: Int, _ chosen: [Int], _ bound: Int,
        _ found: inout Combinations
    ) {
        if items == 1 { return lookUp(rest, from: place, chosen, bound, &found) }
        var next = credits[place] == 0 ? first(notAbove: rest, from: place) : place
        while next < amounts.count, !found.isMore {
            let end = min(next + items, amounts.count)
            if rest > owed[end] - owed[next] { return }
            if rest < credits[max(next, amounts.count - items)] { return }
            let left = rest - amounts[next]
            if left == 0 { take(chosen + [next], 1, bound, &found) }
            go(next + 1, left, items - 1, chosen + [next], bound, &found)
            next += 1
        }
    }

    /// The last amount must be the rest itself.
    private func lookUp(
        _ rest: Int64, from place: Int, _ chosen: [Int], _ bound: Int, _ found: inout Combinations
    ) {
        let start = first(notAbove: rest, from: place)
        guard rest != 0, start < amounts.count, amounts[start] == rest else { return }
        var end = start
        while end < amounts.count, amounts[end] == rest { end += 1 }
        take(chosen + [start], end - start, bound, &found)
    }

    private func take(
        _ places: [Int], _ count: Int, _ bound: Int, _ found: inout Combinations
    ) {
        if found.count == 0 { found.first = places }
        found.isMore = found.count + count > bound
        found.count = min(found.count + count, bound)
    }

    private func first(notAbove limit: Int64, from place: Int) -> Int {
        var (low, high) = (place, amounts.count)
        while low < high {
            let middle = (low + high) / 2
            if amounts[middle] > limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
