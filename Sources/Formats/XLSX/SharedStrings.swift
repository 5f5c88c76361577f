/// The texts that cells refer to by number, one behind the other: a million short strings of their
/// own would take four times the memory.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }
    var length: Int { bytes.count }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(clamping: bytes.count))
    }

    /// Nil where there is none of that number.
    func with<Result>(_ number: Int, _ body: (ByteRun) -> Result) -> Result? {
        guard ends.indices.contains(number) else { return nil }
        let start = number == 0 ? 0 : Int(ends[number - 1])
        return bytes.withUnsafeBufferPointer {
            body(ByteRun($0).part(start, Int(ends[number])))
        }
    }
}

/// The part `xl/sharedStrings.xml`: texts with their runs joined and phonetic guides left out.
final class SharedStringsPart: WorkbookPart {
    private(set) var strings = SharedStrings()
    private let name: String
    private let limits: WorkbookLimits

    init(name: String, limits: WorkbookLimits) {
        self.name = name
        self.limits = limits
    }

    override var place: String { "\(name), string \(strings.count)" }

    override func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {
        if element == .string { text.removeAll(keepingCapacity: true) }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        super.characters(bytes)
        if text.count > limits.characters * 3 { refuse(.cellTooLong) }
    }

    override func end(_ element: WorkbookElement) {
        guard element == .string else { return }
        EscapedText.unescape(&text)
        if EscapedText.isTooLong(text, limits.characters) { return refuse(.cellTooLong) }
        guard strings.count < limits.strings, strings.length + text.count <= limits.text else {
            return refuse(.stringsTooMany)
        }
        strings.append(text)
    }
}
