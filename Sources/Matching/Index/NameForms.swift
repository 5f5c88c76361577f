/// The letters of many names, one behind another: a Chinese name has a second form in pinyin.
struct NameForms: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// The entry; a form in pinyin has its complement.
    private var owners: [Int32] = []
    /// Bit by bit, where in a form a word begins; only of the first 64 letters.
    private var heads: [UInt64] = []

    var count: Int { owners.count }

    func entry(_ form: Int) -> Int { Int(isPinyin(form) ? ~owners[form] : owners[form]) }

    func isPinyin(_ form: Int) -> Bool { owners[form] < 0 }

    /// Whether a word begins at a place of the form.
    func isHead(_ form: Int, _ place: Int) -> Bool {
        place < 64 && heads[form] & 1 << UInt64(place) != 0
    }

    subscript(form: Int) -> ArraySlice<UInt8> { bytes[Int(starts[form])..<Int(starts[form + 1])] }

    mutating func add(_ name: CompanyName, of entry: Int) {
        add(name.tokens, entry)
        if name.tokens.contains(where: Han.isIn) {
            add(name.tokens.map { Pinyin.letters($0[...]) }, ~entry)
        }
    }

    private mutating func add(_ tokens: [[UInt8]], _ entry: Int) {
        let first = bytes.count
        guard first <= Int(Int32.max) - Self.longest else { return }
        var heads: UInt64 = 0
        for token in tokens where bytes.count - first + token.count <= Self.longest {
            heads |= 1 << UInt64(bytes.count - first)
            bytes += token
        }
        if bytes.count == first { return }
        self.heads.append(heads)
        starts.append(Int32(bytes.count))
        owners.append(Int32(entry))
    }

    /// Forms that contain one or two letters or one character, by looking at all.
    func containing(_ letters: [UInt8], most: Int) -> [Int] {
        guard let first = letters.first else { return [] }
        var found: [Int] = []
        var rest: [Int] = []
        for form in 0..<count {
            let name = self[form]
            if name.starts(with: letters) {
                found.append(form)
                if found.count == most { return found }
            } else if rest.count < most, name.contains(first),
                Words.contains(Array(name), letters)
            {
                rest.append(form)
            }
        }
        return Array((found + rest).prefix(most))
    }

    /// A name is not longer than this.
    private static let longest = 240
}
