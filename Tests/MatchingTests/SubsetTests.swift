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
                    && Self.sum(amounts, mask) == target
            }
            var found = Combinations(scope: .atMost(most), candidates: count)
            FewOfMany(amounts).search(target, atMost: most, upTo: 1_000, &found)
            let about: Comment = "\(amounts) for \(target), at most \(most)"
            #expect(found.count == fits.count && !found.isMore, about)
            #expect(fits.isEmpty || fits.contains(Self.mask(found.first)), about)
            let all = (1..<1 << count).filter { Self.sum(amounts, $0) == target }
            let whole = Combinations.find(amounts, target: target, upTo: 1_000)
            #expect(whole.count == all.count && whole.scope == .all && !whole.isMore, about)
            #expect(all.isEmpty || all.contains(Self.mask(whole.first)), about)
            #expect(whole.isOnly == (all.count == 1), about)
            seen.insert("\(min(fits.count, 2))\(min(all.count, 2))")
        }
        #expect(seen.isSuperset(of: ["00", "01", "11", "12", "22"]))
    }

    private static func sum(_ amounts: [Int64], _ mask: Int) -> Int64 {
        amounts.indices.reduce(0) { mask & 1 << $1 != 0 ? $0 + amounts[$1] : $0 }
    }

    private static func mask(_ places: [Int]) -> Int { places.reduce(0) { $0 | 1 << $1 } }

    @Test func `counts up to a bound and says that there are more`() {
        let equal = [Int64](repeating: 1, count: 30)
        let many = Combinations.find(equal, target: 15)
        #expect(many.count == 99 && many.isMore && !many.isOnly)
        #expect(Combinations.find(equal, target: 30).isOnly)
        let nine = Combinations.find([1, 1, 1, 2, 2, 2], target: 3, upTo: 9)
        #expect(nine.count == 9 + 1 - 1 && nine.isMore)
        #expect(Combinations.find([1, 1, 1, 2, 2, 2], target: 3).count == 10)
    }

    @Test func `thirty items are searched to the end, more only few at a time`() {
        var chance = Chance(seed: 3)
        var amounts = (0..<30).map { _ in Int64(chance.int(1_000_00...9_000_000_000)) }
        let chosen = [2, 3, 7, 11, 19, 23, 28]
        let sum = chosen.reduce(Int64(0)) { $0 + amounts[$1] }
        let found = Combinations.find(amounts, target: sum)
        #expect(found.isOnly && found.first == chosen && !found.isSure)
        #expect(found.evidence.en == "exactly one combination of 30 open items")
        let four = chosen.prefix(4).reduce(Int64(0)) { $0 + amounts[$1] }
        #expect(Combinations.find(amounts, target: four).isSure)
        amounts += (0..<33).map { _ in Int64(chance.int(1_000_00...9_000_000_000)) }
        let few = Combinations.find(amounts, target: four)
        #expect(few.scope == .atMost(4) && few.first == Array(chosen.prefix(4)))
        #expect(few.count == 1 && !few.isOnly && !few.isSure)
        #expect(few.evidence.en == "exactly one combination of at most 4 of 63 open items")
        #expect(Combinations.find(amounts, target: sum).count == 0)
    }

    @Test func `says so when it cannot search to the end`() {
        let amounts = (0..<200).map { Int64(1_000_003 + $0 * 7_919) }
        #expect(Combinations.find(amounts, target: 9_999_999).scope == .atMost(3))
        let hundreds = (0..<700).map { Int64(1_000_003 + $0 * 7_919) }
        let none = Combinations.find(hundreds, target: 9_999_999)
        #expect(none.scope == .nothing && none.count == 0)
        #expect(none.evidence.en == "not searched: 700 open items are too many")
    }

    @Test func `amounts too large to be in it do not count against the search`() {
        let amounts = (0..<500).map { Int64(1_000_000 + $0) } + [30, 50]
        let found = Combinations.find(amounts, target: 80)
        #expect(found.isOnly && found.first == [500, 501] && !found.isSure)
    }
}
