import Ledger

/// The items, by customer, with the indexes that find one by what a payer writes.
///
/// A position is the place of an item in the order of customers; the items of a customer lie side
/// by side, sorted by currency and open amount. Nothing here looks at all items for one receipt. (A
/// class, since what is applied is closed for all who look: no copy of a million items is ever
/// meant.)
final class OpenItems {
    let items: [Item]
    private let order: [Int32]
    private var starts: [Int32]
    private let owners: [Int32]
    private let currencies: [Currency]
    /// What is still owed, after what this run has applied.
    private(set) var rest: [Int64]
    /// Positions paid in part by this run, whose place by amount is out of date.
    private var paidInPart: [Int32: [Int]] = [:]
    private let numbers: NumberIndex
    private let references: ReferenceIndex
    /// By customer, made when one is first asked for: few write only the end of a number.
    private var ends: [Int32: EndIndex] = [:]
    private var amounts: AmountIndex
    private let links: LinkIndex
    /// By customer, made when a number is first looked for that is not quite one of its.
    private var blocks: [Int32: NumberBlock] = [:]

    init(
        _ given: consuming [Item], _ book: inout PayerBook,
        atOnce: AtOnce = { for work in $0 { work() } }
    ) {
        // Beyond the limit at the door sums could overflow: such an item is not matched.
        let within = given.allSatisfy(Self.isWithinLimit)
        let items = within ? given : given.filter(Self.isWithinLimit)
        let owner = items.map { Int32(book.indexForItem(of: $0.customer)) }
        let starts = Self.starts(owner, customers: book.count)
        let order = Self.order(items, owner, starts)
        let owners = order.map { owner[Int($0)] }
        let numbers = Later { NumberIndex(items, order) }
        let references = Later { ReferenceIndex(items, order) }
        let amounts = Later { AmountIndex(items, order) }
        let links = Later { LinkIndex(items, order) }
        atOnce([
            { numbers.make() },
            {
                references.make()
                amounts.make()
                links.make()
            },
        ])
        self.items = items
        self.order = order
        self.starts = starts
        self.owners = owners
        currencies = order.map { items[Int($0)].currency }
        rest = order.map { items[Int($0)].open }
        self.numbers = numbers.take()
        self.references = references.take()
        var numbering = self.numbers.numbering
        numbering.digitReferences = self.references.digits
        self.numbering = numbering
        self.amounts = amounts.take()
        self.links = links.take()
    }

    /// What is learned of the company's own numbers.
    let numbering: Numbering

    var count: Int { order.count }

    subscript(position: Int) -> Item { items[Int(order[position])] }
    func owner(_ position: Int) -> Int { Int(owners[position]) }
    func currency(_ position: Int) -> Currency { currencies[position] }
    func isOpen(_ position: Int) -> Bool { rest[position] != 0 }

    func positions(of customer: Int) -> Range<Int> {
        customer + 1 < starts.count
            ? Int(starts[customer])..<Int(starts[customer + 1]) : 0..<0
    }

    /// Items whose number is `signs`, open and closed.
    func numbered(_ signs: [UInt8], _ hash: UInt64) -> [Int] {
        numbers.numbered(hash).filter { compare($0, signs, fromEnd: false) }
    }

    /// Items of a customer whose number ends with `digits`, with digits only behind that place.
    func ending(_ digits: ArraySlice<UInt8>, of customer: Int) -> [Int] {
        let index =
            ends[Int32(customer)] ?? EndIndex(items, order, positions(of: customer))
        ends[Int32(customer)] = index
        return index.ending(digits).filter { compare($0, Array(digits), fromEnd: true) }
    }

    /// Items of a customer whose number is nearly `signs`; of one that has more items than can be
    /// compared in a blink, none.
    func near(
        _ signs: [UInt8], of customer: Int, most: Int, _ isFree: (Int) -> Bool
    ) -> (manner: Mention.Manner, positions: [Int])? {
        let positions = positions(of: customer)
        if positions.isEmpty || positions.count > 20_000 { return nil }
        let block = blocks[Int32(customer)] ?? NumberBlock(self, positions)
        blocks[Int32(customer)] = block
        return block.near(signs, most: most, where: isFree)
    }

