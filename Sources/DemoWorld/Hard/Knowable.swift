/// What a person with paper and pencil could conclude from an amount alone.
enum Knowable {
    private static let most = 12

    /// Whether exactly one choice of these open amounts comes to `amount`; of more than twelve,
    /// one by itself or all of them are looked at only.
    static func isSettled(_ open: [Int64], _ amount: Int64) -> Bool {
        if open.count > most {
            let ways = open.count { $0 == amount } + (open.reduce(0, +) == amount ? 1 : 0)
            return ways == 1
        }
        var sums: [Int64] = [0]
        for one in open { sums += sums.map { $0 + one } }
        return sums.dropFirst().count { $0 == amount } == 1
    }
}
