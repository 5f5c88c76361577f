/// From three letters in a row, or two Chinese characters, to the forms of names that have them.
struct GramIndex: Sendable {
    /// By gram, where its forms begin; one more at the end.
    private let starts: [Int32]
    private let postings: [Int32]

    init(_ forms: NameForms) {
        var counts = [Int32](repeating: 0, count: Self.size + 1)
        var grams: [Int] = []
        for form in 0..<forms.count {
            Self.grams(of: forms[form], &grams)
            for gram in grams { counts[gram + 1] += 1 }
        }
        for gram in 0..<Self.size { counts[gram + 1] += counts[gram] }
        var next = counts
        var postings = [Int32](repeating: 0, count: Int(counts[Self.size]))
        for form in 0..<forms.count {
            Self.grams(of: forms[form], &grams)
            for gram in grams {
                postings[Int(next[gram])] = Int32(form)
                next[gram] += 1
            }
        }
        starts = counts
        self.postings = postings
    }

    /// The forms that share the most grams with the letters, the best first; the rarest grams are
    /// looked at first, until `budget` postings are seen.
    func best(for letters: [UInt8], forms: Int, budget: Int, most: Int) -> [Int] {
        var grams: [Int] = []
        Self.grams(of: letters[...], &grams)
        let lists = grams.map { starts[$0]..<starts[$0 + 1] }.filter { !$0.isEmpty }
            .sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
        guard !lists.isEmpty else { return [] }
        var shared = [UInt8](repeating: 0, count: forms)
        var touched: [Int32] = []
        var seen = 0
        var used = 0
        for list in lists {
            if used >= 2, seen + list.count > budget { break }
            seen += list.count
            used += 1
            for place in list {
                let form = postings[Int(place)]
                if shared[Int(form)] == 0 { touched.append(form) }
                if shared[Int(form)] < 255 { shared[Int(form)] += 1 }
            }
        }
        // One wrong letter costs three grams of a name.
        let least = UInt8(clamping: max(1, min(used / 3, used - 3)))
        return Self.most(touched, shared, least: least, most: most)
    }

    /// Sorted by counting, so that a common name costs no sort of all that have it.
    private static func most(
        _ touched: [Int32], _ shared: [UInt8], least: UInt8, most: Int
    ) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for form in touched { counts[Int(shared[Int(form)])] += 1 }
        var floor = 255
        var total = counts[255]
        while floor > Int(least), total < most {
            floor -= 1
            total += counts[floor]
        }
        let kept = touched.filter { Int(shared[Int($0)]) >= floor }
            .sorted { (shared[Int($1)], $0) < (shared[Int($0)], $1) }
        return kept.prefix(most).map { Int($0) }
    }

    /// Of three letters or digits 37³, of two characters so many places, shared by chance.
    private static let latin = 37 * 37 * 37
    private static let size = latin + 1 << 15

    private static func number(_ byte: UInt8) -> Int {
        ASCII.isDigit(byte) ? Int(byte) - 47 : ASCII.isCapital(byte) ? Int(byte) - 54 : 0
    }

    /// Each once; the first two letters count as a gram too.
    static func grams(of letters: ArraySlice<UInt8>, _ grams: inout [Int]) {
        grams.removeAll(keepingCapacity: true)
        var before = (0, 0)
        var lastHan: UInt32?
        var place = letters.startIndex
        while place < letters.endIndex {
            if let scalar = Han.scalar(letters, at: place) {
                if let last = lastHan {
                    let mixed = Hash.spread(UInt64(last) << 32 | UInt64(scalar))
                    grams.append(latin + Int(mixed & 0x7FFF))
                }
                lastHan = scalar
                before = (0, 0)
                place += 3
            } else {
                let number = number(letters[place])
                if before.1 != 0, before.0 != 0 || place == letters.startIndex + 1 {
                    grams.append((before.0 * 37 + before.1) * 37 + number)
                }
                before = (before.1, number)
                lastHan = nil
                place += 1
            }
        }
        grams.sort()
        var last = -1
        grams.removeAll { gram in
            defer { last = gram }
            return gram == last
        }
    }
}
