/// Whether a file begins as a mail: with header lines (RFC 5322), two of those that every mail has.
enum MailBeginning {
    private static let telling: [StaticString] = [
        "from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path",
        "content-type",
    ]

    static func isMail(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let all = ByteRun(bytes)
            var at = 0
            while at < all.count, all[at] <= 0x20 { at += 1 }
            // The line that parts mails in a mailbox file.
            if all.has("From ", at: at) { at = (all.index(of: 0x0A, after: at) ?? all.count) + 1 }
            var seen: Set<Int> = []
            while at < all.count, seen.count < 2 {
                let end = all.index(of: 0x0A, after: at) ?? all.count
                let line = all.part(at, end)
                at = end + 1
                // A line that goes on; the file may be cut in the last one.
                if line[0] == 0x20 || line[0] == 0x09 { continue }
                guard let name = name(line) else { break }
                for (place, word) in telling.enumerated() where name.equalsFolded(word) {
                    seen.insert(place)
                }
            }
            return seen.count >= 2
        }
    }

    /// What stands before the colon, where that can be a header's name.
    private static func name(_ line: ByteRun) -> ByteRun? {
        guard let colon = line.index(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        let name = line.upTo(colon).trimmed
        guard name.count > 0, name.count <= 76 else { return nil }
        for byte in name.buffer where byte <= 0x20 || byte >= 0x7F { return nil }
        return name
    }
}

extension ByteRun {
    /// Whether it is the word, of small letters, in any case.
    fileprivate func equalsFolded(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for place in 0..<count where self[place] | 0x20 != word.utf8Start[place] | 0x20 {
            return false
        }
        return true
    }
}
