/// What the library writes of a mail that it has read.
struct StalwartMail {
    private let parts: [[String: Any]]
    private let texts: [Int]
    private let pages: [Int]
    private let files: [Int]

    init(_ json: Any) {
        let tree = json as? [String: Any] ?? [:]
        parts = tree["parts"] as? [[String: Any]] ?? []
        texts = tree["text_body"] as? [Int] ?? []
        pages = tree["html_body"] as? [Int] ?? []
        files = tree["attachments"] as? [Int] ?? []
    }

    /// The names of the attachments that are no mails and no bodies.
    var attachments: [String] {
        files.filter { !isBody($0) && kind($0) != "Message" }.map { name($0) ?? "" }.sorted()
    }

    /// The words of the text; nil where the body is no text.
    var text: String? {
        guard !texts.isEmpty, texts.allSatisfy({ kind($0) == "Text" }) else { return nil }
        let text = texts.compactMap { (parts[$0]["body"] as? [String: Any])?["Text"] as? String }
        return MailStalwart.words(text.joined(separator: "\n"))
    }

    var subject: String? {
        let subject = (header("subject") as? [String: Any])?["Text"] as? String
        return subject.map { "“\($0)”" }
    }

    /// `“Jane Doe” <jane@example.com>, nil <joe@example.com>`.
    func addresses(_ name: String) -> String {
        guard let value = (header(name) as? [String: Any])?["Address"] as? [String: Any] else {
            return ""
        }
        let groups = value["Group"] as? [[String: Any]] ?? []
        let list =
            value["List"] as? [[String: Any]]
            ?? groups.flatMap { $0["addresses"] as? [[String: Any]] ?? [] }
        return list.map { Self.address($0["name"] as? String, $0["address"] as? String) }
            .joined(separator: ", ")
    }

    static func address(_ name: String?, _ address: String?) -> String {
        (name.map { "“\($0)”" } ?? "nil") + " <\(address ?? "nil")>"
    }

    var date: String? {
        guard let value = (header("date") as? [String: Any])?["DateTime"] as? [String: Any] else {
            return nil
        }
        let part = { (name: String) in
            let number = value[name] as? Int ?? 0
            return number < 10 ? "0\(number)" : "\(number)"
        }
        let sign = value["tz_before_gmt"] as? Bool == true ? "-" : "+"
        return ["year", "month", "day"].map(part).joined(separator: "-") + "T"
            + ["hour", "minute", "second"].map(part).joined(separator: ":") + sign
            + ["tz_hour", "tz_minute"].map(part).joined(separator: ":")
    }

    private func header(_ name: String, of part: Int = 0) -> Any? {
        let headers = parts.dropFirst(part).first?["headers"] as? [[String: Any]] ?? []
        return headers.first { $0["name"] as? String == name }?["value"]
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
