/// Writes JSON (RFC 8259) as bytes. Values that are absent are left out; text is escaped by its
/// UTF-8 bytes.
///
/// Public, for whatever else is printed beside bank statements.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    public mutating func object(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
        nest(key, open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    public mutating func array<Value>(
        _ key: StaticString, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void
    ) {
        nest(key, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { writer in
            for value in values { body(&writer, value) }
        }
    }

    public mutating func member(_ key: StaticString, _ value: (some CustomStringConvertible)?) {
        guard let value else { return }
        begin(key)
        string(value.description)
    }

    public mutating func member(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func member(_ key: StaticString, number: Int) {
        begin(key)
        bytes.append(contentsOf: "\(number)".utf8)
    }

    public mutating func null(_ key: StaticString) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    /// A string that is an element of an array.
    public mutating func element(_ value: String) {
        begin(nil)
        string(value)
    }

    public mutating func newline() { bytes.append(0x0A) }

    private mutating func nest(
        _ key: StaticString?, open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void
    ) {
        begin(key)
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(contentsOf: "\":".utf8)
    }

    private mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
