/// Sets a table: amounts as wide as they are, the rest of the width for the other columns; the
/// header again on every page.
struct TableSetting {
    private let table: Letter.Table
    private let press: Press

    init(_ table: Letter.Table, _ press: Press) {
        self.table = table
        self.press = press
    }

    private struct Row {
        var cells: [SetText]
        var height: Length
    }

    /// Columns with their place and width, in a size in which they fit.
    private struct Columns {
        var x: [Length] = []
        var width: [Length] = []
        var size: Length
    }

    private static let sizes = [points(9), points(8), points(7), points(6)]
    private static let padding = points(3)

    func put(_ galley: inout Galley) throws(PaperFault) {
        if table.columns.isEmpty || table.rows.isEmpty { return }
        let columns = try self.columns()
        let header = try row(table.columns.map(\.title), columns, isBold: true)
        let total = try table.total.isEmpty ? nil : row(table.total, columns, isBold: true)
        for (place, cells) in table.rows.enumerated() {
            let row = try row(cells, columns, isBold: false)
            // The last row stays with the sum.
            let next = place == table.rows.count - 1 ? total?.height ?? 0 : 0
            if place == 0 {
                galley.turnUnless(header.height + row.height + next)
                put(header, columns, &galley, isHeader: true)
            } else if row.height + next > galley.room {
                galley.turn()
                put(header, columns, &galley, isHeader: true)
            }
            put(row, columns, &galley)
            galley.rule(
                x: Form.left, length: Form.width, thickness: points(1) / 4, isGrey: true)
        }
        if let total { put(total, columns, &galley) }
        galley.skip(Form.paragraph + points(3))
    }

    private func put(
        _ row: Row, _ columns: Columns, _ galley: inout Galley, isHeader: Bool = false
    ) {
        let start = galley.y
        for (place, cell) in row.cells.enumerated() {
            let spare = table.columns[place].isAmount ? columns.width[place] - cell.width : 0
            var y = start + Self.padding
            for line in 0..<cell.lines {
                galley.put(.line(cell, line, x: columns.x[place] + spare), at: y)
                y += cell.height(ofLine: line)
            }
        }
        galley.y = start + row.height
        if isHeader {
            galley.rule(
                x: Form.left, length: Form.width, thickness: points(1) * 3 / 4, isGrey: false)
        }
    }

    private func row(
        _ cells: [String], _ columns: Columns, isBold: Bool
    ) throws(PaperFault) -> Row {
        let style = Press.Style(size: columns.size, isBold: isBold, spacing: points(1))
        var set: [SetText] = []
        for place in table.columns.indices {
            let isAmount = table.columns[place].isAmount
            set.append(
                try press.set(
                    place < cells.count ? cells[place] : "", style,
                    width: isAmount ? nil : columns.width[place]))
        }
        return Row(cells: set, height: (set.map(\.height).max() ?? 0) + Self.padding * 2)
    }

    private func columns() throws(PaperFault) -> Columns {
        let texts = table.columns.filter { !$0.isAmount }.count
        for size in Self.sizes {
            let natural = try widths(size)
            let gaps = Form.gutter * Length(table.columns.count - 1)
            let amounts = zip(table.columns, natural).reduce(Length(0)) {
                $0 + ($1.0.isAmount ? $1.1 : 0)
            }
            let rest = Form.width - gaps - amounts
            // A column of text wants room for a few words at least.
            if rest < Length(texts) * points(60), size != Self.sizes.last { continue }
            return placed(natural, rest: max(rest, Length(texts) * points(20)), size: size)
        }
        return Columns(size: points(6))
    }

    /// As wide as the widest cell, were it in one line; text no wider than the page.
    private func widths(_ size: Length) throws(PaperFault) -> [Length] {
        let bold = Press.Style(size: size, isBold: true)
        let plain = Press.Style(size: size)
        var widths: [Length] = []
        for (place, column) in table.columns.enumerated() {
            var widest = try press.set(column.title, bold).width
            if place < table.total.count {
                widest = max(widest, try press.set(table.total[place], bold).width)
            }
            for row in table.rows where place < row.count {
                if !column.isAmount, widest > Form.width { break }
                widest = max(widest, try press.set(row[place], plain).width)
            }
            widths.append(widest)
        }
        return widths
    }

    /// Text columns share what the amounts leave: narrow ones get what they need, wide ones the
    /// rest in equal parts; what nobody needs goes to the last of them.
    private func placed(_ natural: [Length], rest: Length, size: Length) -> Columns {
        var columns = Columns(width: natural, size: size)
        var waiting = table.columns.indices.filter { !table.columns[$0].isAmount }
        var left = rest
        while !waiting.isEmpty {
            let fair = left / Length(waiting.count)
            let narrow = waiting.filter { natural[$0] <= fair }
            if narrow.isEmpty {
                for place in waiting { columns.width[place] = fair }
                left = 0
                break
            }
            for place in narrow { left -= natural[place] }
            waiting.removeAll { natural[$0] <= fair }
        }
        if let last = table.columns.lastIndex(where: { !$0.isAmount }) {
            columns.width[last] += left
        }
        var x = Form.left
        for width in columns.width {
            columns.x.append(x)
            x += width + Form.gutter
        }
        return columns
    }
}
