import Ledger

/// Breaks text into lines of so many cells, Chinese characters taking two (UAX #11), between words
/// and between Chinese characters, but not before a closing mark or behind an opening one
/// (禁则, GB/T 15834 §5.1).
enum TextWrap {
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            lines += wrapped(pieces(paragraph), width: width)
        }
        return lines
    }

    private typealias Scalars = String.UnicodeScalarView

    /// What is never broken, with the space before it.
    private struct Piece {
        var text = Scalars()
        var width = 0
        var hasSpaceBefore = false
    }

    private static func pieces(_ text: Scalars.SubSequence) -> [Piece] {
        var pieces: [Piece] = []
        var piece = Piece()
        var last: Unicode.Scalar?
        for scalar in text {
            if scalar == " " {
                if !piece.text.isEmpty { pieces.append(piece) }
                piece = Piece(hasSpaceBefore: true)
                last = nil
                continue
            }
            if let last, mayBreak(last, scalar), !piece.text.isEmpty {
                pieces.append(piece)
                piece = Piece()
            }
            piece.text.append(scalar)
            piece.width += TextWidth.of(scalar)
            last = scalar
        }
        if !piece.text.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func mayBreak(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
        let isWide = TextWidth.of(before) == 2 || TextWidth.of(after) == 2
        return isWide && !closing.contains(after) && !opening.contains(before)
            && TextWidth.of(after) > 0
    }

    private static let closing = Set("，。、；：？！）》」』】〉”’…%,.;:?!)".unicodeScalars)
    private static let opening = Set("（《「『【〈“‘(￥¥".unicodeScalars)

    private static func wrapped(_ pieces: [Piece], width: Int) -> [String] {
        var lines: [String] = []
        var line = Scalars()
        var used = 0
        for piece in pieces {
            let space = piece.hasSpaceBefore && used > 0 ? 1 : 0
            if used > 0, used + space + piece.width > width {
                lines.append(String(line))
                (line, used) = (Scalars(), 0)
            } else if space > 0 {
                line.append(" ")
                used += 1
            }
            for scalar in piece.text {
                // A word longer than a line is broken where the line ends.
                let cells = TextWidth.of(scalar)
                if used > 0, used + cells > width {
                    lines.append(String(line))
                    (line, used) = (Scalars(), 0)
                }
                line.append(scalar)
                used += cells
            }
        }
        lines.append(String(line))
        return lines
    }
}
