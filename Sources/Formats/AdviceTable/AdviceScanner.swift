/// Finds dates, amounts and numbers of documents in a line of free text.
struct AdviceScanner {
    struct Token {
        enum Kind {
            case date(AdviceDate)
            case amount(AdviceAmount)
            /// Letters and digits, or digits alone: perhaps a document's number.
            case id(isNumber: Bool)
        }

        let kind: Kind
        /// In the folded line.
        let range: Range<Int>
    }

    private let line: FoldedText
    private let bytes: [UInt8]
    private var at = 0
    private(set) var tokens: [Token] = []

    init(_ line: FoldedText) {
        self.line = line
        bytes = line.bytes
        while at < bytes.count { step() }
    }

    private mutating func step() {
        let byte = bytes[at]
        let startsWord = at == 0 || !(bytes[at - 1].isLetter || bytes[at - 1].isDigit)
        if startsWord, byte.isDigit || byte.isLetter, takeDate() { return }
        if byte.isDigit { return takeNumber() }
        if byte.isLetter { return takeWord() }
        if byte >= 0xE3 || byte == 0xC2, takeChinese() { return }
        at += 1
    }

    private mutating func takeDate() -> Bool {
        guard let found = AdviceDate.find(in: line.lower[at..<min(at + 40, bytes.count)]) else {
            return false
        }
        if found.end < bytes.count, bytes[found.end].isLetter || bytes[found.end].isDigit,
            bytes[found.end - 1].isDigit, line.lower[found.end] != UInt8(ascii: "t")
        {
            return false
        }
        add(.date(found.date), to: found.end)
        return true
    }

    private mutating func add(_ kind: Token.Kind, from: Int? = nil, to end: Int) {
        tokens.append(Token(kind: kind, range: (from ?? at)..<end))
        at = max(end, at + 1)
    }

