import Ledger

/// A currency as amounts and headers name it: by its code, its sign or its Chinese name.
enum AdviceCurrency: Hashable {
    case known(Currency)
    /// ¥, 元, or $: of several currencies.
    case yuan, sign

    /// What `text` begins with, and its length.
    static func prefix(of text: ArraySlice<UInt8>) -> (AdviceCurrency, Int)? {
        for (word, currency) in words where text.starts(with: word) {
            return (currency, word.count)
        }
        guard let currency = code(text.prefix(3)),
            text.count == 3 || !text[text.startIndex + 3].isLetter
        else { return nil }
        return (currency, 3)
    }

    static func suffix(of text: ArraySlice<UInt8>) -> (AdviceCurrency, Int)? {
        for (word, currency) in words where text.count >= word.count {
            if text.suffix(word.count).elementsEqual(word) { return (currency, word.count) }
        }
        guard let currency = code(text.suffix(3)),
            text.count == 3 || !text[text.endIndex - 4].isLetter
        else { return nil }
        return (currency, 3)
    }

    /// What a cell or a header says: `EUR`, `(USD)`, `人民币`, `金额(元)`.
    static func mention(in text: FoldedText) -> AdviceCurrency? {
        for part in text.bytes.split(whereSeparator: { !$0.isLetter }) where part.count == 3 {
            if let currency = code(part) { return currency }
        }
        var found: AdviceCurrency?
        for (word, currency) in words where contains(word, text.bytes) {
            if currency != .sign { return currency }
            found = found ?? currency
        }
        return found
    }

    /// The currency where the text around is Chinese or not: ¥ and 元 are the renminbi's there.
    func currency(inChinese: Bool) -> Currency? {
        switch self {
        case .known(let currency): currency
        case .yuan: inChinese ? .cny : nil
        case .sign: nil
        }
    }

    private static func code(_ letters: ArraySlice<UInt8>) -> AdviceCurrency? {
        if letters.elementsEqual("RMB".utf8) { return .known(.cny) }
        guard letters.count == 3 else { return nil }
        let isSmall = letters.allSatisfy { $0.isLetter && !$0.isCapital }
        let capitals = letters.map { isSmall ? $0 & 0xDF : $0 }
        guard let currency = Currency(utf8: capitals) else { return nil }
        let isKnown = isSmall ? common.contains(currency) : Currency.iso4217.contains(currency)
        // What are words in capitals as well.
        if letters.elementsEqual("ALL".utf8) || letters.elementsEqual("TOP".utf8) { return nil }
        return isKnown ? .known(currency) : nil
    }

    private static func contains(_ word: [UInt8], _ text: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= text.count else { return false }
        for at in 0...(text.count - word.count) where text[at] == first {
            if text[at...].starts(with: word) { return true }
        }
        return false
    }

    private static let common: Set<Currency> = Set(
        ["EUR", "USD", "GBP", "CNY", "CHF", "JPY", "HKD", "SGD", "AUD", "CAD", "INR"]
            .compactMap { Currency($0) })

    /// Longer ones first: 美元 is not 元.
    private static let words: [([UInt8], AdviceCurrency)] = {
        let list: [(String, String)] = [
            ("人民币", "CNY"), ("US$", "USD"), ("HK$", "HKD"), ("美元", "USD"), ("欧元", "EUR"),
            ("港币", "HKD"), ("港元", "HKD"), ("日元", "JPY"), ("英镑", "GBP"), ("CN¥", "CNY"),
            ("€", "EUR"), ("£", "GBP"), ("¥", "yuan"), ("元", "yuan"), ("圆", "yuan"), ("$", "sign"),
        ]
        return list.map { word, name in
            let currency: AdviceCurrency =
                if name == "yuan" {
                    .yuan
                } else if let code = Currency(name) {
                    .known(code)
                } else {
                    .sign
                }
            return (Array(word.utf8), currency)
        }
    }()
}
