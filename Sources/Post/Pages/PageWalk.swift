/// Follows the elements of a page and gathers what a reader would see.
final class PageWalk {
    private struct Element {
        let name: String
        let isHidden: Bool
    }

    private var open: [Element] = []
    private var lines = PageLines()
    private var tables: [TableDraft] = []
    private var found: [Page.Table] = []

    /// Deeper elements count as their outermost.
    private static let depth = 512

    private var isHidden: Bool { open.last?.isHidden ?? false }

    func start(_ name: String, _ attributes: [(String, String)]) {
        guard open.count < Self.depth else { return }
        let hides = isHidden || HTMLElement.isUnseen(name) || HTMLElement.isHidden(attributes)
        open.append(Element(name: name, isHidden: hides))
        if hides { return }
        switch name {
        case "table":
            lines.breakLine()
            tables.append(TableDraft(start: lines.count))
        case "tr":
            lines.breakLine()
            inTable { $0.startRow() }
        case "td", "th":
            let across = number("colspan", attributes)
            let down = number("rowspan", attributes)
            inTable { $0.startCell(across: across, down: down) }
        case _ where HTMLElement.isBlock(name): block()
        default: break
        }
    }

    func end(_ name: String) {
        guard let place = open.lastIndex(where: { $0.name == name }) else { return }
        let wasHidden = open[place].isHidden
        open.removeLast(open.count - place)
        if wasHidden { return }
        switch name {
        case "table": endTable()
        case "tr":
            inTable { $0.endRow() }
            lines.breakLine()
        case "td", "th":
            inTable { $0.endCell() }
            lines.tab()
        case _ where HTMLElement.isBlock(name): block()
        default: break
        }
    }

    func say(_ text: UnsafeBufferPointer<UInt8>) {
        if isHidden { return }
        lines.say(text, asWritten: open.contains { $0.name == "pre" })
        inTable { $0.say(text) }
    }

    func finish() -> Page {
        while !tables.isEmpty { endTable() }
        let tables = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return Page(text: lines.finish(), tables: tables)
    }

    /// Changes the innermost open table where it is: tables are long.
    private func inTable(_ change: (inout TableDraft) -> Void) {
        if let last = tables.indices.last { change(&tables[last]) }
    }

    private func block() {
        lines.breakLine()
        inTable { $0.blank() }
    }

    /// A table of data stands for itself, and the one around it is layout; one that is none is
    /// part of the cell that it stands in.
    private func endTable() {
        guard var table = tables.popLast() else { return }
        lines.breakLine()
        table.finish()
        if table.isData {
            found.append(Page.Table(rows: table.rows, range: table.start..<lines.count))
        } else {
            inTable { $0.take(table) }
        }
    }

    private func number(_ name: String, _ attributes: [(String, String)]) -> Int {
        attributes.first { $0.0 == name }.flatMap { Int($0.1) } ?? 1
    }
}

/// What elements mean for reading.
enum HTMLElement {
    static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote", "pre", "hr", "br", "form", "center", "address", "section", "article",
        "header",
        "footer", "caption",
    ]

    /// Nobody sees what stands in it.
    static func isUnseen(_ name: String) -> Bool { unseen.contains(name) }

    private static let unseen: Set<String> = [
        "script", "style", "head", "title", "template", "noscript", "object", "applet", "iframe",
        "select", "textarea", "button", "svg", "math", "xml",
    ]

    static func isHidden(_ attributes: [(String, String)]) -> Bool {
        for (name, value) in attributes {
            if name == "hidden" { return true }
            guard name == "style" else { continue }
            let style = value.utf8.filter { $0 > 0x20 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
            let rules = style.split(separator: UInt8(ascii: ";"))
            for rule in rules where hiding.contains(where: { rule.elementsEqual($0.utf8) }) {
                return true
            }
        }
        return false
    }

    /// As a sender hides text from readers that programs are to see.
    private static let hiding = [
        "display:none", "display:none!important", "visibility:hidden",
        "visibility:hidden!important",
        "mso-hide:all", "font-size:0", "font-size:0px", "font-size:0pt", "opacity:0",
    ]
}
