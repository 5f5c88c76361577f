import Ledger
import Testing

@testable import Matching

/// The only combination (domain.md §3.8): proved, or not believed.
struct SubsetTests {
    private static let items = [
        Desk.item(1, "INV-1001", 3_200_00), Desk.item(2, "INV-1002", 4_800_00),
        Desk.item(3, "INV-1003", 1_500_00), Desk.item(4, "INV-1004", 6_500_00),
    ]

    @Test func `G-SUB-01 two combinations are none`() {
        let proposal = Desk.match(Desk.receipt(8_000_00), Self.items)
        #expect(proposal.disposition == .unmatched)
        #expect(proposal.stops == [.severalCombinations])
    }

    @Test(arguments: [(9_500_00, [1, 2, 3]), (11_300_00, [2, 4])] as [(Int64, [Int64])])
    func `G-SUB-01 the only combination is a suggestion`(amount: Int64, expected: [Int64]) {
        let proposal = Desk.match(Desk.receipt(amount), Self.items)
        #expect(proposal.disposition == .propose)
        #expect(proposal.rule == .uniqueSubset)
        #expect(proposal.score == 80)
        #expect(proposal.lines.map(\.item).sorted() == expected)
    }

    @Test func `agrees with trying every combination`() {
        var chance = Chance(seed: 11)
        var seen: Set<String> = []
        for _ in 0..<3_000 {
            let count = chance.int(1...9)
            let amounts = (0..<count).map { _ in
                Int64(chance.int(0...9) == 0 ? -chance.int(1...12) : chance.int(1...24))
            }
            let most = chance.int(1...9)
            let target = Int64(chance.int(1...60))
            let fits = (1..<1 << count).filter { mask in
                mask.nonzeroBitCount <= most
                    && amounts.indices.reduce(Int64(0)) {
                        mask & 1 << $1 != 0 ? $0 + amounts[$1] : $0
                    } == target
            }
            let found = Subset.find(amounts, target: target, items: most, combinations: 5_000)
            switch fits.count {
            case 0: #expect(found == .none, "\(amounts) for \(target), at most \(most)")
            case 1:
                let expected = amounts.indices.filter { fits[0] & 1 << $0 != 0 }
                #expect(found == .one(expected), "\(amounts) for \(target), at most \(most)")
            default: #expect(found == .several, "\(amounts) for \(target), at most \(most)")
            }
            seen.insert("\(min(fits.count, 2))")
        }
        #expect(seen.count == 3)
    }

    @Test func `says so when it cannot search to the end`() {
        let amounts = (0..<200).map { Int64(1_000_003 + $0 * 7_919) }
        #expect(
            Subset.find(amounts, target: 9_999_999, items: 12, combinations: 5_000) == .tooMany)
    }
}
