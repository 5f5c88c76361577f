/// From a 64-bit hash to the entries that have it: open addressing, entries of one hash chained.
///
/// One slot a distinct hash, so a million items with one number make one long chain and not one
/// long cluster. The caller compares the entry itself before believing it.
struct HashIndex {
    /// The upper half of the hash and the first entry side by side: a look costs one line of the
    /// cache, not two. The lower half is the place of the slot, or near it.
    private struct Slot {
        var hash: UInt32 = 0
        var head: Int32 = -1
    }

    private var slots: [Slot]
    private var following: [Int32]
    private let mask: Int
    private(set) var count = 0

    init(entries: Int) {
        var size = 16
        while size < entries + entries / 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        following = Array(repeating: -1, count: entries)
        mask = size - 1
    }

    /// The entry becomes the first of its hash.
    mutating func insert(_ hash: UInt64, _ entry: Int) {
        let upper = UInt32(hash >> 32)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].head >= 0, slots[place].hash != upper { place = (place + 1) & mask }
        following[entry] = slots[place].head
        slots[place] = Slot(hash: upper, head: Int32(entry))
        count += 1
    }

    func first(_ hash: UInt64) -> Int? {
        let upper = UInt32(hash >> 32)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].head >= 0 {
            if slots[place].hash == upper { return Int(slots[place].head) }
            place = (place + 1) & mask
        }
        return nil
    }

    func next(_ entry: Int) -> Int? {
        let next = following[entry]
        return next >= 0 ? Int(next) : nil
    }

    /// The entries of a hash, at most `limit`.
    func entries(_ hash: UInt64, limit: Int = 256) -> [Int] {
        var found: [Int] = []
        var entry = first(hash)
        while let one = entry, found.count < limit {
            found.append(one)
            entry = next(one)
        }
        return found
    }
}
