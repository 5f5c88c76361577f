import Formats

/// Where in a mail an advice may stand: its bodies, and the attachments that can be read.
struct MailSources {
    private(set) var sources: [AdviceSource] = []
    private(set) var findings: [Finding] = []
    private let program: Program

    init(_ program: Program) { self.program = program }

    mutating func add(_ message: MailMessage, within place: String = "") {
        for (number, body) in message.bodies.enumerated() {
            add(body, place + (number == 0 ? "body" : "body \(number + 1)"))
        }
        for (number, attachment) in message.attachments.enumerated() {
            let name = attachment.name ?? "attachment \(number + 1)"
            let read = AttachmentReading(attachment, name: place + name, program: program)
            sources += read.sources
            findings += read.findings
        }
        for (number, inner) in message.messages.enumerated() {
            add(inner, within: place + "message \(number + 1), ")
        }
    }

    /// Both forms of a body say the same: tables are read from the form that has cells, words from
    /// the one that was written as text.
    private mutating func add(_ body: MailBody, _ name: String) {
        if body.plain?.contains("-----BEGIN PGP MESSAGE-----") == true {
            findings.append(Finding(MailFinding.encrypted, at: name, value: "PGP"))
        }
        if let page = body.page, !page.tables.isEmpty || body.plain == nil {
            sources += page.sources(named: name)
        } else if let plain = body.plain {
            sources.append(AdviceSource(name: name, content: .text(plain)))
        }
    }

    /// The first source that has the numbers of all its lines, or of the first.
    func place(of advice: RemittanceAdvice) -> String {
        let numbers = advice.lines.compactMap(\.number)
        for wanted in [numbers, Array(numbers.prefix(1))] where !wanted.isEmpty {
            if let source = sources.first(where: { $0.holds(wanted) }) { return source.name }
        }
        return sources.first?.name ?? "mail"
    }
}

extension AdviceSource {
    fileprivate func holds(_ words: [String]) -> Bool {
        let text =
            switch content {
            case .text(let text): text
            case .rows(let rows): rows.joined().joined(separator: "\n")
            }
        return words.allSatisfy { text.contains($0) }
    }
}

extension Page {
    /// Text and tables by turns, as they stand under each other.
    func sources(named name: String) -> [AdviceSource] {
        var sources: [AdviceSource] = []
        var at = 0
        let bytes = Array(text.utf8)
        func say(upTo end: Int) {
            guard end > at, bytes[at..<end].contains(where: { $0 > 0x20 }) else { return }
            let words = String(decoding: bytes[at..<end], as: UTF8.self)
            sources.append(AdviceSource(name: name, content: .text(words)))
        }
        for (number, table) in tables.enumerated() {
            say(upTo: min(table.range.lowerBound, bytes.count))
            sources.append(
                AdviceSource(name: "\(name) table \(number + 1)", content: .rows(table.rows)))
            at = max(at, min(table.range.upperBound, bytes.count))
        }
        say(upTo: bytes.count)
        return sources
    }
}
