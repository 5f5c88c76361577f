/// A word that may be the number of an order, a contract or a delivery.
struct LinkWord: Equatable {
    let signs: [UInt8]
    /// A word like PO or 合同 stands before it.
    let isAnnounced: Bool
}

/// A word that is none of our numbers, and perhaps nearly one.
struct UnreadWord: Equatable {
    let signs: [UInt8]
    /// The runs of the text that it is made of.
    let runs: ClosedRange<Int>
}

/// What is left of a text when our numbers are read: words with digits, cut in every way that the
/// separators allow. `INV 1010` is INV1010 and 1010.
struct UnreadWords {
    let tokens: Tokens
    let isRead: [Bool]
    /// Neither dates, amounts, phone numbers nor announced as somebody else's.
    private(set) var numbers: [UnreadWord] = []
    private(set) var links: [LinkWord] = []

    /// Runs in one word, and words in one text: a count that comes from outside is bounded.
    private static let runsAtMost = 6
    private static let wordsAtMost = 48

    init(tokens: Tokens, isRead: [Bool]) {
        self.tokens = tokens
        self.isRead = isRead
    }

    mutating func read(withLinks: Bool) {
        for run in tokens.runs.indices where !isRead[run] && !tokens.isAttached(run) {
            if numbers.count >= Self.wordsAtMost, !withLinks || links.count >= Self.wordsAtMost {
                return
            }
            word(from: run, withLinks)
        }
    }

    private mutating func word(from first: Int, _ withLinks: Bool) {
        var signs: [UInt8] = []
        var digits = 0
        var isOurs = true
        var isAnnounced = false
        for run in first..<min(first + Self.runsAtMost, tokens.runs.count) {
            if isRead[run] { return }
            if run > first, !NumberScanner.joins(tokens.gap(before: run)) { return }
            switch tokens.runs[run].mark {
            case .none: break
            case .notOurs:
                isOurs = false
                isAnnounced = true
            case .amount, .date, .phone: return
            }
            signs += tokens.bytes(run)
            if signs.count > 40 { return }
            digits += tokens.runs[run].isDigits ? tokens.runs[run].count : 0
            if tokens.isContinued(run) { continue }
            if isOurs, signs.count >= 5, signs.reduce(0, { $0 + Self.digitLike($1) }) >= 4,
                numbers.count < Self.wordsAtMost
            {
                numbers.append(UnreadWord(signs: signs, runs: first...run))
            }
            if withLinks, digits >= 3, signs.count >= 4, links.count < Self.wordsAtMost {
                links.append(LinkWord(signs: signs, isAnnounced: isAnnounced))
            }
        }
    }

    /// A digit, or a letter that is easily taken for one.
    private static func digitLike(_ sign: UInt8) -> Int {
        ASCII.isDigit(sign) || Lookalikes.plain(sign) != sign ? 1 : 0
    }
}

/// Letters that are written for digits.
enum Lookalikes {
    static func plain(_ sign: UInt8) -> UInt8 {
        switch sign {
        case UInt8(ascii: "O"): ASCII.zero
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: sign
        }
    }
}
