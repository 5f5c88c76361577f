import Formats

/// Makes the raw bytes of a header into a form of which nothing is left to guess: text in UTF-8,
/// and each run of encoded words (RFC 2047) as one.
///
/// Programs write bytes beyond ASCII where none may be, cut characters in two between two words,
/// and pad each word; GMime decodes a run of padded words no further than the first.
enum HeaderBytes {
    static func text(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        var plain: [UInt8] = []
        var run: [EncodedWord] = []
        var at = 0
        func endRun() {
            if !run.isEmpty { out += EncodedWord.joining(run) }
            run = []
        }
        func endPlain() {
            UndeclaredText.normalise(&plain)
            out += plain
            plain = []
        }
        while at < bytes.count {
            if let word = EncodedWord(bytes, at: at) {
                // Blanks between two words are none of the text.
                let isBetween = !run.isEmpty && plain.allSatisfy { $0 <= 0x20 }
                if !isBetween {
                    endRun()
                    endPlain()
                }
                plain = []
                run.append(word)
                at = word.end
            } else {
                if bytes[at] > 0x20 { endRun() }
                plain.append(bytes[at])
                at += 1
            }
        }
        endRun()
        endPlain()
        return String(decoding: out, as: UTF8.self)
    }
}

/// One encoded word: `=?charset?Q?…?=`.
private struct EncodedWord {
    let charset: String
    let content: [UInt8]
    /// Where in the header it ends.
    let end: Int

    /// Words may have 75 bytes, and have more.
    private static let longest = 2_000

    /// Nil where none begins at `start`.
    init?(_ bytes: [UInt8], at start: Int) {
        let mark = UInt8(ascii: "?")
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == mark
        else { return nil }
        var marks: [Int] = []
        for at in start + 2..<min(bytes.count, start + Self.longest) {
            // Blanks stand only where a program did not know better: in the text itself.
            if bytes[at] == 0x0A || bytes[at] <= 0x20 && marks.count < 2 { return nil }
            if bytes[at] != mark { continue }
            if marks.count == 2, at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: "=") {
                continue
            }
            marks.append(at)
            if marks.count == 3 { break }
        }
        guard marks.count == 3, marks[1] == marks[0] + 2, marks[2] + 1 < bytes.count else {
            return nil
        }
        // A language may stand behind the character set.
        let name = bytes[start + 2..<marks[0]].prefix { $0 != UInt8(ascii: "*") }
        charset = String(decoding: name, as: UTF8.self)
        let text = bytes[marks[1] + 1..<marks[2]]
        switch bytes[marks[0] + 1] | 0x20 {
        case UInt8(ascii: "q"): content = Self.quoted(text)
        case UInt8(ascii: "b"): content = Base64.decode(text)
        default: return nil
        }
        end = marks[2] + 2
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte == UInt8(ascii: "="), at + 2 < text.endIndex,
                let high = hex(text[at + 1]), let low = hex(text[at + 2])
            {
                out.append(high << 4 | low)
                at += 3
                continue
            }
            out.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
            at += 1
        }
        return out
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The words as one in UTF-8. Neighbours of one character set are decoded together, as a
    /// character may begin in one and end in the next.
    static func joining(_ words: [EncodedWord]) -> [UInt8] {
        var text = ""
        var bytes: [UInt8] = []
        for (place, word) in words.enumerated() {
            bytes += word.content
            let next = place + 1 < words.count ? words[place + 1].charset : nil
            if next?.lowercased() == word.charset.lowercased() { continue }
            text += MailText.decode(bytes, word.charset).text
            bytes = []
        }
        return Array("=?UTF-8?B?".utf8) + Base64.encode(Array(text.utf8)) + Array("?=".utf8)
    }
}
