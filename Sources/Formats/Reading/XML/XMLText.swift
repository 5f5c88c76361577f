import Ledger

/// The text of one element, while it stands in the reader's buffer.
struct XMLText {
    /// Without white space at its ends.
    let bytes: UnsafeBufferPointer<UInt8>
    /// As the file has it: the spaces in a remittance line are the payer's.
    let whole: UnsafeBufferPointer<UInt8>

    init(_ whole: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var end = whole.count
        while start < end, whole[start] <= 0x20 { start += 1 }
        while end > start, whole[end - 1] <= 0x20 { end -= 1 }
        self.whole = whole
        bytes = UnsafeBufferPointer(rebasing: whole[start..<end])
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Nil where there is nothing but white space.
    var string: String? { isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }

    /// With the spaces at its ends, unless they are only the indentation of the file.
    var line: String? {
        guard let first = whole.first, let last = whole.last, first >= 0x20, last >= 0x20,
            !isEmpty
        else { return string }
        return String(decoding: whole, as: UTF8.self)
    }

    /// The day of an ISO 8601 date or moment, as written: the zone of the bank is the account's.
    var day: Day? {
        guard bytes.count >= 10 else { return nil }
        if bytes.count > 10 {
            switch bytes[10] {
            case UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: " "):
                break
            default: return nil
            }
        }
        return Day(iso: UnsafeBufferPointer(rebasing: bytes[..<10]))
    }

    /// Nil also for a negative one: in camt the direction stands beside the amount, not in it.
    var amount: Amount? {
        guard let amount = Amount(utf8: bytes), amount.units >= 0, !spells("-") else { return nil }
        return amount
    }

    /// `true` or `1`, `false` or `0`.
    var flag: Bool? {
        if self.is("true") || self.is("1") { return true }
        return self.is("false") || self.is("0") ? false : nil
    }

    var currency: Currency? { Currency(utf8: bytes) }

    var count: Int? {
        guard bytes.count <= 18, let amount, amount.decimals == 0 else { return nil }
        return Int(amount.units)
    }

    /// A count that may be negative.
    var signedCount: Int? {
        guard bytes.count <= 16, let amount = Amount(utf8: bytes), amount.decimals == 0 else {
            return nil
        }
        return Int(amount.units)
    }

    /// Whether the text begins with the sign or word given.
    func spells(_ word: StaticString) -> Bool {
        guard bytes.count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    func `is`(_ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && spells(word)
    }
}
