/// What is set, in pages: a cursor that goes down, and turns the page where something does not fit.
struct Galley {
    enum Mark {
        case line(SetText, Int, x: Length)
        case rule(x: Length, length: Length, thickness: Length, isGrey: Bool)
    }

    /// Marks with their distance from the top.
    private(set) var pages: [[(y: Length, mark: Mark)]] = [[]]
    var y: Length
    let top: Length
    let bottom: Length

    /// - Parameter first: where the first page begins; the others begin at `top`.
    init(first: Length, top: Length, bottom: Length) {
        y = first
        self.top = top
        self.bottom = bottom
    }

    var isAtTop: Bool { y == top }
    var room: Length { max(0, bottom - y) }

    mutating func turn() {
        pages.append([])
        y = top
    }

    /// A page is never turned for something that fits on none.
    mutating func turnUnless(_ height: Length) {
        if height > room, !isAtTop { turn() }
    }

    /// Space that is not carried over to the next page.
    mutating func skip(_ height: Length) {
        if !isAtTop { y += height }
    }

    mutating func put(_ mark: Mark, at y: Length) {
        pages[pages.count - 1].append((y, mark))
    }

    mutating func rule(x: Length, length: Length, thickness: Length, isGrey: Bool) {
        put(.rule(x: x, length: length, thickness: thickness, isGrey: isGrey), at: y)
        y += thickness
    }

    /// All lines, kept together where a page has room for them.
    mutating func put(_ text: SetText, x: Length) {
        turnUnless(text.height)
        flow(text, x: x, together: 1)
    }

    /// Lines that may be parted by the end of a page, at least `together` on each side of it.
    mutating func flow(_ text: SetText, x: Length, together: Int = 2) {
        var line = 0
        while line < text.lines {
            var fit = 0
            var height: Length = 0
            while line + fit < text.lines {
                let next = text.height(ofLine: line + fit)
                if height + next > room { break }
                height += next
                fit += 1
            }
            let left = text.lines - line - fit
            if left > 0, left < together { fit -= together - left }
            if left > 0, fit < together, !isAtTop { fit = 0 }
            if fit <= 0, !isAtTop {
                turn()
                continue
            }
            for _ in 0..<max(1, fit) {
                put(.line(text, line, x: x), at: y)
                y += text.height(ofLine: line)
                line += 1
            }
            if line < text.lines { turn() }
        }
    }
}
