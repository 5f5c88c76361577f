/// The items by the numbers of other documents: purchase order, order, contract, delivery, the
/// customer's own.
struct LinkIndex {
    private struct Entry {
        let hash: UInt64
        let position: Int32
        let kind: Item.Link.Kind
    }

    private var links: HashIndex
    private var entries: [Entry] = []

    init(_ items: [Item], _ order: [Int32]) {
        for (position, index) in order.enumerated() {
            for link in items[Int(index)].links {
                let signs = ASCII.compact(link.number)
                guard signs.count >= 4 else { continue }
                entries.append(
                    Entry(hash: Hash.of(signs), position: Int32(position), kind: link.kind))
            }
        }
        links = HashIndex(entries: entries.count)
        for entry in entries.indices.reversed() { links.insert(entries[entry].hash, entry) }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// At most so many items are one document's.
    private static let most = 1_000

    /// The positions, in their order, and the kind of the first.
    func linked(_ signs: [UInt8]) -> (kind: Item.Link.Kind, positions: [Int])? {
        let hash = Hash.of(signs)
        let found = links.entries(hash, limit: Self.most).filter { entries[$0].hash == hash }
        guard let first = found.first else { return nil }
        return (entries[first].kind, found.map { Int(entries[$0].position) })
    }
}
