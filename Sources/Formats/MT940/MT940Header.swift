/// The blocks around a SWIFT message: `{1:…}{2:O940…}{3:…}{4:`, its text, `-}` and perhaps `{5:…}`.
struct MT940Header {
    /// The message type of block 2: 940, 942, or another.
    private(set) var type: Int?
    /// Whether a message begins here, and does not only end (block 5).
    private(set) var begins = false
    /// What stands behind the last `{4:` in the same line.
    private(set) var text: ByteRun?

    static func begins(_ line: ByteRun) -> Bool {
        line[0] == UInt8(ascii: "{") && line[1] >= 0x31 && line[1] <= 0x35
            && line[2] == UInt8(ascii: ":")
    }

    /// Nil where the line holds no block.
    init?(_ line: ByteRun) {
        guard let first = line.index(of: UInt8(ascii: "{")), Self.begins(line.from(first)) else {
            return nil
        }
        for block: StaticString in ["{1:", "{2:", "{4:"] where line.index(of: block) != nil {
            begins = true
        }
        if let second = line.index(of: "{2:") {
            let digits = line.part(second + 4, second + 7)
            if digits.isDigits {
                type = digits.buffer.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
            }
        }
        var rest = ByteRun.empty
        var at = 0
        while let fourth = line.index(of: "{4:", after: at) {
            at = fourth + 3
            rest = line.from(at)
        }
        if !rest.trimmed.isEmpty { text = rest }
    }

    /// Balance reports (941) and statements without text (950) have the same grammar.
    var isForeign: Bool {
        switch type {
        case 940, 941, 942, 950, nil: false
        default: true
        }
    }
}
