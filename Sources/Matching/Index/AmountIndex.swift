/// How many open items of the whole ledger have an amount, and which one where it is the only one.
///
/// Each slot keeps a count and the exclusive-or of the positions: with a count of one, that is the
/// position. So closing an item takes one step and no list.
struct AmountIndex {
    private struct Slot {
        var hash: UInt64 = 0
        var count: UInt32 = 0
        var positions: UInt32 = 0
    }

    private var slots: [Slot]
    private var used = 0

    init(entries: Int) {
        var size = 16
        while size < entries + entries / 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
    }

    mutating func add(_ hash: UInt64, _ position: Int) {
        if used > slots.count / 10 * 9 { grow() }
        let slot = find(hash)
        if slots[slot].hash == 0 { used += 1 }
        slots[slot].hash = hash | 1
        slots[slot].count += 1
        slots[slot].positions ^= UInt32(position)
    }

    mutating func remove(_ hash: UInt64, _ position: Int) {
        let slot = find(hash)
        guard slots[slot].count > 0 else { return }
        slots[slot].count -= 1
        slots[slot].positions ^= UInt32(position)
    }

    /// The only open item of the amount; nil where there is none or more than one.
    func only(_ hash: UInt64) -> Int? {
        let slot = slots[find(hash)]
        return slot.count == 1 ? Int(slot.positions) : nil
    }

    /// Hashes are kept odd, so that zero says "free".
    private func find(_ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        while slots[slot].hash != 0, slots[slot].hash != hash | 1 { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.hash != 0 { slots[find(slot.hash)] = slot }
    }
}
