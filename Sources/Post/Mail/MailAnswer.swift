import Formats

/// Makes a message of the frames that the child wrote. The child may have been taken over by what
/// it read, so nothing of them is believed beyond the limits.
struct MailAnswer {
    private(set) var message: MailMessage?
    private(set) var findings: [Finding] = []
    /// Whether the child came to its end.
    private(set) var isWhole = false

    /// The messages that are open, the innermost last.
    private var open: [MailMessage] = []
    private var body: MailBody?
    private var attachment: MailAttachment?
    /// The page of the body or attachment that is open.
    private var page: Page?
    private var parts = 0

    /// Nil where the bytes are no frames.
    init?(_ bytes: [UInt8], place: String) {
        var at = 0
        while at < bytes.count {
            guard let frame = MailFrame(rawValue: bytes[at]), at + 5 <= bytes.count else {
                return nil
            }
            let length = (1...4).reversed().reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
            at += 5
            guard length <= bytes.count - at else { return nil }
            guard take(frame, bytes[at..<at + length], place: place) else { return nil }
            at += length
        }
        // What a child that was killed had said so far still counts.
        while !open.isEmpty { closeMessage() }
    }

    /// False where the frame stands where none of its kind can.
    private mutating func take(
        _ frame: MailFrame, _ content: ArraySlice<UInt8>, place: String
    ) -> Bool {
        switch frame {
        case .message:
            guard open.count <= MailLimits.depth, message == nil else { return false }
            open.append(MailMessage())
        case .endOfMessage:
            guard !open.isEmpty else { return false }
            closeMessage()
        case .done: isWhole = true
        case .finding:
            guard findings.count < MailLimits.findings * 2 else { return false }
            let halves = content.halves
            guard let kind = MailFinding(rawValue: halves.0 ?? "") else { return false }
            let value = halves.1.isEmpty ? nil : halves.1
            findings.append(Finding(kind, at: place, value: value))
        default:
            guard let inner = open.indices.last else { return false }
            return take(frame, content, into: inner)
        }
        return true
    }

    private mutating func take(
        _ frame: MailFrame, _ content: ArraySlice<UInt8>, into message: Int
    ) -> Bool {
        switch frame {
        case .id: open[message].id = content.text
        case .inReplyTo: open[message].inReplyTo = content.text
        case .reference: open[message].references.append(content.text)
        case .from: open[message].from.append(content.address)
        case .to: open[message].to.append(content.address)
        case .cc: open[message].cc.append(content.address)
        case .subject: open[message].subject = content.text
        case .date:
            let offset = min(max(content.dropFirst(8).number, -1440), 1440)
            open[message].date = MailDate(at: Int64(content.number), offset: offset)
        case .body:
            parts += 1
            body = MailBody()
        case .endOfBody:
            body?.page = page
            if let body { open[message].bodies.append(body) }
            (body, page) = (nil, nil)
        case .attachment:
            parts += 1
            attachment = MailAttachment(name: nil, type: "", size: 0)
        case .endOfAttachment:
            attachment?.page = page
            if let attachment { open[message].attachments.append(attachment) }
            (attachment, page) = (nil, nil)
        case .plain: body?.plain = content.text
        case .name: attachment?.name = content.text
        case .type: attachment?.type = content.text
        case .size: attachment?.size = max(0, content.number)
        case .content: attachment?.bytes = Array(content)
        case .page: page = Page(text: content.text)
        case .table: page?.addTable(from: content.number, to: content.dropFirst(8).number)
        case .row: page?.addRow()
        case .cell: page?.addCell(content.text)
        case .message, .endOfMessage, .done, .finding: return false
        }
        return parts <= MailLimits.parts * 2
    }

    private mutating func closeMessage() {
        guard let closed = open.popLast() else { return }
        if let outer = open.indices.last {
            open[outer].messages.append(closed)
        } else {
            message = closed
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }

    /// Eight bytes, least first.
    fileprivate var number: Int { prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } }

    /// What stands before the divider, nil for nothing, and what stands behind it.
    fileprivate var halves: (String?, String) {
        let divider = firstIndex(of: MailFrame.divider) ?? startIndex
        let first = self[..<divider]
        return (first.isEmpty ? nil : first.text, self[divider...].dropFirst().text)
    }

    fileprivate var address: MailAddress {
        let halves = halves
        return MailAddress(name: halves.0, address: halves.1)
    }
}

extension Page {
    fileprivate mutating func addTable(from start: Int, to end: Int) {
        let low = min(max(start, 0), text.utf8.count)
        let high = min(max(end, low), text.utf8.count)
        tables.append(Table(rows: [], range: low..<high))
    }

    fileprivate mutating func addRow() {
        if let last = tables.indices.last { tables[last].rows.append([]) }
    }

    fileprivate mutating func addCell(_ words: String) {
        guard let table = tables.indices.last, let row = tables[table].rows.indices.last else {
            return
        }
        tables[table].rows[row].append(words)
    }
}
