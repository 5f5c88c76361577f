internal import CGMime

/// One walk through the parts of a mail.
final class MailWalk {
    var frames: MailFrameWriter
    private var parts = 0
    private var findings: [MailFinding: Int] = [:]
    /// Whether a body is open: the forms of an alternative go into one.
    private var isInBody = false

    init(_ write: @escaping ([UInt8]) -> Void) { frames = MailFrameWriter(write) }

    /// Each kind a few times: a mail of ten thousand faults has one.
    func say(_ finding: MailFinding, _ value: String? = nil) {
        let count = findings[finding, default: 0] + 1
        findings[finding] = count
        if count <= 20 { frames.put(finding, value) }
        if count == 21 { frames.put(.tooManyFindings, finding.rawValue) }
    }

    func finish() {
        frames.put(.done)
        frames.flush()
    }

    func message(_ message: UnsafeMutablePointer<GMimeMessage>, depth: Int) {
        frames.put(.message)
        headers(of: message)
        if let content = g_mime_message_get_mime_part(message) {
            object(content, depth: depth + 1, position: .first)
        }
        frames.put(.endOfMessage)
    }

    /// Where a part stands decides whether a text is a body or came with one.
    enum Position { case first, later }

    func object(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int, position: Position) {
        guard depth <= MailLimits.depth else { return say(.tooDeep) }
        parts += 1
        guard parts <= MailLimits.parts else {
            if parts == MailLimits.parts + 1 { say(.tooManyParts) }
            return
        }
        if gmime_is_message_part(object) != 0 {
            if let inner = gmime_message_of(object) {
                return inBodyOfNone { message(inner, depth: depth) }
            }
        } else if gmime_is_multipart(object) != 0 {
            multipart(object, depth: depth, position: position)
        } else if gmime_is_message_partial(object) != 0 {
            say(.partial)
        } else if gmime_is_part(object) != 0 {
            part(MailPart(object), position: position, depth: depth)
        }
    }

    private func multipart(
        _ object: UnsafeMutablePointer<GMimeObject>, depth: Int, position: Position
    ) {
        if gmime_is_encrypted(object) != 0 { return say(.encrypted, MailPart(object).type) }
        if gmime_is_signed(object) != 0 { say(.signed) }
        let children = gmime_multipart(object)
        let isAlternative = MailPart(object).type == "multipart/alternative"
        let opens = isAlternative && !isInBody
        if opens { openBody() }
        for place in 0..<max(0, g_mime_multipart_get_count(children)) {
            guard let child = g_mime_multipart_get_part(children, place) else { continue }
            let isFirst = isAlternative || place == 0
            self.object(child, depth: depth + 1, position: isFirst ? position : .later)
        }
        if opens { closeBody() }
    }

    private func part(_ part: MailPart, position: Position, depth: Int) {
        // In base64, which no mail inside may be, and some are.
        if part.type == "message/rfc822", let inner = part.message() {
            return inBodyOfNone { message(inner, depth: depth) }
        }
        if part.isBody(position) {
            let opens = !isInBody
            if opens { openBody() }
            body(part)
            if opens { closeBody() }
        } else {
            attachment(part)
        }
    }

    // A body gathers texts and pages, and is written when all of it is known.
    private var plain: [String] = []
    private var pages: [Page] = []

    private func openBody() { isInBody = true }

    private func closeBody() {
        isInBody = false
        if !plain.isEmpty || !pages.isEmpty {
            frames.put(.body)
            if !plain.isEmpty { frames.put(.plain, plain.joined(separator: "\n")) }
            if let page = Page.joining(pages) { frames.put(page) }
            frames.put(.endOfBody)
        }
        (plain, pages) = ([], [])
    }

    private func body(_ part: MailPart) {
        let content = part.content()
        if part.type == "text/html" {
            pages.append(page(content.bytes, part))
        } else {
            plain.append(text(content.bytes, part))
        }
    }

    private func page(_ bytes: [UInt8], _ part: MailPart) -> Page {
        let charset = part.charset ?? HTMLCharset.declared(bytes)
        let text = decoded(bytes, charset)
        return HTMLReader.page(Array(text.utf8))
    }

    private func text(_ bytes: [UInt8], _ part: MailPart) -> String {
        MailText.linesEnded(decoded(bytes, part.charset))
    }

    private func decoded(_ bytes: [UInt8], _ charset: String?) -> String {
        if bytes.count > MailLimits.text { say(.textCut) }
        let decoded = MailText.decode(Array(bytes.prefix(MailLimits.text)), charset)
        if decoded.isUnknown { say(.encodingUnknown, charset) }
        if decoded.isDamaged { say(.textDamaged, charset) }
        return decoded.text
    }

    private func attachment(_ part: MailPart) {
        frames.put(.attachment)
        frames.put(.name, part.name.map { MailText.cut($0) })
        frames.put(.type, part.type)
        let content = part.content()
        frames.put(.size, numbers: content.size)
        if content.size > MailLimits.part {
            say(.partTooLarge, part.name)
        } else {
            frames.put(.content, content.bytes)
        }
        if part.type == "text/html" { frames.put(page(content.bytes, part)) }
        frames.put(.endOfAttachment)
    }

    /// A mail inside is no form of the body around it.
    private func inBodyOfNone(_ body: () -> Void) {
        let outer = (isInBody, plain, pages)
        (isInBody, plain, pages) = (false, [], [])
        body()
        (isInBody, plain, pages) = outer
    }
}
