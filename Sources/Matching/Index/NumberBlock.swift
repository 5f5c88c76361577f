/// The numbers of one customer's items side by side, to find those that are nearly what was
/// written: compared one by one, since a customer has few items and each comparison ends at the
/// second sign that differs.
struct NumberBlock {
    private let first: Int
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]

    init(_ items: OpenItems, _ positions: Range<Int>) {
        first = positions.lowerBound
        var signs: [UInt8] = []
        for position in positions {
            NumberIndex.signs(of: items[position], &signs)
            bytes += signs.map(Lookalikes.plain)
            starts.append(Int32(bytes.count))
        }
    }

    /// Positions whose number is written with look-alike letters, or one step away, or cut at its
    /// end; the nearest kind alone, at most `most`.
    func near(
        _ written: [UInt8], most: Int, where isFree: (Int) -> Bool
    ) -> (manner: Mention.Manner, positions: [Int])? {
        let plain = written.map(Lookalikes.plain)
        var found: [Mention.Manner: [Int]] = [:]
        for index in 0..<starts.count - 1 {
            let number = bytes[Int(starts[index])..<Int(starts[index + 1])]
            guard let manner = Self.manner(plain, number), isFree(first + index) else { continue }
            if found[manner, default: []].count < most {
                found[manner, default: []].append(first + index)
            }
        }
        for manner in [Mention.Manner.lookalike, .mistyped, .cut] {
            if let positions = found[manner] { return (manner, positions) }
        }
        return nil
    }

    private static func manner(
        _ written: [UInt8], _ number: ArraySlice<UInt8>
    ) -> Mention.Manner? {
        if number.count > written.count + 1 {
            return written.count >= 6 && number.count <= written.count + 6
                && number.starts(with: written) ? .cut : nil
        }
        guard number.count + 1 >= written.count, number.count >= 5 else { return nil }
        if number.elementsEqual(written) { return .lookalike }
        return Edits.areOneApart(written[...], number) ? .mistyped : nil
    }
}
