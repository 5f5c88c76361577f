import Ledger

extension Letter {
    /// The letter as plain text for a mail: lines of at most `width` cells, tables in columns. An
    /// amount is never broken, so a table of wide amounts may be wider.
    public func text(width: Int = 72) -> String {
        var out: [String] = [sender, ""]
        out += recipient.flatMap { TextWrap.lines($0, width: width) } + [""]
        out += Self.columns(references, width: width) + [""]
        out += TextWrap.lines(subject, width: width)
        out.append(String(repeating: "=", count: min(width, TextWidth.of(subject))))
        out.append("")
        out += Self.lines(body, width: width)
        out += TextWrap.lines(closing, width: width) + [""]
        out += signedBy.flatMap { TextWrap.lines($0, width: width) }
        for enclosure in enclosures {
            out += ["", String(repeating: "-", count: width), ""]
            out += TextWrap.lines(enclosure.title, width: width) + [""]
            out += Self.lines(enclosure.body, width: width)
        }
        while out.last == "" { out.removeLast() }
        // A space that keeps an amount together has done its work.
        return out.joined(separator: "\n").unicodeScalars.reduce(into: "") {
            $0.unicodeScalars.append($1 == "\u{A0}" ? " " : $1)
        } + "\n"
    }

    private static func lines(_ blocks: [Block], width: Int) -> [String] {
        var out: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let text): out += paragraph(text, width: width)
            case .facts(let fields):
                out += columns(fields, width: width - 2).map { "  " + $0 }
            case .table(let table): out += rows(table, width: width)
            case .signatures(let names):
                for name in names {
                    out += ["", String(repeating: "_", count: 32)]
                    out += TextWrap.lines(name, width: width)
                }
            }
            out.append("")
        }
        return out
    }

    private static func paragraph(_ text: String, width: Int) -> [String] {
        let items = ListItem.items(text)
        let mark = items.map { TextWidth.of($0.mark) }.max() ?? 0
        let indent = mark > 0 ? mark + 1 : 0
        return items.flatMap { item in
            TextWrap.lines(item.text, width: width - indent).enumerated().map { place, line in
                TextWidth.padded(place == 0 ? item.mark : "", to: indent, right: false) + line
            }
        }
    }

    private static func columns(_ fields: [Field], width: Int) -> [String] {
        let label = fields.map { TextWidth.of($0.label) }.max() ?? 0
        return fields.flatMap { field in
            TextWrap.lines(field.value, width: max(16, width - label - 2)).enumerated()
                .map { place, line in
                    TextWidth.padded(place == 0 ? field.label : "", to: label, right: false)
                        + "  " + line
                }
        }
    }

    private static func rows(_ table: Table, width: Int) -> [String] {
        if table.columns.isEmpty || table.rows.isEmpty { return [] }
        let widths = columnWidths(table, width: width)
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        var out = row(table.columns.map(\.title), table, widths) + [rule]
        for cells in table.rows { out += row(cells, table, widths) }
        if !table.total.isEmpty { out += [rule] + row(table.total, table, widths) }
        return out
    }

    private static func row(_ cells: [String], _ table: Table, _ widths: [Int]) -> [String] {
        let columns = table.columns.indices.map { place in
            let cell = place < cells.count ? cells[place] : ""
            return table.columns[place].isAmount
                ? [cell] : TextWrap.lines(cell, width: widths[place])
        }
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for (place, cells) in columns.enumerated() {
                let cell = line < cells.count ? cells[line] : ""
                text += TextWidth.padded(
                    cell, to: widths[place], right: table.columns[place].isAmount)
                if place < columns.count - 1 { text += "  " }
            }
            while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
            return text
        }
    }

    /// Amounts as wide as they are; the widest of the others gives way until all fit.
    private static func columnWidths(_ table: Table, width: Int) -> [Int] {
        var widths = table.columns.map { TextWidth.of($0.title) }
        for cells in table.rows + [table.total] {
            for (place, cell) in cells.prefix(widths.count).enumerated() {
                widths[place] = max(widths[place], TextWidth.of(cell))
            }
        }
        let texts = table.columns.indices.filter { !table.columns[$0].isAmount }
        let gaps = 2 * (widths.count - 1)
        while widths.reduce(gaps, +) > width,
            let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > 10
        {
            // Halfway to what is too much, so that a long name takes few steps.
            let over = widths.reduce(gaps, +) - width
            widths[widest] = max(10, widths[widest] - max(1, over / 2))
        }
        return widths
    }
}
