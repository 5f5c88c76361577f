import Ledger

/// What the words around the lines say of the payment, each as it was first said.
struct AdviceFacts {
    typealias Stated<Value> = (value: Value, place: String)

    var valueDate: Stated<AdviceDate>?
    var date: Stated<AdviceDate>?
    /// What was paid in all: in figures, and perhaps again in words.
    var totals: [Stated<AdviceAmount>] = []
    var currency: AdviceCurrency?
    var payer: String?
    var payerAccount: String?
    var payee: String?
    var trace: String?
    var method: String?

    /// Whether they are of a payment, and not of any document.
    var isOfPayment: Bool { valueDate != nil || !totals.isEmpty || trace != nil }

    init() {}

    init(_ lines: some Sequence<AdviceProseLine>) {
        for line in lines {
            for hit in line.labels where !line.isUnpaid(at: hit.range.lowerBound) {
                take(hit.label, at: hit.range, of: line)
            }
        }
    }

    /// What is missing is taken from `other`.
    mutating func fill(from other: AdviceFacts) {
        valueDate = valueDate ?? other.valueDate
        date = date ?? other.date
        if totals.isEmpty { totals = other.totals }
        currency = currency ?? other.currency
        payer = payer ?? other.payer
        payerAccount = payerAccount ?? other.payerAccount
        payee = payee ?? other.payee
        trace = trace ?? other.trace
        method = method ?? other.method
    }

    private mutating func take(_ label: AdviceLabel, at range: Range<Int>, of line: AdviceProseLine)
    {
        switch label {
        case .valueDate:
            if valueDate == nil, let date = line.date(after: range) {
                valueDate = (date, line.place)
            }
        case .date:
            if date == nil, line.isFirst(range), let found = line.date(after: range) {
                date = (found, line.place)
            }
        case .total:
            if totals.count < 4, let amount = line.amount(after: range) {
                totals.append((amount, line.place))
            }
        case .payer: if payer == nil { payer = line.name(after: range) }
        case .payerAccount: if payerAccount == nil { payerAccount = line.id(after: range) }
        case .payee: if payee == nil { payee = line.name(after: range) }
        case .trace:
            let word = line.text.lower[range]
            let isVague =
                word.elementsEqual("reference".utf8) || word.elementsEqual("referenz".utf8)
            if trace == nil, !isVague || line.isFirst(range) { trace = line.id(after: range) }
        case .check:
            if trace == nil, let number = line.id(after: range) {
                trace = number
                method = method ?? "CHK"
            }
        case .currency:
            if currency == nil, let value = line.value(after: range) {
                currency = AdviceCurrency.mention(in: FoldedText(line.text.bytes[value]))
            }
        case .method:
            if method == nil, let value = line.value(after: range) {
                method = Self.method(line.text.lower[value])
            }
        }
    }

    /// X12 591 where the words name one of its methods.
    private static func method(_ words: ArraySlice<UInt8>) -> String? {
        methods.hits(in: words).first.map { ["ACH", "CHK"][$0.meaning] }
    }

    private static let methods = WordList(["ach", "check | cheque | scheck | 支票"])
}

extension AdviceProseLine {
    func isUnpaid(at place: Int) -> Bool {
        sentences.contains { $0.range.contains(place) && ($0.isUnpaid || $0.isForeign) }
    }

    /// Whether a label begins the line.
    func isFirst(_ range: Range<Int>) -> Bool {
        text.bytes[..<range.lowerBound].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "*") }
    }

    /// Where the value behind a label begins, behind `:`, `no.`, `of` and the like.
    private func start(after range: Range<Int>) -> Int {
        var at = range.upperBound
        let lower = text.lower
        while at < lower.count {
            let rest = lower[at...]
            if " :=#.".utf8.contains(lower[at]) {
                at += 1
            } else if let word = Self.fillers.first(where: { rest.starts(with: $0) }),
                word[0] >= 0x80 || at + word.count >= lower.count
                    || !(lower[at + word.count].isLetter)
            {
                at += word.count
            } else {
                break
            }
        }
        return at
    }

    private static let fillers: [[UInt8]] = [
        "is", "of", "no", "nr", "number", "von", "ist", "de", "est", "为", "是", "于", "于:",
    ].map { Array($0.utf8) }

    func date(after range: Range<Int>) -> AdviceDate? {
        let start = start(after: range)
        for token in tokens where token.range.lowerBound >= range.upperBound {
            guard token.range.lowerBound <= start + 8 else { return nil }
            if case .date(let date) = token.kind { return date }
        }
        return nil
    }

    func amount(after range: Range<Int>) -> AdviceAmount? {
        let start = start(after: range)
        guard let token = tokens.first(where: { $0.range.upperBound > start }),
            token.range.lowerBound <= start + 5
        else { return nil }
        switch token.kind {
        case .amount(let amount): return amount
        case .id(isNumber: true):
            // A number without decimals, where it is labelled and not that of a document.
            let digits = text.bytes[token.range]
            let sure = text.bytes[range.upperBound..<start].contains(UInt8(ascii: ":"))
            return digits.count <= 9 && sure ? AdviceAmount(digits) : nil
        default: return nil
        }
    }

    func id(after range: Range<Int>) -> String? {
        let start = start(after: range)
        guard let token = tokens.first(where: { $0.range.upperBound > start }),
            token.range.lowerBound <= start + 2, case .id = token.kind,
            (4...64).contains(token.range.count)
        else { return nil }
        return String(decoding: text.bytes[token.range], as: UTF8.self)
    }

    /// The rest of the line, or of the cell, behind a label that a colon or a gap ends.
    func value(after range: Range<Int>) -> Range<Int>? {
        let start = start(after: range)
        let gap = text.bytes[range.upperBound..<start]
        guard gap.contains(UInt8(ascii: ":")) || gap.count(where: { $0 == 0x20 }) >= 2 else {
            return nil
        }
        var end = start
        while end < text.bytes.count, end < start + 160 {
            let next = end + 1 < text.bytes.count ? text.bytes[end + 1] : 0
            if text.bytes[end] == 0x20, next == 0x20 { break }
            if text.bytes[end] == UInt8(ascii: ";") { break }
            if text.bytes[end...].starts(with: "。".utf8) { break }
            end += 1
        }
        return end > start ? start..<end : nil
    }

    /// Words of the folded line as they are written, without marks at their ends.
    func words(_ folded: ArraySlice<UInt8>) -> String? {
        let marks = { (byte: UInt8) in byte < 0x80 && !byte.isLetter && !byte.isDigit }
        let inner = folded.drop(while: marks)
        guard let last = inner.lastIndex(where: { !marks($0) }) else { return nil }
        return original[text.origin(inner.startIndex)..<text.origin(last + 1)].words()
    }

    /// A name as it is written.
    func name(after range: Range<Int>) -> String? {
        guard let value = value(after: range), value.count <= 140 else { return nil }
        var bytes = original[(text.origin(value.lowerBound))..<text.origin(value.upperBound)]
        while let last = bytes.last, " ,.|".utf8.contains(last), bytes.count > 1 {
            if last == UInt8(ascii: ".") { break }
            bytes = bytes.dropLast()
        }
        // A name has letters, and is no address for mail.
        guard bytes.contains(where: { $0.isLetter || $0 >= 0x80 }),
            !bytes.contains(UInt8(ascii: "@"))
        else { return nil }
        return bytes.words(limit: 140)
    }
}
