/// A line of a paragraph with its mark, `(a)`, `1.` or `（一）`: what follows the mark stands beside
/// it, in all lines.
struct ListItem {
    /// Empty where the line has none.
    let mark: String
    let text: String

    /// The lines of a paragraph.
    static func items(_ paragraph: String) -> [ListItem] {
        paragraph.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(item)
    }

    private static func item(_ line: String.UnicodeScalarView.SubSequence) -> ListItem {
        // A mark is short: a digit, a letter or a numeral, and its bracket or point.
        for (end, isWide) in [(Unicode.Scalar(" "), false), ("）", true)] {
            guard let place = line.prefix(5).firstIndex(of: end) else { continue }
            let behind = line.index(after: place)
            let mark = isWide ? line[..<behind] : line[..<place]
            let isMark =
                isWide
                ? mark.first == "（"
                : mark.first == "(" && mark.last == ")"
                    || mark.last == "." && mark.dropLast().allSatisfy { ("0"..."9").contains($0) }
            if isMark, mark.count > 1 {
                return ListItem(mark: String(mark), text: String(line[behind...]))
            }
        }
        return ListItem(mark: "", text: String(line))
    }
}