    private subscript(place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

    private mutating func takeNumber() {
        var end = at
        while end < bytes.count, end - at < 40 {
            if bytes[end].isDigit {
                end += 1
            } else if ".,'".utf8.contains(bytes[end]), self[end + 1].isDigit {
                end += 1
            } else if bytes[end] == 0x20, startsGroup(end) {
                end += 1
            } else {
                break
            }
        }
        let hasTail =
            self[end].isLetter && !isUnit(end)
            || "-/_".utf8.contains(self[end]) && (self[end + 1].isLetter || self[end + 1].isDigit)
        if hasTail { return takeID() }
        if self[end] == UInt8(ascii: "%") || self[end] == 0x20 && self[end + 1] == 0x25 {
            at = end + 1
            return
        }
        takeAmount(from: at, to: end)
    }

    /// A blank before three digits inside of `1 234,56`.
    private func startsGroup(_ blank: Int) -> Bool {
        guard self[blank + 1].isDigit, self[blank + 2].isDigit, self[blank + 3].isDigit,
            !self[blank + 4].isDigit
        else { return false }
        let before = bytes[at..<blank].split(separator: 0x20, omittingEmptySubsequences: false)
        return before.enumerated().allSatisfy { index, group in
            group.allSatisfy { $0.isDigit } && (index == 0 ? group.count <= 3 : group.count == 3)
        }
    }

    /// Letters that follow an amount directly: `500EUR`, `500CR`.
    private func isUnit(_ end: Int) -> Bool {
        let letters = bytes[end...].prefix { $0.isLetter }
        return letters.count == 3 && AdviceCurrency.suffix(of: letters) != nil
            || letters.count == 2 && line.lower[end] == UInt8(ascii: "c")
                && line.lower[end + 1] == UInt8(ascii: "r")
    }

    /// The number with its currency and sign around it.
    private mutating func takeAmount(from start: Int, to end: Int) {
        var from = start
        var to = end
        for _ in 0..<3 {
            let blank = from > 0 && bytes[from - 1] == 0x20 ? from - 1 : from
            let before = bytes[max(0, blank - 9)..<blank]
            let floor = tokens.last?.range.upperBound ?? 0
            if let (_, length) = AdviceCurrency.suffix(of: before), blank - length >= floor,
                !(self[blank - length - 1].isLetter && before.last?.isLetter == true)
            {
                from = blank - length
            } else if from > floor, self[from - 1] == UInt8(ascii: "-"),
                from < 2 || !self[from - 2].isLetter && !self[from - 2].isDigit
            {
                from -= 1
            } else if from > floor, self[from - 1] == UInt8(ascii: "(") {
                from -= 1
            } else {
                break
            }
        }
        for _ in 0..<3 {
            let blank = self[to] == 0x20 ? to + 1 : to
            let behind = bytes[min(blank, bytes.count)...].prefix(9)
            if let word = ["万", "亿", "整", "/-"].first(where: { behind.starts(with: $0.utf8) }) {
                to = blank + word.utf8.count
            } else if let (_, length) = AdviceCurrency.prefix(of: behind),
                !self[blank + length].isLetter || (behind.first ?? 0) >= 0x80
            {
                to = blank + length
            } else if self[to] == UInt8(ascii: ")"), self[from] == UInt8(ascii: "(") {
                to += 1
            } else if self[to] == UInt8(ascii: "-"), !self[to + 1].isLetter, !self[to + 1].isDigit,
                self[to + 1] != UInt8(ascii: "-")
            {
                to += 1
            } else if line.lower[min(to, bytes.count)...].prefix(2).elementsEqual("cr".utf8) {
                to += 2
            } else {
                break
            }
        }
        if self[from] == UInt8(ascii: "("), to == 0 || self[to - 1] != UInt8(ascii: ")") {
            from += 1
        }
        let isPlain = bytes[start..<end].allSatisfy { $0.isDigit } && from >= start && to == end
        if !isPlain, let amount = AdviceAmount(bytes[from..<to]) {
            tokens.append(Token(kind: .amount(amount), range: from..<to))
        } else {
            tokens.append(Token(kind: .id(isNumber: true), range: start..<end))
        }
        at = max(to, end)
    }

    private mutating func takeWord() {
        let letters = bytes[at...].prefix { $0.isLetter }
        let end = letters.endIndex
        // `EUR500,00`
        if letters.count == 3, self[end].isDigit, AdviceCurrency.prefix(of: letters) != nil {
            at = end
            return
        }
        takeID()
    }

    private mutating func takeID() {
        var end = at
        var hasDigit = false
        while end < bytes.count {
            let byte = bytes[end]
            let next = self[end + 1]
            if byte.isDigit || byte.isLetter {
                hasDigit = hasDigit || byte.isDigit
            } else if byte == UInt8(ascii: "/"), hasDigit, next.isLetter {
                break
            } else if !("-/_#".utf8.contains(byte) && (next.isDigit || next.isLetter)
                || byte == UInt8(ascii: ".") && next.isDigit)
            {
                break
            }
            end += 1
        }
        if hasDigit {
            add(.id(isNumber: false), to: end)
        } else {
            at = max(end, at + 1)
        }
    }

    /// An amount in Chinese words, perhaps with 人民币 before it.
    private mutating func takeChinese() -> Bool {
        let most = bytes[at..<min(at + 90, bytes.count)]
        var end = at
        var start = at
        if let (_, length) = AdviceCurrency.prefix(of: most) { start += length }
        end = start
        while end + 2 < bytes.count, end < at + 88, bytes[end] >= 0xE3 {
            let character = String(decoding: bytes[end..<end + 3], as: UTF8.self).unicodeScalars
            guard let scalar = character.first, ChineseNumeral.isPart(scalar) else { break }
            end += 3
        }
        guard end - start >= 6, let amount = AdviceAmount(bytes[at..<end]), amount.isInWords else {
            return false
        }
        add(.amount(amount), to: end)
        return true
    }
}
