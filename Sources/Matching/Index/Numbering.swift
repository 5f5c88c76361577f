/// The company's own numbering, learned from the items: which prefixes there are, with how many
/// digits.
///
/// `INV-2026-000123` teaches the prefix `INV` with ten digits. Text is searched for these and for
/// nothing else, so that what merely looks like a number is never looked up (domain.md §3.5).
struct Numbering {
    /// A set of digit counts, bit by bit, by the hash of the prefix.
    private var lengths: [UInt64: UInt64] = [:]
    private var lastPrefix: UInt64 = 0
    private var lastLengths: UInt64 = 0
    /// Lengths of numbers that are not a prefix and digits: `A12B34`.
    private(set) var irregular: UInt64 = 0
    /// Lengths of creditor references that are digits only.
    var digitReferences: UInt64 = 0

    var bareDigits: UInt64 { lengths[Hash.of([])] ?? 0 }

    func digits(after prefix: some Sequence<UInt8>) -> UInt64? { lengths[Hash.of(prefix)] }

    /// Learns from the letters and digits of a number.
    mutating func learn(_ signs: [UInt8]) {
        guard !signs.isEmpty, signs.count < 40 else { return }
        var hash = Hash()
        var place = 0
        while place < signs.count, ASCII.isCapital(signs[place]) {
            hash.add(signs[place])
            place += 1
        }
        let digits = signs.count - place
        guard digits > 0, signs[place...].allSatisfy(ASCII.isDigit) else {
            irregular |= 1 << UInt64(signs.count)
            return
        }
        let prefix = hash.value
        let bit: UInt64 = 1 << UInt64(digits)
        if prefix == lastPrefix, lastLengths & bit != 0 { return }
        lengths[prefix, default: 0] |= bit
        lastPrefix = prefix
        lastLengths = lengths[prefix] ?? 0
    }
}
