import Ledger

/// What stands in the journal is not an event of this version: cut, altered, or of a newer one.
public struct WireError: Error, Sendable, Equatable {
    public let message: String
}

/// Reads the fields that ``FieldWriter`` wrote, in the same order.
public struct FieldReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    public var isAtEnd: Bool { at == bytes.count }

    private mutating func field() throws(WireError) -> UnsafeBufferPointer<UInt8> {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "|") { at += 1 }
        guard at < bytes.count else {
            throw WireError(message: "field at byte \(start) is cut off")
        }
        at += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<at - 1])
    }

    mutating func int() throws(WireError) -> Int64 {
        guard let value = try optionalInt() else { throw WireError(message: "number missing") }
        return value
    }

    mutating func optionalInt() throws(WireError) -> Int64? {
        let field = try field()
        if field.isEmpty { return nil }
        let negative = field[0] == UInt8(ascii: "-")
        if negative, field.count == 1 { throw WireError(message: "not a number: -") }
        var value: Int64 = 0
        for byte in negative ? field.dropFirst() : field[...] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
                throw WireError(message: "not a number: \(String(decoding: field, as: UTF8.self))")
            }
            let (scaled, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (next, over) = scaled.subtractingReportingOverflow(
                Int64(byte - UInt8(ascii: "0")))
            if tooBig || over { throw WireError(message: "number out of range") }
            value = next
        }
        if !negative, value == .min { throw WireError(message: "number out of range") }
        return negative ? value : -value
    }

    mutating func bool() throws(WireError) -> Bool { try int() != 0 }

    mutating func text() throws(WireError) -> String {
        guard let value = try optionalText() else { throw WireError(message: "text missing") }
        return value
    }

    mutating func optionalText() throws(WireError) -> String? {
        let field = try field()
        if field.isEmpty { return nil }
        guard field.contains(UInt8(ascii: "\\")) else {
            return String(decoding: field, as: UTF8.self)
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(field.count)
        var escaped = false
        for byte in field {
            if escaped {
                switch byte {
                case UInt8(ascii: "p"): plain.append(UInt8(ascii: "|"))
                case UInt8(ascii: "n"): plain.append(0x0A)
                case UInt8(ascii: "r"): plain.append(0x0D)
                case UInt8(ascii: "0"): break
                default: plain.append(byte)
                }
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    mutating func count() throws(WireError) -> Int {
        let count = try int()
        // A count is believed only within the record.
        guard count >= 0, count <= bytes.count - at else {
            throw WireError(message: "count \(count)")
        }
        return Int(count)
    }

    mutating func list() throws(WireError) -> [String] {
        var values: [String] = []
        for _ in 0..<(try count()) { values.append(try text()) }
        return values
    }

    mutating func id<Of>() throws(WireError) -> Identifier<Of> { Identifier(try int()) }

    mutating func optionalID<Of>() throws(WireError) -> Identifier<Of>? {
        try optionalInt().map { Identifier($0) }
    }

    mutating func day() throws(WireError) -> Day {
        guard let day = try optionalDay() else { throw WireError(message: "day missing") }
        return day
    }

    mutating func optionalDay() throws(WireError) -> Day? {
        guard let number = try optionalInt() else { return nil }
        guard (Int64(Day.first.number)...Int64(Day.last.number)).contains(number) else {
            throw WireError(message: "day \(number) is in no calendar")
        }
        return Day(number: Int32(number))
    }

    mutating func currency() throws(WireError) -> Currency {
        guard let currency = Currency(try text()) else { throw WireError(message: "currency") }
        return currency
    }

    mutating func optionalCurrency() throws(WireError) -> Currency? {
        guard let code = try optionalText() else { return nil }
        guard let currency = Currency(code) else { throw WireError(message: "currency") }
        return currency
    }

    mutating func rate() throws(WireError) -> Rate {
        let (units, decimals) = (try int(), try int())
        guard let rate = Rate(units: units, decimals: Int(clamping: decimals)) else {
            throw WireError(message: "rate \(units)/\(decimals)")
        }
        return rate
    }

    mutating func raw<Value: RawRepresentable<Int64>>() throws(WireError) -> Value {
        let raw = try int()
        guard let value = Value(rawValue: raw) else {
            throw WireError(message: "\(Value.self) \(raw) is not of this version")
        }
        return value
    }

    mutating func optionalRaw<Value: RawRepresentable<String>>() throws(WireError) -> Value? {
        guard let raw = try optionalText() else { return nil }
        guard let value = Value(rawValue: raw) else {
            throw WireError(message: "\(Value.self) \(raw) is not of this version")
        }
        return value
    }

    mutating func raw<Value: RawRepresentable<String>>() throws(WireError) -> Value {
        let raw = try text()
        guard let value = Value(rawValue: raw) else {
            throw WireError(message: "\(Value.self) \(raw) is not of this version")
        }
        return value
    }
}

extension FieldReader {
    mutating func money() throws(WireError) -> Money {
        Money(minor: try int(), try currency())
    }

    mutating func amount() throws(WireError) -> Amount {
        let (units, decimals) = (try int(), try int())
        guard (0...12).contains(decimals), units != .min else {
            throw WireError(message: "amount \(units)/\(decimals)")
        }
        return Amount(units: units, decimals: Int(decimals))
    }

    mutating func optionalAmount() throws(WireError) -> Amount? {
        try bool() ? try amount() : nil
    }

    mutating func held() throws(WireError) -> Receipt.Held {
        Receipt.Held(try int(), functional: try int())
    }
}
