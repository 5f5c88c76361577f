internal import CPQ
import Store

/// A row as the server sent it, in text.
final class PostgresRow: Row {
    var result: OpaquePointer?
    /// A number beyond Int64, as a sum on PostgreSQL may be, where SQLite stops with an overflow.
    private(set) var overflow: Fault?

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, 0, Int32(column)) == 1 }

    func int(_ column: Int) -> Int64 {
        let bytes = utf8(column)
        guard let first = bytes.first else { return 0 }
        let isNegative = first == UInt8(ascii: "-")
        var value: Int64 = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            let digit = byte &- UInt8(ascii: "0")
            if digit > 9 { return word(bytes) }
            let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
            let (next, tooLarge) = tens.subtractingReportingOverflow(Int64(digit))
            if tooMany || tooLarge { return refuse(bytes) }
            value = next
        }
        // Counted downwards, because Int64 reaches one further there.
        if isNegative { return value }
        return value == .min ? refuse(bytes) : -value
    }

    private func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        if bytes.elementsEqual("t".utf8) { return 1 }
        if bytes.elementsEqual("f".utf8) { return 0 }
        return refuse(bytes)
    }

    private func refuse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
        let words = "\(String(decoding: bytes, as: UTF8.self)) is no whole number of 64 bits"
        overflow = overflow ?? .other(code: "22003", reason: words)
        return 0
    }

    func text(_ column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }

    func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(result, 0, Int32(column)))
        let start = PQgetvalue(result, 0, Int32(column))
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// `\x` and two hexadecimal digits a byte.
    func blob(_ column: Int) -> [UInt8] {
        let digits = utf8(column).dropFirst(2)
        return [UInt8](unsafeUninitializedCapacity: digits.count / 2) { buffer, count in
            var index = digits.startIndex
            while index + 1 < digits.endIndex {
                buffer[count] = Self.nibble(digits[index]) << 4 | Self.nibble(digits[index + 1])
                count += 1
                index += 2
            }
        }
    }

    private static func nibble(_ digit: UInt8) -> UInt8 {
        digit <= UInt8(ascii: "9") ? digit & 0xf : (digit & 0xf) + 9
    }
}
