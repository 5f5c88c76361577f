/// Writes XML 1.0 as UTF-8: the same content gives the same bytes. Values that are absent are left
/// out, and so are elements with nothing in them.
public struct XMLWriter {
    public private(set) var bytes: [UInt8] = []
    /// The elements that are open: the name of each, where it begins, and where what is in it does.
    private var open: [(name: StaticString, start: Int, inside: Int)] = []

    public init() { put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") }

    /// Begins an element with others in it, on a line of its own.
    public mutating func begin(_ name: StaticString, namespace: String? = nil) {
        let start = bytes.count
        tag(name)
        if let namespace {
            put(" xmlns=\"")
            escape(namespace)
            put("\"")
        }
        put(">")
        open.append((name, start, bytes.count))
    }

    /// Ends the element that began last; takes it back where nothing is in it.
    public mutating func end() {
        guard let element = open.popLast() else { return }
        guard bytes.count > element.inside else {
            bytes.removeSubrange(element.start...)
            return
        }
        newline()
        close(element.name)
    }

    /// An element with text; none where that is nil or empty.
    public mutating func element(_ name: StaticString, _ text: (some CustomStringConvertible)?) {
        guard let text = text?.description, !text.isEmpty else { return }
        tag(name)
        put(">")
        escape(text)
        close(name)
    }

    /// An amount as ISO 20022 has it: `<Amt Ccy="EUR">1.00</Amt>`.
    public mutating func amount(
        _ name: StaticString, _ amount: some CustomStringConvertible,
        _ currency: some CustomStringConvertible
    ) {
        tag(name)
        put(" Ccy=\"")
        escape(currency.description)
        put("\">")
        escape(amount.description)
        close(name)
    }

    /// The end of the file: a line end.
    public consuming func finish() -> [UInt8] {
        bytes.append(0x0A)
        return bytes
    }

    private mutating func tag(_ name: StaticString) {
        newline()
        put("<")
        put(name)
    }

    private mutating func close(_ name: StaticString) {
        put("</")
        put(name)
        put(">")
    }

    private mutating func newline() {
        bytes.append(0x0A)
        for _ in 0..<open.count * 2 { bytes.append(0x20) }
    }

    private mutating func put(_ text: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// What XML 1.0 cannot hold, such as a NUL, becomes U+FFFD; a carriage return would be read as
    /// a line feed.
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case UInt8(ascii: "\""): put("&quot;")
            case 0x0D: put("&#13;")
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: put("\u{FFFD}")
            case 0xBE, 0xBF:
                bytes.append(byte)
                // U+FFFE and U+FFFF.
                if bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) {
                    bytes.removeLast()
                    bytes.append(0xBD)
                }
            default: bytes.append(byte)
            }
        }
    }
}
