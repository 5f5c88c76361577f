import Ledger

/// The sources that belong together, with their tables and what stands around them.
struct AdviceGroup {
    let name: String
    let layout: AdviceLayout
    let lines: [AdviceProseLine]
    let facts: AdviceFacts
    let evidence: AdviceEvidence

    init(_ name: String, _ grid: AdviceGrid) {
        self.name = name
        layout = AdviceLayout(grid)
        let found = layout.grid
        lines = layout.others.map { other in
            let line = found.lines[other.line]
            return AdviceProseLine(
                found.bytes[line.bytes], place: found.place(line), isExact: line.isExact,
                after: other.after)
        }
        facts = Self.facts(lines)
        evidence = AdviceEvidence(name, lines)
    }

    /// What labels say, and sentences where labels say nothing.
    private static func facts(_ lines: [AdviceProseLine]) -> AdviceFacts {
        var facts = AdviceFacts(lines)
        let prose = AdviceProse(lines)
        facts.valueDate = facts.valueDate ?? prose.paidOn
        if let total = prose.total {
            facts.currency = facts.currency ?? total.value.currency
            if facts.totals.isEmpty, prose.isTotalSaid { facts.totals = [total] }
        }
        return facts
    }

    /// Whether ¥ and 元 are the renminbi's here.
    private var isChinese: Bool {
        let bytes = layout.grid.bytes
        guard bytes.contains(where: { (0xE4...0xE9).contains($0) }) else { return false }
        return !Self.japanese.contains(bytes.prefix(100_000))
    }

    private static let japanese = WordList(["円|日元|JPY|日本"], hasEdges: false)

    /// The advices in the tables. `isNamed` where another source of the mail speaks of a payment.
    func advices(isNamed: Bool) -> [FoundAdvice] {
        let tables = layout.tables.indices.filter { index in
            evidence.counts(layout.tables[index], of: layout.grid, isNamed: isNamed)
        }
        guard !tables.isEmpty else { return [] }
        var parts: [[Int]] = []
        for table in tables {
            if parts.isEmpty || beginsAnother(table, tables) {
                parts.append([table])
            } else {
                parts[parts.count - 1].append(table)
            }
        }
        return parts.map { part in
            var advice = FoundAdvice(
                name: name, grid: layout.grid, tables: part.map { layout.tables[$0] },
                isChinese: isChinese)
            guard parts.count > 1, let first = part.first, let last = part.last else {
                advice.facts = facts
                return advice
            }
            advice.facts = Self.facts(lines.filter { (first...last).contains($0.after) })
            return advice
        }
    }

    /// A table after one that has its total, with a payment of its own named between them.
    private func beginsAnother(_ table: Int, _ tables: [Int]) -> Bool {
        guard let before = tables.last(where: { $0 < table }),
            layout.tables[before].totals.contains(where: { $0.kind == .whole })
        else { return false }
        let own = AdviceFacts(lines.filter { $0.after == table })
        return own.isOfPayment && (own.trace != nil || own.valueDate != nil)
    }

    /// The advice in words alone.
    func prose() -> FoundAdvice? {
        let words = AdviceProse(lines)
        guard words.isAdvice else { return nil }
        var advice = FoundAdvice(
            name: name, grid: layout.grid, tables: [], isChinese: isChinese)
        advice.prose = words
        advice.facts = facts
        if let total = words.total, advice.facts.totals.isEmpty { advice.facts.totals = [total] }
        return advice
    }
}

/// What tells an advice from a list of invoices, a statement or an order.
struct AdviceEvidence {
    private(set) var namesAdvice = false
    private(set) var isPaid = false
    private(set) var isForeign = false

    init(_ name: String, _ lines: [AdviceProseLine]) {
        let title = FoldedText(name)
        namesAdvice = Self.names.contains(title.lower[...])
        for line in lines {
            for sentence in line.sentences {
                if sentence.namesAdvice { namesAdvice = true }
                if sentence.isPaid { isPaid = true }
                if sentence.isForeign { isForeign = true }
            }
        }
    }

    var isOfPayment: Bool { namesAdvice || isPaid }

    private static let names = WordList(
        ["remit|avis|payment|付款|汇款|水单|zahlung|paiement|virement"], hasEdges: false)

    /// Whether `table` is of an advice. Prices and quantities, or amounts still open, make it an
    /// order or a statement, unless an advice is named.
    func counts(_ table: AdviceTable, of grid: AdviceGrid, isNamed: Bool) -> Bool {
        guard table.rowCount > 0 else { return false }
        let columns = table.columns
        if columns.has(.goods) || columns.has(.open) { return namesAdvice && !isForeign }
        if namesAdvice { return true }
        let isPaidColumn = columns.columns.contains { $0.heading?.isPaid == true }
        if isForeign { return isPaid && isPaidColumn }
        return isPaid || isPaidColumn || isNamed || hasTotal(table, of: grid)
    }

    /// The sum of what is paid is the total that the table states.
    private func hasTotal(_ table: AdviceTable, of grid: AdviceGrid) -> Bool {
        let advice = FoundAdvice(name: "", grid: grid, tables: [table], isChinese: false)
        return table.totals.contains { $0.kind == .whole }
            && advice.finished().findings.allSatisfy {
                $0.severity == .warning && $0.code != AdviceFinding.amountMissing.rawValue
            }
    }
}
