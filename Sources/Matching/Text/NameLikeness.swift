/// How much two names resemble each other: for suggestions only, never for applying.
enum NameLikeness {
    /// Suggested above this; at it, not yet (field.md G10).
    static let threshold = 80

    /// 0…100: the share of letter pairs that the names have in common (Dice).
    static func score(_ a: CompanyName, _ b: CompanyName) -> Int {
        let pairsA = pairs(a)
        let pairsB = pairs(b)
        guard !pairsA.isEmpty, !pairsB.isEmpty else { return 0 }
        return 200 * Edits.common(pairsA, pairsB) / (pairsA.count + pairsB.count)
    }

    /// The best candidate above the threshold; all of the best where they tie, and then nobody is
    /// suggested.
    static func best<ID>(_ scored: [(id: ID, score: Int)]) -> [ID] {
        guard let top = scored.map(\.score).max(), top > threshold else { return [] }
        return scored.filter { $0.score == top }.map(\.id)
    }

    private static func pairs(_ name: CompanyName) -> [UInt16] {
        var pairs: [UInt16] = []
        for token in name.tokens {
            var last = ASCII.space
            for byte in token {
                pairs.append(UInt16(last) << 8 | UInt16(byte))
                last = byte
            }
        }
        return pairs.sorted()
    }
}
