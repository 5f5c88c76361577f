import Formats

/// What `acquit read --json` prints of a mail: `messages` and `advices` of interfaces.md, with the
/// place of each advice as `foundIn`.
public func readJSON(_ parsed: Parsed<MailFile>, file name: String) -> [UInt8] {
    let file = parsed.document
    return readJSON(of: name, format: file.message == nil ? "" : "mail", parsed.findings) { json in
        json.array("messages", file.message.map { [$0] } ?? []) { $0.message($1) }
        json.array("advices", file.advices) { $0.advice($1.advice, foundIn: $1.place) }
    }
}

extension JSONWriter {
    fileprivate mutating func message(_ message: MailMessage) {
        object { json in
            json.member("id", message.id)
            json.member("inReplyTo", message.inReplyTo)
            json.list("references", message.references) { $0.element($1) }
            json.array("from", message.from) { $0.address($1) }
            json.array("to", message.to) { $0.address($1) }
            json.list("cc", message.cc) { $0.address($1) }
            json.member("subject", message.subject)
            json.member("date", message.date)
            json.member("text", message.text)
            json.array("attachments", message.attachments) { json, attachment in
                json.object { json in
                    json.member("name", attachment.name)
                    json.member("type", attachment.type)
                    json.member("size", number: attachment.size)
                }
            }
            json.list("messages", message.messages) { $0.message($1) }
        }
    }

    private mutating func address(_ address: MailAddress) {
        object { json in
            json.member("name", address.name)
            json.member("address", address.address.isEmpty ? nil : address.address)
        }
    }
}
