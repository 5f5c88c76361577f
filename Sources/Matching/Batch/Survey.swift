/// What the receipts of a run say, before any of them is decided: so it is known who else claims
/// an item before it is given to anybody.
struct Survey {
    struct Read {
        let receipt: Remittance
        /// Folded.
        let text: [UInt8]
        let payer: Identification
        var named: Named
        var isRepeated = false
    }

    /// By value date and number; a receipt is named by its place here.
    private(set) var reads: [Read] = []
    /// The place of each in the input.
    let places: [Int]
    /// In the order in which they are decided: what names an item goes before what only resembles
    /// one, and that before what only its amount speaks for; then by value date and number.
    private(set) var order: [Int] = []
    /// Items that several receipts name, with those.
    private(set) var claims: [Int: [Int]] = [:]

    init(_ receipts: [Remittance], _ matcher: inout Matcher) {
        places = receipts.indices.sorted {
            (receipts[$0].valueDate, receipts[$0].id) < (receipts[$1].valueDate, receipts[$1].id)
        }
        reads.reserveCapacity(places.count)
        var first: [Int: Int] = [:]
        for place in places {
            var read = matcher.read(receipts[place])
            read.isRepeated = matcher.remember(read)
            for position in read.named.claimed {
                guard let other = first.updateValue(reads.count, forKey: position) else { continue }
                claims[position, default: [other]].append(reads.count)
            }
            reads.append(read)
        }
        let ranks = reads.map(\.named.rank)
        order = (0...2).flatMap { rank in reads.indices.filter { ranks[$0] == rank } }
    }

    /// What a receipt names, read again where the run has closed something of it meanwhile.
    mutating func read(_ place: Int, _ matcher: Matcher) -> Read {
        if reads[place].named.isOutOfDate(matcher.items) {
            reads[place].named = matcher.named(reads[place])
        }
        return reads[place]
    }

    /// Lets go of what has been decided for good.
    mutating func forget(_ place: Int) { reads[place].named = Named() }
}

extension Named {
    /// Everything it may mean.
    var mentioned: [Int] {
        open + closed + short.open + near.flatMap(\.positions) + linked.flatMap(\.positions)
    }

    /// What it means alone: an order of many invoices claims none of them.
    fileprivate var claimed: Set<Int> {
        Set(open + linked.filter { $0.positions.count == 1 }.flatMap(\.positions))
    }

    fileprivate var rank: Int {
        if !isEmpty { return 0 }
        return short.open.isEmpty && near.isEmpty && linked.isEmpty ? 2 : 1
    }

    fileprivate func isOutOfDate(_ items: OpenItems) -> Bool {
        !open.allSatisfy(items.isOpen) || !short.open.allSatisfy(items.isOpen)
            || near.contains { !$0.positions.allSatisfy(items.isOpen) }
            || linked.contains { !$0.positions.allSatisfy(items.isOpen) }
    }
}