    var hasLinks: Bool { !links.isEmpty }

    /// Items that carry the number of another document.
    func linked(_ signs: [UInt8]) -> (kind: Item.Link.Kind, positions: [Int])? {
        links.linked(signs)
    }

    func referenced(_ signs: [UInt8]) -> [Int] {
        references.referenced(Hash.of(signs)).filter { position in
            self[position].reference.map { ReferenceIndex.signs($0) == signs } ?? false
        }
    }

    /// Open items of a customer with exactly this amount; two are enough to know that it is not the
    /// only one.
    func open(of customer: Int, _ amount: Int64, _ currency: Currency, limit: Int = 2) -> [Int] {
        let range = positions(of: customer)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            let before =
                currencies[middle] == currency
                ? self[middle].open < amount : currencies[middle] < currency
            if before { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < range.upperBound, currencies[low] == currency, self[low].open == amount {
            if rest[low] == amount { found.append(low) }
            if found.count == limit { return found }
            low += 1
        }
        for position in paidInPart[Int32(customer)] ?? []
        where rest[position] == amount && currencies[position] == currency {
            found.append(position)
        }
        return found
    }

    /// The only open item of the amount in the whole ledger.
    func only(_ amount: Int64, _ currency: Currency) -> Int? {
        guard let position = amounts.only(amount, currency), rest[position] == amount,
            currencies[position] == currency
        else { return nil }
        return position
    }

    func clear(_ amount: Int64, of position: Int) {
        let before = rest[position]
        rest[position] = before - amount
        if before > 0 { amounts.remove(before, currencies[position], position) }
        if rest[position] > 0 { amounts.add(rest[position], currencies[position], position) }
        if rest[position] != 0 { paidInPart[owners[position], default: []].append(position) }
    }

    /// How long the runs of digits in the item's number are: `INV-2026/03` has 4 and 2.
    func digitRuns(_ position: Int) -> [Int] {
        var runs: [Int] = []
        var inside = false
        for byte in self[position].number.utf8 {
            if !ASCII.isDigit(byte) {
                inside = false
            } else if inside {
                runs[runs.count - 1] += 1
            } else {
                runs.append(1)
                inside = true
            }
        }
        return runs
    }

    private func compare(_ position: Int, _ signs: [UInt8], fromEnd: Bool) -> Bool {
        let number = ASCII.compact(self[position].number)
        return fromEnd
            ? number.count >= signs.count && number.suffix(signs.count).elementsEqual(signs)
            : number == signs
    }
}

/// Building the indexes, once for a run.
extension OpenItems {
    private static func isWithinLimit(_ item: Item) -> Bool {
        item.open.magnitude <= UInt64(Money.limit)
    }

    /// Where each customer's items begin; one more at the end.
    private static func starts(_ owner: [Int32], customers: Int) -> [Int32] {
        var starts = [Int32](repeating: 0, count: customers + 1)
        for one in owner { starts[Int(one) + 1] += 1 }
        for customer in 0..<customers { starts[customer + 1] += starts[customer] }
        return starts
    }

    private static func order(_ items: [Item], _ owner: [Int32], _ starts: [Int32]) -> [Int32] {
        struct Key {
            let open: Int64
            let id: Int64
            let currency: Currency
            let index: Int32
        }
        let blank = Key(open: 0, id: 0, currency: .eur, index: 0)
        var keys = [Key](repeating: blank, count: items.count)
        var next = starts
        for (index, item) in items.enumerated() {
            let place = Int(next[Int(owner[index])])
            next[Int(owner[index])] += 1
            keys[place] = Key(
                open: item.open, id: item.id, currency: item.currency, index: Int32(index))
        }
        keys.withUnsafeMutableBufferPointer { keys in
            for customer in 0..<starts.count - 1 {
                let range = Int(starts[customer])..<Int(starts[customer + 1])
                var own = UnsafeMutableBufferPointer(rebasing: keys[range])
                own.sort {
                    $0.currency != $1.currency
                        ? $0.currency < $1.currency
                        : $0.open != $1.open ? $0.open < $1.open : $0.id < $1.id
                }
            }
        }
        return keys.map(\.index)
    }
}
