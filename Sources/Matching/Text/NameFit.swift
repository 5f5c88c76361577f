/// What is searched for, in the ways that a name may be kept.
struct NameQuery {
    struct Variant {
        let letters: [UInt8]
        /// The words, where there are several: they may stand in another order.
        let words: [[UInt8]]
        /// How it came to be, where it is not as written.
        let why: NameIndex.Why?
    }

    private(set) var variants: [Variant] = []
    let sound: UInt64?
    let isTranslated: Bool

    init(_ text: String) {
        let name = CompanyName(text)
        let sounded = SoundName(name)
        sound = sounded.hash
        isTranslated = sounded.isTranslated
        var letters = Array(name.tokens.joined().prefix(240))
        guard !letters.isEmpty else { return }
        for form in TradeWords.legalForms
        where letters.count > form.count + 3 && letters.suffix(form.count).elementsEqual(form) {
            letters.removeLast(form.count)
        }
        variants.append(Variant(letters: letters, words: name.tokens, why: nil))
        if Han.isIn(letters) {
            let tokens = name.tokens.map { Pinyin.letters($0[...]) }
            variants.append(
                Variant(
                    letters: Array(tokens.joined().prefix(240)), words: tokens, why: .pinyin))
            return
        }
        let words = TradeWords.all
        let tokens = name.tokens.map { words.pinyin[$0] ?? $0 }
        if tokens != name.tokens {
            variants.append(
                Variant(
                    letters: Array(tokens.joined().prefix(240)), words: tokens, why: .translated))
        }
    }
}

/// How well a form of a name answers a query.
enum NameFit {
    static func grade(
        _ query: NameQuery.Variant, _ forms: NameForms, _ form: Int
    ) -> (grade: Int, why: NameIndex.Why)? {
        guard let (grade, why) = plain(query, forms, form) else { return nil }
        guard let changed = query.why ?? (forms.isPinyin(form) ? .pinyin : nil) else {
            return (grade, why)
        }
        // Less sure than as written, however well it fits.
        return (max(1, grade - 6), why == .same || why == .part ? changed : why)
    }

    private static func plain(
        _ query: NameQuery.Variant, _ forms: NameForms, _ form: Int
    ) -> (Int, NameIndex.Why)? {
        let letters = query.letters
        let name = Array(forms[form])
        if name == letters { return (100, .same) }
        if let place = Words.place(of: letters, in: name) {
            // 海润 is a word of 大连海润, and not of 上海润山.
            let share = 10 * letters.count / name.count
            let isWord = place == 0 || forms.isHead(form, place)
            return ((place == 0 ? 84 : isWord ? 82 : 64) + share, .part)
        }
        let isHan = Han.isIn(letters)
        if letters.count >= (isHan ? 9 : 5) {
            if isHan ? Edits.areOneApartHan(letters, name) : Edits.areOneApart(letters, name) {
                return (86, .mistyped)
            }
        }
        if query.words.count > 1,
            query.words.allSatisfy({ $0.count > 1 && Words.contains(name, $0) })
        {
            return (82, .part)
        }
        if !isHan, letters.count >= 5, Edits.isWithinOneOfPart(letters, of: name) {
            return (74, .mistyped)
        }
        let likeness = Edits.likeness(letters, name)
        return likeness >= 50 ? (min(likeness, 70), .alike) : nil
    }
}
