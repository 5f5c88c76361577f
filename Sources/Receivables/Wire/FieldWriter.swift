import Ledger

/// Writes the fields of an event as one line of text: canonical, readable, cheap. It is what is
/// hashed and kept.
///
/// Fields are ended by `|`; in text, `\`, `|`, line feed and carriage return are escaped with `\`.
/// An absent value is an empty field, an empty text is `\0`.
public struct FieldWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func reset() { bytes.removeAll(keepingCapacity: true) }

    mutating func int(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var magnitude = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        bytes[start...].reverse()
        bytes.append(UInt8(ascii: "|"))
    }

    mutating func optional(_ value: Int64?) {
        if let value { int(value) } else { bytes.append(UInt8(ascii: "|")) }
    }

    mutating func bool(_ value: Bool) { int(value ? 1 : 0) }

    mutating func text(_ value: String) {
        if value.isEmpty {
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(ascii: "0"))
        }
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): escape("\\")
            case UInt8(ascii: "|"): escape("p")
            case 0x0A: escape("n")
            case 0x0D: escape("r")
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "|"))
    }

    mutating func optional(_ value: String?) {
        if let value { text(value) } else { bytes.append(UInt8(ascii: "|")) }
    }

    mutating func list(_ values: [String]) {
        int(Int64(values.count))
        for value in values { text(value) }
    }

    mutating func id<Of>(_ id: Identifier<Of>) { int(id.raw) }
    mutating func optional<Of>(_ id: Identifier<Of>?) { optional(id?.raw) }
    mutating func day(_ day: Day) { int(Int64(day.number)) }
    mutating func optional(_ day: Day?) { optional(day.map { Int64($0.number) }) }
    mutating func currency(_ currency: Currency) { text(currency.code) }
    mutating func optional(_ currency: Currency?) { optional(currency?.code) }

    mutating func rate(_ rate: Rate) {
        int(rate.units)
        int(Int64(rate.decimals))
    }

    private mutating func escape(_ letter: Unicode.Scalar) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: letter))
    }
}

extension FieldWriter {
    mutating func money(_ money: Money) {
        int(money.minor)
        currency(money.currency)
    }

    mutating func amount(_ amount: Amount) {
        int(amount.units)
        int(Int64(amount.decimals))
    }

    mutating func optional(_ amount: Amount?) {
        bool(amount != nil)
        if let amount { self.amount(amount) }
    }

    mutating func held(_ held: Receipt.Held) {
        int(held.amount)
        int(held.functional)
    }
}
