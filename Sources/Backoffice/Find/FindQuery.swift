import Ledger
import Receivables

/// What is searched for: words that must all fit.
public struct FindQuery: Sendable {
    public let words: [Word]
    /// What was typed and cannot be searched for: too short, or punctuation alone.
    public let ignored: [String]

    public struct Word: Sendable, Equatable {
        /// As it was typed.
        public let text: String
        /// Letters, digits and other signs, folded; empty where it is only an amount or a day.
        public let key: [UInt8]
        /// What it may mean as an amount; `11.300` may be eleven or eleven thousand.
        public let amounts: [Amount]
        public let day: Day?
        /// Where it stands beside an amount.
        public var currency: Currency?
    }

    static let mostWords = 8
    /// Longer ones are in no document; the rest is not compared.
    static let longest = 200

    public enum Reason: String, CaseIterable, Sendable {
        case nothingToFind = "nothing-to-find"
        case tooManyWords = "too-many-words"
    }

    /// Splits at white space, of whatever script.
    public init(_ texts: [String]) throws(Refusal) {
        let parts = texts.flatMap { text in
            text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
                .map { String($0) }
        }
        if parts.count > Self.mostWords {
            throw Refusal(
                code: Reason.tooManyWords.rawValue, "\(parts.count), at most \(Self.mostWords)")
        }
        var words: [Word] = []
        var ignored: [String] = []
        for part in parts {
            if let word = Self.word(part) { words.append(word) } else { ignored.append(part) }
        }
        // EUR beside an amount is its currency.
        if words.contains(where: { !$0.amounts.isEmpty }) {
            for (place, word) in words.enumerated() where word.key.count == 3 {
                let letters = word.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
                if letters { words[place].currency = Currency(word.text) }
            }
        }
        if !words.contains(where: { $0.currency == nil }) {
            throw Refusal(code: Reason.nothingToFind.rawValue, ignored.joined(separator: " "))
        }
        self.words = words
        self.ignored = ignored
    }

    private static func word(_ text: String) -> Word? {
        if let day = day(text) { return Word(text: text, key: [], amounts: [], day: day) }
        let amounts = FindAmount.readings(text)
        let key = Array(Folding.key(text, limit: longest))
        // Grouping and a decimal sign say that it is an amount and no number.
        let isNumber = text.utf8.allSatisfy { $0 &- 0x30 < 10 }
        if !amounts.isEmpty, !isNumber || key.count < 2 {
            return Word(text: text, key: [], amounts: amounts, day: nil)
        }
        return key.count < 2 ? nil : Word(text: text, key: key, amounts: amounts, day: nil)
    }

    /// `2026-04-02`, `2026/4/2`, `2026年4月2日`.
    private static func day(_ text: String) -> Day? {
        var parts: [Int] = []
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "-", "/", "年", "月", "日":
                guard let part = Int(digits) else { return nil }
                parts.append(part)
                digits = ""
            default: return nil
            }
        }
        if let part = Int(digits) { parts.append(part) }
        guard parts.count == 3, parts[0] > 1900 else { return nil }
        return Day(year: parts[0], month: parts[1], day: parts[2])
    }
}

/// Amounts as people type them.
enum FindAmount {
    /// `11300`, `11,300.00`, `11.300,00`, `¥11,300`, `11'300.00`; none where it is no amount.
    static func readings(_ text: String) -> [Amount] {
        var body: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", ".", ",": body.append(UInt8(truncatingIfNeeded: scalar.value))
            case "'", "’": body.append(UInt8(ascii: "'"))
            // Within digits a hyphen makes it a number: 26-0024.
            case "-", "+", "−": if !body.isEmpty { return [] }
            case "￥", "¥", "€", "$", "£", "元": continue
            default: return []
            }
        }
        guard body.contains(where: { $0 &- 0x30 < 10 }), body.count <= 24 else { return [] }
        let marks = Set(body.filter { $0 &- 0x30 >= 10 })
        let readings = [UInt8(ascii: "."), UInt8(ascii: ",")].compactMap { point in
            amount(body, point: point)
        }
        if marks.isEmpty { return Array(readings.prefix(1)) }
        return readings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Groups of three before the point, at most three decimals behind it.
    private static func amount(_ body: [UInt8], point: UInt8) -> Amount? {
        let halves = body.split(separator: point, omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return nil }
        let groups = whole.split(omittingEmptySubsequences: false) { $0 &- 0x30 >= 10 }
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        let decimals = halves.count == 2 ? halves[1] : []
        guard decimals.count <= 3, decimals.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        guard let amount = Amount(utf8: Array(groups.joined()) + [UInt8(ascii: ".")] + decimals)
        else { return nil }
        return amount.units == 0 ? nil : amount
    }
}
