/// How far two texts are apart in single signs: one too many, one too few, another one, or two
/// neighbours changed about.
enum Edits {
    /// Exactly one step, never none.
    static func areOneApart<Signs: RandomAccessCollection>(
        _ a: Signs, _ b: Signs
    ) -> Bool where Signs.Element: Equatable {
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        guard long.count - short.count <= 1 else { return false }
        var front = 0
        func at(_ signs: Signs, _ place: Int) -> Signs.Element {
            signs[signs.index(signs.startIndex, offsetBy: place)]
        }
        while front < short.count, at(long, front) == at(short, front) { front += 1 }
        if front == short.count { return long.count > short.count }
        var back = 0
        while back < short.count - front,
            at(long, long.count - 1 - back) == at(short, short.count - 1 - back)
        {
            back += 1
        }
        let rest = short.count - front - back
        if long.count > short.count { return rest == 0 }
        if rest == 1 { return true }
        return rest == 2 && at(long, front) == at(short, front + 1)
            && at(long, front + 1) == at(short, front)
    }

    /// The same of Chinese text: a character is one sign.
    static func areOneApartHan(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        areOneApart(signs(a), signs(b))
    }

    private static func signs(_ text: [UInt8]) -> [UInt32] {
        var signs: [UInt32] = []
        var place = 0
        while place < text.count {
            if let scalar = Han.scalar(text[...], at: place) {
                signs.append(scalar)
                place += 3
            } else {
                signs.append(UInt32(text[place]))
                place += 1
            }
        }
        return signs
    }

    /// Whether some part of `whole` is at most one step from `part`, a change of neighbours being
    /// two.
    static func isWithinOneOfPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        guard part.count <= 64 else { return false }
        // Distances to the parts of `whole` that end at each place, row by row.
        var row = [Int](repeating: 0, count: whole.count + 1)
        for (index, sign) in part.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            var least = row[0]
            for place in 1..<max(whole.count + 1, 1) {
                let above = row[place]
                row[place] = min(
                    min(above, row[place - 1]) + 1,
                    diagonal + (whole[place - 1] == sign ? 0 : 1))
                diagonal = above
                least = min(least, row[place])
            }
            if least > 1 { return false }
        }
        return row.contains { $0 <= 1 }
    }

    /// 0…100: the share of neighbouring pairs of bytes that two texts have in common (Dice).
    static func likeness(_ a: [UInt8], _ b: [UInt8]) -> Int {
        let (pairsA, pairsB) = (pairs(a), pairs(b))
        guard !pairsA.isEmpty, !pairsB.isEmpty else { return 0 }
        return 200 * common(pairsA, pairsB) / (pairsA.count + pairsB.count)
    }

    /// How many two sorted lists share.
    static func common(_ a: [UInt16], _ b: [UInt16]) -> Int {
        var common = 0
        var i = 0
        var j = 0
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                common += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return common
    }

    private static func pairs(_ text: [UInt8]) -> [UInt16] {
        guard text.count > 1 else { return [] }
        return (1..<text.count).map { UInt16(text[$0 - 1]) << 8 | UInt16(text[$0]) }.sorted()
    }
}
