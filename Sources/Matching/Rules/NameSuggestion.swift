import Ledger

/// A payer whose name is only like one of ours: suggested, never applied (domain.md §3.6 step 7).
extension Identification {
    /// Whether a likeness is worth looking for.
    func lacksName(_ receipt: Remittance) -> Bool {
        payer == nil && !isAmbiguous && receipt.payerName != nil
    }

    /// By sound first, pinyin and translation, then by letters. Two that fit equally are nobody.
    mutating func suggest(_ receipt: Remittance, _ names: NameIndex, _ book: PayerBook) {
        guard let written = receipt.payerName else { return }
        let company = CompanyName(written)
        guard company.hash != nil else { return }
        let sound = SoundName(company)
        if let hash = sound.hash {
            let found = names.sounding(hash)
            if !found.isEmpty { return know(found, sound, company, names, book) }
        }
        let letters = Array(company.tokens.joined().prefix(240))
        let forms = names.candidates(letters, budget: 3_000, most: 16)
        var scores: [Int64: (id: Int, score: Int)] = [:]
        for form in forms where !names.forms.isPinyin(form) {
            let entry = names.forms.entry(form)
            let score = NameLikeness.score(company, CompanyName(names.entries[entry].name))
            let customer = names.entries[entry].customer
            if scores[customer].map({ $0.score < score }) ?? true {
                scores[customer] = (entry, score)
            }
        }
        let best = NameLikeness.best(scores.values.sorted { $0.id < $1.id })
        if best.count > 1 { isAmbiguous = true }
        guard best.count == 1, let entry = best.first else { return }
        know(entry, .resembles, names, book)
    }

    /// The entries that sound like the name, if they are all of one customer.
    private mutating func know(
        _ found: [Int], _ sound: SoundName, _ company: CompanyName, _ names: NameIndex,
        _ book: PayerBook
    ) {
        let customers = Set(found.map { names.entries[$0].customer })
        guard customers.count == 1, let entry = found.min() else {
            isAmbiguous = true
            return
        }
        let isChinese = company.tokens.contains(where: Han.isIn)
        let other = CompanyName(names.entries[entry].name)
        let isOtherChinese = other.tokens.contains(where: Han.isIn)
        let isTranslated = sound.isTranslated || SoundName(other).isTranslated
        know(
            entry,
            isChinese == isOtherChinese && !isChinese
                ? .resembles : isTranslated ? .translated : .pinyin, names, book)
    }

    private mutating func know(
        _ entry: Int, _ link: NameLink, _ names: NameIndex, _ book: PayerBook
    ) {
        guard let index = book.index(of: names.entries[entry].customer) else { return }
        let name = names.entries[entry].name
        payer = index
        grade = .fuzzy
        likeness = link
        evidence =
            switch link {
            case .pinyin: [Evidence("name sounds like \(name)", "名称读音同 \(name)")]
            case .translated:
                [Evidence("name is a translation of \(name)", "名称为 \(name) 的译名")]
            case .resembles, .other:
                [Evidence("name resembles \(name)", "名称近似 \(name)")]
            }
    }
}
