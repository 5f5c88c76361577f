internal import CPQ
import Store

/// Rows on their way into one table through COPY in its text format (PostgreSQL 15, COPY, "Text
/// Format"): tabs between fields, a line a row, backslashes before what would be read as either.
final class PostgresLoader: Loader {
    private let connection: OpaquePointer
    private let columns: Int
    private let lost: () -> Fault
    private var buffer: [UInt8] = []
    private var column = 0
    private var refused: Fault?

    private static let block = 1 << 16

    init(_ connection: OpaquePointer, columns: Int, lost: @escaping () -> Fault) {
        self.connection = connection
        self.columns = columns
        self.lost = lost
        buffer.reserveCapacity(Self.block * 2)
    }

    func int(_ value: Int64) {
        separate()
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = buffer.count
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }

    func null() {
        separate()
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(UInt8(ascii: "N"))
    }

    func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8($0) }
    }

    func utf8(_ value: UnsafeBufferPointer<UInt8>) {
        separate()
        var copied = 0
        for (index, byte) in value.enumerated() {
            guard byte < 0x20 || byte == UInt8(ascii: "\\"), let letter = escape(byte) else {
                continue
            }
            buffer.append(contentsOf: value[copied..<index])
            buffer.append(UInt8(ascii: "\\"))
            buffer.append(letter)
            copied = index + 1
        }
        buffer.append(contentsOf: value[copied...])
    }

    private func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0:
            refused = .nulInText
            return nil
        case UInt8(ascii: "\t"): return UInt8(ascii: "t")
        case UInt8(ascii: "\n"): return UInt8(ascii: "n")
        case UInt8(ascii: "\r"): return UInt8(ascii: "r")
        case UInt8(ascii: "\\"): return byte
        default: return nil
        }
    }

    func blob(_ value: UnsafeRawBufferPointer) {
        separate()
        buffer.append(contentsOf: "\\\\x".utf8)
        for byte in value {
            buffer.append(Self.digits[Int(byte >> 4)])
            buffer.append(Self.digits[Int(byte & 0xf)])
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    func end() throws(Fault) {
        precondition(column == columns, "a row of \(column) fields for \(columns) columns")
        column = 0
        if let refused { throw refused }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.block { try flush() }
    }

    func flush() throws(Fault) {
        let sent = buffer.withUnsafeBytes { bytes in
            PQputCopyData(
                connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count))
        }
        guard sent == 1 else { throw lost() }
        buffer.removeAll(keepingCapacity: true)
    }

    private func separate() {
        if column > 0 { buffer.append(UInt8(ascii: "\t")) }
        column += 1
    }
}
