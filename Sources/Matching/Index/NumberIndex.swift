/// The positions by number and by creditor reference, and what the numbers teach.
struct NumberIndex {
    private(set) var numbering = Numbering()
    private var numbers: HashIndex
    private var references: HashIndex

    init(_ items: [Item], _ order: [Int32]) {
        numbers = HashIndex(entries: items.count)
        references = HashIndex(
            entries: items.contains { $0.reference != nil } ? items.count : 0)
        var signs: [UInt8] = []
        // Backwards, so that the entries of one hash come in the order of positions.
        for position in order.indices.reversed() {
            let item = items[Int(order[position])]
            Self.signs(of: item, &signs)
            if signs.count >= 4 {
                numbering.learn(signs)
                numbers.insert(Hash.of(signs), position)
            }
            if let reference = item.reference.map(Self.referenceSigns), reference.count >= 4 {
                numbering.learn(reference: reference)
                references.insert(Hash.of(reference), position)
            }
        }
    }

    func numbered(_ hash: UInt64) -> [Int] { numbers.entries(hash) }
    func referenced(_ hash: UInt64) -> [Int] { references.entries(hash) }

    /// The letters and digits of a number.
    static func signs(of item: Item, _ signs: inout [UInt8]) {
        signs.removeAll(keepingCapacity: true)
        Folding.append(item.number, to: &signs, limit: 64)
        signs.removeAll { !ASCII.isSign($0) }
    }

    /// Leading zeros do not count in a reference of digits (Finland).
    static func referenceSigns(_ reference: String) -> [UInt8] {
        let signs = ASCII.compact(reference)
        return signs.allSatisfy(ASCII.isDigit) ? Array(signs.drop { $0 == ASCII.zero }) : signs
    }
}

/// The positions of a customer by how their numbers end.
struct EndIndex {
    private var tails: HashIndex

    init(_ items: [Item], _ order: [Int32], _ owners: [Int32]) {
        tails = HashIndex(entries: items.count)
        var signs: [UInt8] = []
        for position in order.indices.reversed() {
            NumberIndex.signs(of: items[Int(order[position])], &signs)
            let digits = signs.reversed().prefix(while: ASCII.isDigit).count
            if digits >= 4 {
                let tail = Self.hash(signs.suffix(digits), Int(owners[position]))
                tails.insert(tail, position)
            }
        }
    }

    func ending(_ digits: ArraySlice<UInt8>, of customer: Int) -> [Int] {
        tails.entries(Self.hash(digits, customer))
    }

    /// Of the last six digits, or of all where there are fewer.
    private static func hash(_ digits: ArraySlice<UInt8>, _ customer: Int) -> UInt64 {
        Hash.of(digits.suffix(6), salt: UInt64(customer) + 1)
    }
}
