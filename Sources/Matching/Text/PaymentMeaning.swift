/// What a payer calls a payment: the class of items or the account it is meant for (domain.md
/// §3.5: 尾款, 定金, 质保金, deposit, retention, final payment).
public struct PaymentMeaning: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Money before delivery: 定金, 预付款, deposit, Anzahlung, acompte.
    public static let advance = PaymentMeaning(rawValue: 1)
    /// What was kept back until the warranty ends: 质保金, retention, Einbehalt.
    public static let retention = PaymentMeaning(rawValue: 2)
    /// The rest of something paid in part before: 尾款, balance, Restzahlung, solde.
    public static let balance = PaymentMeaning(rawValue: 4)
    /// One of several payments: 进度款, instalment, Teilzahlung.
    public static let instalment = PaymentMeaning(rawValue: 8)
    /// All that is due: statement, 对账单, Kontoauszug.
    public static let statement = PaymentMeaning(rawValue: 16)

    /// Reads a folded text: each word, each two words, each two Chinese characters once.
    init(_ text: [UInt8]) {
        self = []
        var hash = Hash()
        var last: UInt64?
        var inWord = false
        for place in 0...text.count {
            if place < text.count, ASCII.isCapital(text[place]) {
                hash.add(text[place])
                inWord = true
                continue
            }
            if inWord {
                let word = hash.value
                formUnion(Self.words[word] ?? [])
                if let last { formUnion(Self.words[Self.pair(last, word)] ?? []) }
                last = word
                hash = Hash()
                inWord = false
            }
            guard place + 6 <= text.count, text[place] >= 0xE0 else { continue }
            formUnion(Self.words[Hash.of(text[place..<place + 6])] ?? [])
        }
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        Hash.spread(first &+ 1) ^ second
    }

    /// By the hash of a word, of two words, or of two Chinese characters, which tell what the whole
    /// word is: 保留金 by 留金.
    private static let words: [UInt64: PaymentMeaning] = {
        var table: [UInt64: PaymentMeaning] = [:]
        for (meaning, words) in [
            (
                PaymentMeaning.advance,
                "定金|订金|预付|预收|首付|押金|DEPOSIT|ADVANCE|DOWN PAYMENT|DOWNPAYMENT|PREPAYMENT|PREPAID|PROFORMA|"
                    + "PRO FORMA|ANZAHLUNG|VORAUSZAHLUNG|VORAUSKASSE|VORKASSE|ACOMPTE|ARRHES|ANTICIPO|ACCONTO"
            ),
            (
                .retention,
                "质保|留金|量保|RETENTION|EINBEHALT|SICHERHEITSEINBEHALT|RETENUE DE|RETENUE GARANTIE"
            ),
            (
                .balance,
                "尾款|余款|FINAL PAYMENT|BALANCE PAYMENT|BALANCE OF|REMAINING BALANCE|RESTZAHLUNG|SCHLUSSZAHLUNG|"
                    + "RESTBETRAG|SOLDE"
            ),
            (
                .instalment,
                "进度|分期|部分|INSTALMENT|INSTALLMENT|PART PAYMENT|PARTIAL PAYMENT|TEILZAHLUNG|ABSCHLAGSZAHLUNG"
            ),
            (.statement, "对账|STATEMENT|KONTOAUSZUG|RELEVE"),
        ] {
            for word in words.split(separator: "|") {
                let parts = word.split(separator: " ").map { Hash.of($0.utf8) }
                let key = parts.count == 2 ? pair(parts[0], parts[1]) : parts[0]
                table[key, default: []].insert(meaning)
            }
        }
        return table
    }()
}
