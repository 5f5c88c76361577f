import Formats
import Post

/// The mails that CPython's package email is tested with: each is read, whatever it is.
enum MailPython: Source {
    static let folder = "python_test_email"
    static let accepted = [
        Accepted.always("msg_18.txt", "file", "a body of spaces, and no header that matters"),
        .always("msg_19.txt", "file", "it begins with its text: no mail"),
        .always("msg_37.txt", "file", "one header, Content-Type: other files begin so, too"),
    ]

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        for name in folder.files(".txt") where name.hasPrefix("msg_") {
            let bytes = try folder.bytes(name)
            guard recognise(prefix: bytes) == .mail else {
                sum.file(name, [], isRead: false)
                continue
            }
            let read = readMail(bytes, by: folder.program)
            let failures = read.findings.filter {
                $0.code.hasPrefix("mail-process") || $0.code == "mail-time-limit"
            }
            let isRead = read.document.message != nil && failures.isEmpty
            sum.file(name, failures + read.findings, isRead: isRead)
        }
    }
}
