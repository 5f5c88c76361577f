/// What the process that takes a mail apart tells the one that asked: fields in the order of the
/// mail, each a tag, a length of four bytes (least first), and so many bytes.
///
/// Braces open and close a message, a body and an attachment; ``done`` is the last, so that an
/// answer that was cut is known as one.
enum MailFrame: UInt8, CaseIterable {
    case message = 0x4D  // M
    case endOfMessage = 0x6D  // m
    case id = 0x69  // i
    case inReplyTo = 0x72  // r
    case reference = 0x52  // R
    case from = 0x46  // F
    case to = 0x54  // T
    case cc = 0x43  // C
    case subject = 0x53  // S
    /// Milliseconds and minutes, as two numbers of eight bytes.
    case date = 0x44  // D
    case body = 0x42  // B
    case endOfBody = 0x62  // b
    case plain = 0x70  // p
    case attachment = 0x41  // A
    case endOfAttachment = 0x61  // a
    case name = 0x6E  // n
    case type = 0x74  // t
    case size = 0x73  // s
    case content = 0x63  // c
    /// The text of an HTML page; its tables follow, each with its place in the text, as two numbers
    /// of eight bytes.
    case page = 0x50  // P
    case table = 0x3D  // =
    case row = 0x2D  // -
    case cell = 0x2E  // .
    /// A ``MailFinding`` and its value.
    case finding = 0x21  // !
    case done = 0x5A  // Z

    /// Between the two halves of a field: what stands before it has none.
    static let divider: UInt8 = 0
}

/// Writes the frames of one mail.
struct MailFrameWriter {
    private(set) var bytes: [UInt8] = []
    private let write: ([UInt8]) -> Void

    init(_ write: @escaping ([UInt8]) -> Void) { self.write = write }

    mutating func put(_ frame: MailFrame) { put(frame, []) }

    mutating func put(_ frame: MailFrame, _ content: some Collection<UInt8>) {
        bytes.append(frame.rawValue)
        let count = UInt32(clamping: content.count)
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes.append(contentsOf: content.prefix(Int(count)))
        if bytes.count > 1 << 16 { flush() }
    }

    /// Nothing for nil.
    mutating func put(_ frame: MailFrame, _ text: String?) {
        if let text { put(frame, text.utf8) }
    }

    mutating func put(_ frame: MailFrame, numbers: Int...) {
        put(
            frame,
            numbers.flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
            })
    }

    mutating func put(_ finding: MailFinding, _ value: String? = nil) {
        put(
            .finding, Array(finding.rawValue.utf8) + [MailFrame.divider] + Array((value ?? "").utf8)
        )
    }

    mutating func put(_ page: Page) {
        put(.page, page.text)
        for table in page.tables {
            put(.table, numbers: table.range.lowerBound, table.range.upperBound)
            for row in table.rows {
                put(.row)
                for cell in row { put(.cell, cell.utf8) }
            }
        }
    }

    mutating func flush() {
        write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
