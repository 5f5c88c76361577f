/// Words of several languages with what they mean, found in one pass over a text.
///
/// The words stand in lists such as `"paid | has paid | transfer*"`: folded, in small letters. A
/// word of letters ends where no letter or digit follows; with `*` it may go on. At each place the
/// longest word counts, and what it covers is passed over.
struct WordList: Sendable {
    struct Hit: Sendable {
        /// The place of the word's line in the list, from 0.
        let meaning: Int
        let range: Range<Int>
    }

    private struct Word: Sendable {
        let bytes: [UInt8]
        let meaning: Int
        let isOpen: Bool
    }

    private let byFirst: [[Word]]
    private let hasEdges: Bool

    /// `hasEdges` is false for texts without blanks, where a word may stand anywhere.
    init(_ lines: [String], hasEdges: Bool = true) {
        var byFirst = [[Word]](repeating: [], count: 256)
        for (meaning, line) in lines.enumerated() {
            for part in line.utf8.split(separator: UInt8(ascii: "|")) {
                var bytes = Array(Array(part)[...].trimmed)
                let isOpen = bytes.last == UInt8(ascii: "*")
                if isOpen { bytes.removeLast() }
                guard let first = bytes.first else { continue }
                byFirst[Int(first)].append(Word(bytes: bytes, meaning: meaning, isOpen: isOpen))
            }
        }
        self.byFirst = byFirst.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
        self.hasEdges = hasEdges
    }

    func hits(in text: ArraySlice<UInt8>) -> [Hit] {
        var hits: [Hit] = []
        text.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                if let word = word(at: at, of: bytes) {
                    let from = text.startIndex + at
                    hits.append(
                        Hit(meaning: word.meaning, range: from..<from + word.bytes.count))
                    at += word.bytes.count
                } else {
                    at += 1
                }
            }
        }
        return hits
    }

    func hits(in text: [UInt8]) -> [Hit] { hits(in: text[...]) }

    /// The meaning that stands first in the list, of all that are in the text.
    func foremost(in text: [UInt8]) -> Int? { hits(in: text).lazy.map(\.meaning).min() }

    func contains(_ text: ArraySlice<UInt8>) -> Bool { !hits(in: text).isEmpty }

    private func word(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Word? {
        let words = byFirst[Int(bytes[place])]
        if words.isEmpty { return nil }
        if hasEdges, bytes[place].isLetter, place > 0,
            bytes[place - 1].isLetter || bytes[place - 1].isDigit
        {
            return nil
        }
        return words.first { word in
            let end = place + word.bytes.count
            guard end <= bytes.count else { return false }
            for offset in word.bytes.indices where bytes[place + offset] != word.bytes[offset] {
                return false
            }
            guard hasEdges, !word.isOpen, end < bytes.count, bytes[end - 1].isLetter else {
                return true
            }
            return !bytes[end].isLetter && !bytes[end].isDigit
        }
    }
}
