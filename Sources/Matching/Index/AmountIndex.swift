import Ledger

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
    private var salts: [Currency: UInt64] = [:]

    init(_ items: [Item], _ order: [Int32]) {
        var size = 16
        while size < items.count + items.count / 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for (position, index) in order.enumerated() {
            let item = items[Int(index)]
            if item.open > 0 { add(item.open, item.currency, position) }
        }
    }

    mutating func add(_ amount: Int64, _ currency: Currency, _ position: Int) {
        if used > slots.count / 10 * 9 { grow() }
        let salt = salts[currency] ?? Hash.of(currency.code.utf8)
        salts[currency] = salt
        let hash = Self.hash(amount, salt)
        let slot = find(hash)
        if slots[slot].hash == 0 { used += 1 }
        slots[slot].hash = hash
        slots[slot].count += 1
        slots[slot].positions ^= UInt32(position)
    }

    mutating func remove(_ amount: Int64, _ currency: Currency, _ position: Int) {
        guard let salt = salts[currency] else { return }
        let slot = find(Self.hash(amount, salt))
        guard slots[slot].count > 0 else { return }
        slots[slot].count -= 1
        slots[slot].positions ^= UInt32(position)
    }

    /// The only open item of the amount; nil where there is none or more than one.
    func only(_ amount: Int64, _ currency: Currency) -> Int? {
        guard let salt = salts[currency] else { return nil }
        let slot = slots[find(Self.hash(amount, salt))]
        return slot.count == 1 ? Int(slot.positions) : nil
    }

    /// Odd, so that zero says "free".
    private static func hash(_ amount: Int64, _ salt: UInt64) -> UInt64 {
        Hash.spread(UInt64(bitPattern: amount) ^ salt) | 1
    }

    private func find(_ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.hash != 0 { slots[find(slot.hash)] = slot }
    }
}
