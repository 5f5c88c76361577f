/// Where the headers of a mail begin: mailboxes and careless programs put something before them.
enum MailStart {
    static func headers(of bytes: UnsafeRawBufferPointer) -> Int {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        // The line with which a mailbox file begins each mail.
        if bytes[at...].starts(with: "From ".utf8) {
            let line = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex - 1
            at = line + 1
        }
        return at
    }
}
