import Formats
import Foundation
import Post
import Testing

/// The mails of the libraries stalwartlabs/mail-parser and CPython's email, held against what the
/// former reads of its own.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct MailCorpusTests {
    static let folder: String = {
        let root = ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus"
        return root + "/email"
    }()
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// Where we read otherwise, and why.
    static let differences: [String: Set<String>] = [
        // Bytes of Latin-1 that nobody declares: it writes U+FFFD, we the letters.
        "legacy/010": ["to", "subject"], "legacy/017": ["to"], "legacy/020": ["to", "subject"],
        "legacy/022": ["to", "subject"], "legacy/027": ["to", "subject"],
        "legacy/016": ["attachments"], "legacy/023": ["attachments"],
        "legacy/026": ["attachments"], "legacy/052": ["to", "subject", "text"],
        // The same in a text that says UTF-8, or no more than that it is text.
        "legacy/033": ["text"],
        // An address without a domain: it takes it for a name, we for an address.
        "rfc/001": ["from", "to"], "rfc/004": ["from", "to"],
    ]

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func stalwart() throws {
        let root = Self.folder + "/stalwart_mail_parser/eml/"
        var compared = 0
        for part in ["legacy", "rfc"] {
            let files = try FileManager.default.contentsOfDirectory(atPath: root + part)
            for file in files.sorted() where file.hasSuffix(".eml") {
                let name = part + "/" + file.dropLast(4)
                let bytes = try #require(FileManager.default.contents(atPath: root + name + ".eml"))
                let expected = try StalwartMail(
                    #require(FileManager.default.contents(atPath: root + name + ".json")))
                let message = try #require(MailReading([UInt8](bytes)).message, "\(name)")
                let differences = expected.differences(from: message)
                #expect(differences == Self.differences[name] ?? [], "\(name)")
                compared += 1
            }
        }
        #expect(compared == 64)
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func cpython() throws {
        let root = Self.folder + "/python_test_email/"
        var read = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: root).sorted()
        where file.hasPrefix("msg_") {
            let bytes = try #require(FileManager.default.contents(atPath: root + file))
            // One begins with its text; one has a body of spaces, and no header that matters.
            guard recognise(prefix: [UInt8](bytes)) == .mail, file != "msg_18.txt" else { continue }
            let reading = MailReading([UInt8](bytes))
            #expect(reading.message != nil, "\(file): \(reading.findings)")
            let failed = reading.codes.filter {
                $0.hasPrefix("mail-process") || $0 == "mail-time-limit"
            }
            #expect(failed == [], "\(file)")
            read += 1
        }
        #expect(read > 40)
    }
}

/// What the library writes of a mail that it has read.
private struct StalwartMail {
    private let parts: [[String: Any]]
    private let texts: [Int]
    private let pages: [Int]
    private let attachments: [Int]

    init(_ json: Data) throws {
        let tree = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        parts = try #require(tree["parts"] as? [[String: Any]])
        texts = tree["text_body"] as? [Int] ?? []
        pages = tree["html_body"] as? [Int] ?? []
        attachments = tree["attachments"] as? [Int] ?? []
    }

    func differences(from message: MailMessage) -> Set<String> {
        var found: Set<String> = []
        let check = { (name: String, isSame: Bool) in if !isSame { found.insert(name) } }
        check("from", addresses("from") == message.from.map { [$0.name, $0.address] })
        check("to", addresses("to") == message.to.map { [$0.name, $0.address] })
        check("cc", addresses("cc") == message.cc.map { [$0.name, $0.address] })
        check(
            "subject", (header("subject") as? [String: Any])?["Text"] as? String == message.subject)
        check("date", date == message.date?.description)
        check(
            "attachments",
            attachments.filter { !isBody($0) && kind($0) != "Message" }.map { name($0) ?? "" }
                .sorted() == message.attachments.map { $0.name ?? "" }.sorted())
        if !texts.isEmpty, texts.allSatisfy({ kind($0) == "Text" }) {
            let text = texts.compactMap {
                (parts[$0]["body"] as? [String: Any])?["Text"] as? String
            }
            check("text", words(text.joined(separator: "\n")) == words(message.text ?? ""))
        }
        return found
    }

    private func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }

    private func header(_ name: String, of part: Int = 0) -> Any? {
        let headers = parts[part]["headers"] as? [[String: Any]] ?? []
        return headers.first { $0["name"] as? String == name }?["value"]
    }

    private func addresses(_ name: String) -> [[String?]] {
        guard let value = (header(name) as? [String: Any])?["Address"] as? [String: Any] else {
            return []
        }
        let groups = value["Group"] as? [[String: Any]] ?? []
        let list =
            value["List"] as? [[String: Any]]
            ?? groups.flatMap { $0["addresses"] as? [[String: Any]] ?? [] }
        return list.map { [$0["name"] as? String, $0["address"] as? String] }
    }

    private var date: String? {
        guard let value = (header("date") as? [String: Any])?["DateTime"] as? [String: Any] else {
            return nil
        }
        let part = { (name: String) in
            let number = value[name] as? Int ?? 0
            return number < 10 ? "0\(number)" : "\(number)"
        }
        let sign = value["tz_before_gmt"] as? Bool == true ? "-" : "+"
        return part("year") + "-" + part("month") + "-" + part("day") + "T" + part("hour") + ":"
            + part("minute") + ":" + part("second") + sign + part("tz_hour") + ":"
            + part("tz_minute")
    }

    private func kind(_ part: Int) -> String? {
        (parts[part]["body"] as? [String: Any])?.keys.first
    }

    private func isBody(_ part: Int) -> Bool {
        (texts.contains(part) || pages.contains(part)) && ["Text", "Html"].contains(kind(part))
    }

    private func name(_ part: Int) -> String? {
        for (header, parameter) in [("content_disposition", "filename"), ("content_type", "name")] {
            let type = (self.header(header, of: part) as? [String: Any])?["ContentType"]
            let attributes = (type as? [String: Any])?["attributes"] as? [[String: Any]] ?? []
            if let found = attributes.first(where: { $0["name"] as? String == parameter }) {
                return found["value"] as? String
            }
        }
        return nil
    }
}
