import Ledger

/// The ends of numbers, four or five digits long: too short to name an item, so each must fit one
/// open item of the payer and no other, and what they name must agree with the amount (domain.md
/// §3.5).
struct ShortNumbers {
    /// Positions of open items, each once, in the order of the text; empty unless every end fits
    /// one.
    private(set) var open: [Int] = []
    /// Items closed lately that an announced end fits, where nothing open does.
    private(set) var closed: [Int] = []
    /// Whether an end fits nothing, or several.
    private(set) var hasUnread = false

    /// A payer with more items than this writes its numbers in full.
    private static let itemsAtMost = 4_096

    mutating func read(
        _ endings: [Mentions.Ending], _ group: [Int], _ items: OpenItems, on valueDate: Day
    ) {
        if endings.isEmpty { return }
        var candidates: [Int] = []
        for payer in group {
            let positions = items.positions(of: payer)
            guard candidates.count + positions.count <= Self.itemsAtMost else {
                hasUnread = true
                return
            }
            candidates += positions
        }
        for ending in endings {
            let found = candidates.filter { Self.ends(items[$0].number, ending.digits) }
            let owed = found.filter { items.isOpen($0) && items[$0].issuedOn <= valueDate }
            if owed.count == 1 {
                if !open.contains(owed[0]) { open.append(owed[0]) }
                continue
            }
            hasUnread = true
            if owed.isEmpty, ending.isAnnounced, found.count == 1, !items.isOpen(found[0]) {
                closed.append(found[0])
            }
        }
        if hasUnread { open = [] }
    }

    /// From the end, past what is neither letter nor digit: `DL25-006919` ends with 6919 and with
    /// 06919.
    private static func ends(_ number: String, _ digits: [UInt8]) -> Bool {
        var left = digits.count
        for byte in number.utf8.reversed() where ASCII.isSign(byte) {
            if byte != digits[left - 1] { return false }
            left -= 1
            if left == 0 { return true }
        }
        return false
    }
}
