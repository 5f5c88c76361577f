import Ledger

/// The places of customers and currencies among the rows of a report, looked up a million times in
/// a fraction of a second.
///
/// Open addressing with one multiplication: a dictionary hashes with more care, against keys chosen
/// to collide, and no one chooses the numbers of our customers.
struct AgingPlaces {
    struct Key {
        /// 0 for none.
        var customer: Int64 = 0
        var currency = Currency.cny
        fileprivate var place: Int32 = -1

        /// No customer comes after all.
        static func < (one: Key, other: Key) -> Bool {
            if one.customer == other.customer { return one.currency < other.currency }
            return other.customer == 0 || one.customer != 0 && one.customer < other.customer
        }
    }

    /// By place.
    private(set) var keys: [Key] = []
    private var slots = Array(repeating: Key(), count: 1024)

    /// The place of a customer and currency; the next one where there is none yet.
    mutating func place(_ customer: Int64, _ currency: Currency) -> Int {
        var slot = home(customer, currency)
        while slots[slot].place >= 0 {
            if slots[slot].customer == customer, slots[slot].currency == currency {
                return Int(slots[slot].place)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let key = Key(customer: customer, currency: currency, place: Int32(keys.count))
        slots[slot] = key
        keys.append(key)
        if keys.count > slots.count / 2 { grow() }
        return keys.count - 1
    }

    private func home(_ customer: Int64, _ currency: Currency) -> Int {
        let mixed =
            (UInt64(bitPattern: customer) ^ UInt64(currency.number) << 40)
            &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: Key(), count: slots.count * 4)
        for key in keys {
            var slot = home(key.customer, key.currency)
            while slots[slot].place >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = key
        }
    }
}
