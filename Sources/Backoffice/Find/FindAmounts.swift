import Ledger
import Matching
import Receivables
import Store

/// Items and receipts of an amount: to the cent first, then the nearest within what banks charge.
struct FindAmounts {
    private let finder: Finder
    /// The nearest on each side.
    private static let nearest = 20
    /// Customers that an amount is looked up for one by one, so that a common amount does not hide
    /// the one in question.
    private static let payers = 50

    init(_ finder: Finder) { self.finder = finder }

    func candidates(
        _ kind: SearchKind, _ word: FindQuery.Word, _ payers: [SearchReader.Hits], at place: Int
    ) throws -> SearchReader.Hits {
        var all = SearchReader.Hits()
        let add = { (hits: SearchReader.Hits, isNear: Bool) in
            all.ids += hits.ids
            // The nearest are not all that is near, and need not be.
            if !isNear { all.isCut = all.isCut || hits.isCut }
        }
        for (minor, charge) in amounts(word) {
            for minor in kind == .item ? [minor, -minor] : [minor] {
                let below = (minor - charge)...(minor - 1)
                let above = (minor + 1)...(minor + charge)
                if kind == .receipt {
                    add(try finder.reader.receipts(minor...minor, limit: finder.candidates), false)
                    if charge == 0 { continue }
                    add(
                        try finder.reader.receipts(below, falling: true, limit: Self.nearest),
                        true)
                    add(try finder.reader.receipts(above, limit: Self.nearest), true)
                    continue
                }
                for (other, hits) in payers.enumerated()
                where other != place && hits.ids.count <= Self.payers {
                    for id in hits.ids.compactMap({ Int64($0) }) {
                        add(
                            try finder.reader.items(
                                minor...minor, customer: Customer.ID(id), limit: Self.nearest),
                            false)
                    }
                }
                add(try finder.reader.items(minor...minor, limit: finder.candidates), false)
                add(try finder.reader.partlyOpen(minor, limit: finder.candidates), false)
                if charge == 0 { continue }
                add(try finder.reader.items(below, falling: true, limit: Self.nearest), true)
                add(try finder.reader.items(above, limit: Self.nearest), true)
            }
        }
        return all
    }

    /// Minor units that the word may mean in the currencies of our companies and accounts, each
    /// with the largest charge that is still near.
    private func amounts(_ word: FindQuery.Word) -> [(minor: Int64, charge: Int64)] {
        let limits = MatchingPolicy().charges.limits
        var found: [Int64: Int64] = [:]
        for amount in word.amounts {
            for currency in finder.currencies {
                guard let money = amount.money(currency), money.minor > 0 else { continue }
                let charge = min(limits[currency] ?? 0, money.minor - 1)
                found[money.minor] = max(found[money.minor] ?? 0, charge)
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
