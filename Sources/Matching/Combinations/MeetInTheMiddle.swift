/// Every combination of up to thirty amounts, searched in two halves.
///
/// All sums of each half are made in ascending order: a list and the same list with one amount
/// added, merged. Then one pointer rises through one half while another falls through the other:
/// 65,000 steps instead of a thousand million. Equal sums side by side are counted, so that the
/// count is exact; which amounts make the sum is looked up last.
struct MeetInTheMiddle {
    private let amounts: [Int64]
    private let target: Int64
    private let middle: Int

    init(_ amounts: [Int64], _ target: Int64) {
        self.amounts = amounts
        self.target = target
        middle = amounts.count / 2
    }

    func search(upTo bound: Int, _ found: inout Combinations) {
        let most = amounts.reduce(Int64(0)) { $0 + max($1, 0) }
        let least = amounts.reduce(Int64(0)) { $0 + min($1, 0) }
        if target > most || target < least { return }
        let (lower, upper) = (1 << middle, 1 << (amounts.count - middle))
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: lower + upper) { space in
            let one = UnsafeMutableBufferPointer(rebasing: space[..<lower])
            let other = UnsafeMutableBufferPointer(rebasing: space[lower...])
            Self.sums(of: amounts[..<middle], one)
            Self.sums(of: amounts[middle...], other)
            meet(one, other, upTo: bound, &found)
        }
    }

    /// All sums of the amounts, ascending, the empty one included.
    ///
    /// Merged from the end, in place: what is written lies behind all that is still to be read.
    private static func sums(
        of amounts: ArraySlice<Int64>, _ sums: UnsafeMutableBufferPointer<Int64>
    ) {
        sums[0] = 0
        var count = 1
        for amount in amounts {
            var (with, without) = (count - 1, count - 1)
            while with >= 0, without >= 0 {
                let (added, kept) = (sums[with] &+ amount, sums[without])
                let takes = added > kept
                sums[with &+ without &+ 1] = takes ? added : kept
                with &-= takes ? 1 : 0
                without &-= takes ? 0 : 1
            }
            while with >= 0 {
                sums[with] = sums[with] &+ amount
                with -= 1
            }
            count *= 2
        }
    }

    private func meet(
        _ one: UnsafeMutableBufferPointer<Int64>, _ other: UnsafeMutableBufferPointer<Int64>,
        upTo bound: Int, _ found: inout Combinations
    ) {
        var low = 0
        var high = other.count - 1
        while low < one.count, high >= 0 {
            let sum = one[low] &+ other[high]
            if sum < target {
                low += 1
            } else if sum > target {
                high -= 1
            } else {
                let (left, right) = (one[low], other[high])
                var (lefts, rights) = (0, 0)
                while low < one.count, one[low] == left { (low, lefts) = (low + 1, lefts + 1) }
                while high >= 0, other[high] == right { (high, rights) = (high - 1, rights + 1) }
                if found.count == 0 {
                    found.first =
                        places(of: left, 0..<middle)
                        + places(of: right, middle..<amounts.count)
                }
                found.count += lefts * rights
                if found.count > bound {
                    found.count = bound
                    found.isMore = true
                    return
                }
            }
        }
    }

    /// Some amounts of a half that sum to `sum`: from one try to the next one amount changes.
    private func places(of sum: Int64, _ half: Range<Int>) -> [Int] {
        var now: Int64 = 0
        var chosen = 0
        var step = 0
        while now != sum {
            step += 1
            let place = step.trailingZeroBitCount
            precondition(place < half.count, "a sum of no amounts")
            chosen ^= 1 << place
            let amount = amounts[half.lowerBound + place]
            now = chosen & 1 << place != 0 ? now + amount : now - amount
        }
        return half.filter { chosen & 1 << ($0 - half.lowerBound) != 0 }
    }
}
