/// A company's name as it is spoken of abroad: its places, what it does, and the rest in letters
/// (domain.md §3.6).
///
/// 大连海润贸易有限公司, `DALIAN HAIRUN MAOYI YOUXIAN GONGSI`, `DA LIAN HAI RUN MAO YI YOU XIAN GONG SI` and
/// `HAIRUN TRADING (DALIAN) CO., LTD.` are one. Two companies may be one too, so this only
/// suggests.
struct SoundName {
    /// Of places, meanings and rest; nil where nothing is left to tell a company by.
    let hash: UInt64?
    /// Whether a word was translated, not spelt.
    private(set) var isTranslated = false

    init(_ name: CompanyName, _ words: TradeWords = .all) {
        var places: [UInt16] = []
        var meanings: [UInt16] = []
        var letters: [UInt8] = []
        for token in Self.joined(name.tokens) {
            if token[0] >= 0x80 {
                if let place = words.regions.latin[Pinyin.letters(token[...])] {
                    places.append(place)
                } else {
                    letters += Self.local(token, words, &meanings)
                }
            } else if let place = words.regions.latin[token] {
                places.append(place)
            } else if let found = words.latin[token] {
                meanings += found
                if words.pinyin[token] != nil { isTranslated = true }
            } else if token != Self.and {
                letters += token
            }
        }
        Self.takeEndings(&letters, words, &meanings)
        Self.takePlaces(&letters, words, &places)
        guard letters.count >= 3, letters.count <= 200 else {
            hash = nil
            return
        }
        var sum = Hash(salt: 13)
        for number in Set(places).sorted() { sum.add(UInt64(number)) }
        sum.add(UInt64(0xFFFF))
        for number in Set(meanings).sorted() { sum.add(UInt64(number)) }
        for byte in letters { sum.add(byte) }
        hash = sum.value
    }

    /// Syllables that stand one by one are one word: `HAI RUN`.
    private static func joined(_ tokens: [[UInt8]]) -> [[UInt8]] {
        var joined: [[UInt8]] = []
        var inSyllables = false
        for token in tokens {
            let isSyllable = Pinyin.isSyllable(token)
            if isSyllable, inSyllables {
                joined[joined.count - 1] += token
            } else {
                joined.append(token)
            }
            inSyllables = isSyllable
        }
        return joined
    }

    /// The letters of a Chinese token, without the words that say what the company does.
    private static func local(
        _ token: [UInt8], _ words: TradeWords, _ meanings: inout [UInt16]
    ) -> [UInt8] {
        var rest: [UInt8] = []
        var place = 0
        while place < token.count {
            let scalar = Han.scalar(token[...], at: place)
            // A name does not begin with what it does: 国际 alone is one.
            if place > 0 || token.count <= 6, let scalar,
                let word = words.local[scalar]?.first(where: {
                    token[place...].starts(with: $0.han)
                })
            {
                meanings += word.meanings
                place += word.han.count
                continue
            }
            let width = scalar == nil ? 1 : 3
            rest += token[place..<place + width]
            place += width
        }
        return Pinyin.letters(rest[...])
    }

    /// `HAIRUNMAOYIYOUXIANGONGSI`, as some banks run names together.
    private static func takeEndings(
        _ letters: inout [UInt8], _ words: TradeWords, _ meanings: inout [UInt16]
    ) {
        var steps = 0
        while steps < 12 {
            steps += 1
            if let form = TradeWords.legalForms.first(where: { ends(letters, $0) }) {
                letters.removeLast(form.count)
            } else if let word = words.endings.first(where: { ends(letters, $0.letters) }) {
                letters.removeLast(word.letters.count)
                meanings += word.meanings
            } else {
                return
            }
        }
    }

    private static func takePlaces(
        _ letters: inout [UInt8], _ words: TradeWords, _ places: inout [UInt16]
    ) {
        for _ in 0..<3 {
            guard
                let place = words.regions.letters.first(where: {
                    letters.count >= $0.count + 3 && $0.count >= 4 && letters.starts(with: $0)
                }), let number = words.regions.latin[place]
            else { return }
            letters.removeFirst(place.count)
            places.append(number)
        }
    }

    /// Something is left before the ending.
    private static func ends(_ letters: [UInt8], _ ending: [UInt8]) -> Bool {
        letters.count >= ending.count + 3 && letters.suffix(ending.count).elementsEqual(ending)
    }

    private static let and = Array("AND".utf8)
}
