/// A line of free text, read for dates, amounts, numbers and words.
struct AdviceProseLine {
    let text: FoldedText
    /// The bytes of the grid, in which the line stands.
    let original: ArraySlice<UInt8>
    let tokens: [AdviceScanner.Token]
    let labels: [(label: AdviceLabel, range: Range<Int>)]
    let sentences: [Sentence]
    let place: String
    let isExact: Bool
    /// Where the line stands among tables: how many are above it.
    let after: Int

    struct Sentence {
        var range: Range<Int>
        var namesAdvice = false
        var isPaid = false
        var isUnpaid = false
        var isForeign = false

        var isOfPayment: Bool { isPaid || namesAdvice }
    }

    /// What follows in a longer line is not read.
    private static let longest = 64 << 10

    init(_ bytes: ArraySlice<UInt8>, place: String, isExact: Bool, after: Int) {
        original = bytes
        let text = FoldedText(bytes.prefix(Self.longest), tracked: true)
        self.text = text
        self.place = place
        self.isExact = isExact
        self.after = after
        tokens = AdviceScanner(text).tokens
        labels = AdviceLabel.hits(in: text.lower[...])
        sentences = Self.sentences(of: text).map { Self.judged($0, text) }
    }

    private static func judged(_ range: Range<Int>, _ text: FoldedText) -> Sentence {
        var sentence = Sentence(range: range)
        var isPaying = false
        var isDone = false
        for hit in AdviceCue.hits(in: text.lower[range]) {
            switch hit.cue {
            case .title: sentence.namesAdvice = true
            case .paid: sentence.isPaid = true
            case .paying: isPaying = true
            case .done: isDone = true
            case .unpaid: sentence.isUnpaid = true
            case .foreign: sentence.isForeign = true
            }
        }
        sentence.isPaid = sentence.isPaid || isPaying && isDone
        if sentence.isUnpaid || sentence.isForeign {
            sentence.isPaid = false
            sentence.namesAdvice = false
        }
        return sentence
    }

    private static let abbreviations = WordList([
        "abzgl | zzgl | inkl | incl | excl | rech | bzgl | rechn | fact | invs | docs"
    ])

    private static func sentences(of text: FoldedText) -> [Range<Int>] {
        let lower = text.lower
        var sentences: [Range<Int>] = []
        var from = 0
        var at = 0
        func end(_ place: Int) {
            if place > from { sentences.append(from..<place) }
            from = place
        }
        while at < lower.count {
            let byte = lower[at]
            let next = at + 1 < lower.count ? lower[at + 1] : 0x20
            if byte == UInt8(ascii: "."), next == 0x20, at >= 4 {
                // `No. 5` goes on.
                let word = lower[(at - 4)..<at]
                let isShort = abbreviations.contains(lower[max(0, at - 6)..<at])
                if !isShort, word.allSatisfy({ $0.isLetter || $0.isDigit }) { end(at + 1) }
            } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
                || byte == UInt8(ascii: ";")
            {
                end(at + 1)
            } else if byte == 0xE3, lower[at...].starts(with: "。".utf8) {
                end(at + 3)
                at += 2
            }
            at += 1
        }
        end(lower.count)
        return sentences
    }
}
