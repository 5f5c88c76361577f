extension Money {
    /// This amount over `weights`, in proportion, losing nothing: each share is rounded toward
    /// zero, and the minor units left go to the lines with the largest remainder, ties to the
    /// larger weight and then to the lower line (domain.md §0.1, largest remainder).
    ///
    /// Weights are not negative and not all zero.
    public func split(over weights: [Int64]) -> [Money] {
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        precondition(total > 0 && weights.allSatisfy { $0 >= 0 }, "splitting over \(weights)")
        var shares: [Int64] = []
        var remainders: [(line: Int, remainder: Int128)] = []
        for (line, weight) in weights.enumerated() {
            let (quotient, remainder) = (Int128(magnitude.minor) * Int128(weight))
                .quotientAndRemainder(dividingBy: total)
            shares.append(Int64(quotient))
            remainders.append((line, remainder))
        }
        let left = Int(magnitude.minor - shares.reduce(0, +))
        remainders.sort {
            ($0.remainder, weights[$0.line], -$0.line) > ($1.remainder, weights[$1.line], -$1.line)
        }
        for (line, _) in remainders.prefix(left) { shares[line] += 1 }
        return shares.map { Money(minor: isNegative ? -$0 : $0, currency) }
    }

    /// This amount over `count` equal lines.
    public func split(_ count: Int) -> [Money] { split(over: Array(repeating: 1, count: count)) }
}
