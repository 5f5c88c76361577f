/// The character set that an HTML page names in its head, for mails that do not.
enum HTMLCharset {
    /// Only the beginning is looked at, as browsers do.
    private static let length = 2048

    static func declared(_ page: [UInt8]) -> String? {
        let head = page.prefix(length).map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) }
        let word = Array("charset=".utf8)
        var at = 0
        while at + word.count < head.count {
            if head[at...].starts(with: word) {
                let value = head[(at + word.count)...]
                    .drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
                    .prefix { $0.isPrintable && !"\"'>;/".utf8.contains($0) }
                return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
            }
            at += 1
        }
        return nil
    }
}
