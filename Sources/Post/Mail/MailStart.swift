/// Where the headers of a mail begin: mailboxes and careless programs put something before them.
enum MailStart {
    /// The mail from there on; with an end to its headers, where it has none.
    static func mail(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = bytes.withUnsafeBytes { headers(of: $0) }
        let mail = bytes[start...]
        return hasEnd(mail) ? mail : mail + [0x0A, 0x0A]
    }

    private static func hasEnd(_ mail: ArraySlice<UInt8>) -> Bool {
        var isStart = false
        for byte in mail where byte != 0x0D {
            if byte == 0x0A, isStart { return true }
            isStart = byte == 0x0A
        }
        return false
    }

    private static func headers(of bytes: UnsafeRawBufferPointer) -> Int {
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
