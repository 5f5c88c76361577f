/// The decimal number in a field, with the reason where there is none.
enum DecimalField {
    case number(units: Int64, decimals: Int)
    case unreadable
    /// More than eighteen digits.
    case tooLong

    /// `-?digits[.digits]`: no grouping, no spaces, no exponent, at most twelve decimals.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var units: Int64 = 0
        var decimals = -1
        var place = 0
        var isNegative = false
        var isLong = false
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            place = 1
        }
        let start = place
        while place < bytes.count {
            let digit = bytes[place] &- UInt8(ascii: "0")
            if digit <= 9 {
                if units < 100_000_000_000_000_000 {
                    units = units * 10 + Int64(digit)
                } else {
                    isLong = true
                }
                if decimals >= 0 { decimals += 1 }
            } else if bytes[place] == UInt8(ascii: "."), decimals < 0, place > start {
                decimals = 0
            } else {
                self = .unreadable
                return
            }
            place += 1
        }
        if place == start || decimals == 0 || decimals > 12 {
            self = .unreadable
        } else if isLong {
            self = .tooLong
        } else {
            self = .number(units: isNegative ? -units : units, decimals: max(0, decimals))
        }
    }
}
