import Ledger

/// An advice that was found, before its amounts and dates are read: the way its sender writes them
/// shows in all of them together.
struct FoundAdvice {
    let name: String
    let grid: AdviceGrid
    let tables: [AdviceTable]
    let isChinese: Bool
    var facts = AdviceFacts()
    var prose: AdviceProse?

    func finished() -> (advice: RemittanceAdvice, findings: [Finding]) {
        var values = AdviceValues(convention, at: name)
        var draft = AdviceSheet()
        for table in tables {
            draft.add(AdviceLineReading(table, grid, &values), table, grid, &values)
        }
        if let prose { draft.add(prose, &values) }
        draft.settle(facts, name: name, isChinese: isChinese, &values)
        return (draft.advice, values.log.findings)
    }

    private var convention: AdviceConvention {
        var convention = AdviceConvention()
        for table in tables {
            for column in table.columns.columns { convention.add(column.order) }
            for row in 0..<table.rowCount { add(table, table.row(row), to: &convention) }
            for total in table.totals { add(table, total.cells[...], to: &convention) }
        }
        for total in facts.totals { convention.add(total.value) }
        for item in prose?.items ?? [] {
            if let amount = item.amount { convention.add(amount) }
        }
        return convention
    }

    private func add(
        _ table: AdviceTable, _ row: ArraySlice<Int32>, to convention: inout AdviceConvention
    ) {
        for (slot, cell) in row.enumerated() where cell >= 0 {
            let role = table.role(slot)
            guard role.isAmount || role.isDate else { continue }
            let text = grid.content(grid.cells[Int(cell)])
            if role.isDate {
                convention.add(date: FoldedText.isFolded(text) ? text : FoldedText(text).bytes[...])
            } else if let amount = AdviceAmount(cell: text) {
                convention.add(amount)
            }
        }
    }

    /// Without those that another source says as well: the text and the HTML of one body, or the
    /// PDF and the XLSX of one advice. The one with more lines' values stands.
    static func withoutCopies(_ found: [FoundAdvice]) -> [FoundAdvice] {
        guard found.count > 1 else { return found }
        var kept: [(found: FoundAdvice, key: [String], worth: Int)] = []
        for advice in found {
            let lines = advice.finished().advice.lines
            let key = lines.map { line in
                let net = line.net.map { Footing.text(Footing.scaled($0)) } ?? ""
                return "\(line.number ?? "") \(net)"
            }.sorted()
            let worth = lines.reduce(0) { $0 + $1.worth }
            if let same = kept.firstIndex(where: { $0.key == key }) {
                var (better, other) = (kept[same].found, advice)
                if worth > kept[same].worth { swap(&better, &other) }
                better.facts.fill(from: other.facts)
                kept[same] = (better, key, max(worth, kept[same].worth))
            } else {
                kept.append((advice, key, worth))
            }
        }
        return kept.map(\.found)
    }
}

extension AdviceLine {
    fileprivate var worth: Int {
        [gross, discount, adjustment, net].count { $0 != nil } + (date == nil ? 0 : 1)
            + (reason == nil ? 0 : 1) + (text == nil ? 0 : 1)
    }
}
