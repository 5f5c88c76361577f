/// Finds customers by name among a hundred thousand, in any script, by a part, in pinyin, mistyped
/// by one (domain.md §3.6): for suggestions and for people who search, never for applying.
///
/// Each name is kept as its letters and characters without spaces and legal form, a Chinese one in
/// pinyin as well; three letters in a row, or two characters, lead to the names that have them.
public struct NameIndex: Sendable {
    /// One customer that a search found.
    public struct Found: Sendable, Equatable {
        public let customer: Int64
        /// The name that fits best, as the record has it.
        public let name: String
        /// 1…100: 100 is the same name.
        public let grade: Int
        public let why: Why
    }

    public enum Why: String, CaseIterable, Sendable {
        case same, part, pinyin, translated, mistyped, alike
    }

    /// A name on its way into the index.
    public struct Entry: Sendable {
        public let customer: Int64
        public let name: String

        public init(customer: Int64, name: String) {
            self.customer = customer
            self.name = name
        }
    }

    let entries: [Entry]
    let forms: NameForms
    private let grams: GramIndex
    /// Entries by how they sound.
    private var sounds: HashIndex
    private var soundHashes: [UInt64]

    public init(_ entries: [Entry]) {
        self.entries = entries
        var forms = NameForms()
        sounds = HashIndex(entries: entries.count)
        soundHashes = Array(repeating: 0, count: entries.count)
        for (entry, named) in entries.enumerated() {
            let name = CompanyName(named.name)
            forms.add(name, of: entry)
            guard let hash = SoundName(name).hash else { continue }
            soundHashes[entry] = hash
            sounds.insert(hash, entry)
        }
        grams = GramIndex(forms)
        self.forms = forms
    }

    /// All names of payers, third parties left out.
    public init(_ payers: [Payer]) {
        self.init(
            payers.flatMap { payer in
                payer.flags.contains(.thirdParty)
                    ? []
                    : payer.allNames.map { Entry(customer: payer.customer, name: $0) }
            })
    }

    /// The best first; of one grade the shorter name, then the lower number. At most `limit`,
    /// each customer once.
    public func search(_ text: String, limit: Int = 20) -> [Found] {
        let query = NameQuery(text)
        var best: [Int64: Found] = [:]
        func take(_ entry: Int, _ grade: Int, _ why: Why) {
            let customer = entries[entry].customer
            if let known = best[customer], known.grade >= grade { return }
            best[customer] = Found(
                customer: customer, name: entries[entry].name, grade: grade, why: why)
        }
        for variant in query.variants {
            for form in candidates(variant.letters, budget: 4_000_000, most: 400) {
                guard let fit = NameFit.grade(variant, forms, form) else { continue }
                take(forms.entry(form), fit.grade, fit.why)
            }
        }
        if let sound = query.sound {
            for entry in sounding(sound) {
                take(entry, 94, query.isTranslated ? .translated : .pinyin)
            }
        }
        let sorted = best.values.sorted {
            ($1.grade, $0.name.utf8.count, $0.customer)
                < ($0.grade, $1.name.utf8.count, $1.customer)
        }
        return Array(sorted.prefix(max(limit, 0)))
    }

    /// Entries whose names sound so, at most 64.
    func sounding(_ hash: UInt64) -> [Int] {
        sounds.entries(hash, limit: 64).filter { soundHashes[$0] == hash }
    }

    /// Forms that share letters with the query, those that share the most first. `budget` is how
    /// many postings are looked at; the rarest grams go first.
    func candidates(_ letters: [UInt8], budget: Int, most: Int) -> [Int] {
        letters.count < 3
            ? forms.containing(letters, most: most)
            : grams.best(for: letters, forms: forms.count, budget: budget, most: most)
    }
}

extension Payer {
    /// Every name of its own, the legal one first; not those of its parent or agents.
    var allNames: [String] {
        [name] + (nameLocal.map { [$0] } ?? []) + aliases
            + names.filter { !$0.kind.isOfAnother }.map(\.text)
    }
}
