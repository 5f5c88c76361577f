/// The positions by number, and what the numbers teach.
struct NumberIndex {
    private(set) var numbering = Numbering()
    private var numbers: HashIndex

    init(_ items: [Item], _ order: [Int32]) {
        numbers = HashIndex(entries: items.count)
        var signs: [UInt8] = []
        // Backwards, so that the entries of one hash come in the order of positions.
        for position in order.indices.reversed() {
            Self.signs(of: items[Int(order[position])], &signs)
            if signs.count >= 4 {
                numbering.learn(signs)
                numbers.insert(Hash.of(signs), position)
            }
        }
    }

    func numbered(_ hash: UInt64) -> [Int] { numbers.entries(hash) }

    /// The letters and digits of a number.
    static func signs(of item: Item, _ signs: inout [UInt8]) {
        signs.removeAll(keepingCapacity: true)
        Folding.append(item.number, to: &signs, limit: 64)
        signs.removeAll { !ASCII.isSign($0) }
    }
}

/// The positions by creditor reference.
struct ReferenceIndex {
    /// The lengths of references that are digits only, bit by bit.
    private(set) var digits: UInt64 = 0
    private var references: HashIndex

    init(_ items: [Item], _ order: [Int32]) {
        references = HashIndex(
            entries: items.contains { $0.reference != nil } ? items.count : 0)
        for position in order.indices.reversed() {
            guard let reference = items[Int(order[position])].reference.map(Self.signs),
                reference.count >= 4
            else { continue }
            if reference.count < 40, reference.allSatisfy(ASCII.isDigit) {
                digits |= 1 << UInt64(reference.count)
            }
            references.insert(Hash.of(reference), position)
        }
    }

    func referenced(_ hash: UInt64) -> [Int] { references.entries(hash) }

    /// Leading zeros do not count in a reference of digits (Finland).
    static func signs(_ reference: String) -> [UInt8] {
        let signs = ASCII.compact(reference)
        return signs.allSatisfy(ASCII.isDigit) ? Array(signs.drop { $0 == ASCII.zero }) : signs
    }
}

/// The positions of one customer by how their numbers end.
struct EndIndex {
    private let first: Int
    private var ends: HashIndex

    init(_ items: [Item], _ order: [Int32], _ positions: Range<Int>) {
        first = positions.lowerBound
        ends = HashIndex(entries: positions.count)
        var signs: [UInt8] = []
        for position in positions.reversed() {
            NumberIndex.signs(of: items[Int(order[position])], &signs)
            let digits = signs.reversed().prefix(while: ASCII.isDigit).count
            if digits >= 4 { ends.insert(Self.hash(signs.suffix(digits)), position - first) }
        }
    }

    func ending(_ digits: ArraySlice<UInt8>) -> [Int] {
        ends.entries(Self.hash(digits)).map { first + $0 }
    }

    /// Of the last six digits, or of all where there are fewer.
    private static func hash(_ digits: ArraySlice<UInt8>) -> UInt64 { Hash.of(digits.suffix(6)) }
}
