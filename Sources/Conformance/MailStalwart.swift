import Formats
import Post

/// The mails of the library stalwartlabs/mail-parser against what it reads in them.
enum MailStalwart: Source {
    static let folder = "stalwart_mail_parser"

    static let accepted =
        ["to", "subject", "attachments", "text"].map { field in
            Accepted(nil, field, "bytes that nobody declares: it writes U+FFFD, we the letters") {
                !$0.contains("\u{FFFD}") && $1.contains("\u{FFFD}")
                    && $0.filter(\.isASCII) == $1.filter(\.isASCII)
            }
        }
        + ["from", "to"].map { field in
            Accepted(nil, field, "without a domain: it takes it for a name, we for an address") {
                let ours = $0.replacing("nil <", with: "").replacing(">", with: "")
                let theirs = $1.replacing("“", with: "").replacing("” <nil>", with: "")
                return !$0.contains("@") && ours == theirs
            }
        }

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        for name in folder.files(".eml") {
            let read = readMail(try folder.bytes(name), by: folder.program)
            sum.file(name, read.findings, isRead: read.document.message != nil)
            guard let ours = read.document.message else { continue }
            let theirs = StalwartMail(try folder.json(name.dropLast(4) + ".json"))
            for (field, list) in [("from", ours.from), ("to", ours.to), ("cc", ours.cc)] {
                sum.fact(name, field, text(list), theirs.addresses(field))
            }
            sum.fact(name, "subject", ours.subject.map { "“\($0)”" }, theirs.subject)
            sum.fact(name, "date", ours.date?.description, theirs.date)
            let names = ours.attachments.map { $0.name ?? "" }.sorted()
            sum.fact(name, "attachments", "\(names)", "\(theirs.attachments)")
            if let text = theirs.text { sum.fact(name, "text", words(ours.text ?? ""), text) }
        }
    }

    private static func text(_ addresses: [MailAddress]) -> String {
        addresses.map { StalwartMail.address($0.name, $0.address) }.joined(separator: ", ")
    }

    /// Without the line ends and spaces that each leaves its own way.
    static func words(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
