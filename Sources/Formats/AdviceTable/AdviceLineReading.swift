import Ledger

/// What the rows of one table say, each as one line or more.
struct AdviceLineReading {
    private(set) var lines: [AdviceLine] = []
    /// Rows that name no document.
    private(set) var adjustments: [AdviceLine] = []
    private(set) var currencies: Set<AdviceCurrency> = []
    /// The sum of what is paid above each row, in units of 10^-12.
    private(set) var running: [Int128] = [0]
    private(set) var grossRunning: [Int128] = [0]

    private let table: AdviceTable
    private let grid: AdviceGrid
    private var notes: [Int: [Int32]] = [:]

    init(_ table: AdviceTable, _ grid: AdviceGrid, _ values: inout AdviceValues) {
        self.table = table
        self.grid = grid
        for note in table.notes { notes[note.row, default: []].append(note.cell) }
        for column in table.columns.columns where column.role.isAmount {
            if let currency = column.currency { currencies.insert(currency) }
        }
        lines.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount { read(row, &values) }
    }

    private struct Row {
        var line = AdviceLine()
        var label: String?
        var texts: [String] = []
        var reasonWords: String?
        var taken: [(amount: Amount, heading: AdviceHeading?)] = []
    }

    private mutating func read(_ index: Int, _ values: inout AdviceValues) {
        let gridLine = grid.lines[table.lines[index]]
        var row = Row()
        for (slot, cell) in table.row(index).enumerated() where cell >= 0 {
            take(grid.content(grid.cells[Int(cell)]), slot, gridLine, &row, &values)
        }
        for cell in notes[index] ?? [] {
            guard let words = grid.content(grid.cells[Int(cell)]).words() else { continue }
            if row.reasonWords == nil {
                row.texts.append(words)
            } else {
                row.reasonWords? += " " + words
            }
        }
        let before = running.last ?? 0
        let gross = grossRunning.last ?? 0
        let paid = settle(&row, gridLine, &values)
        running.append(before + paid)
        grossRunning.append(gross + AdviceSum.scaled(row.line.gross))
    }

    private mutating func take(
        _ text: ArraySlice<UInt8>, _ slot: Int, _ gridLine: AdviceGrid.Line, _ row: inout Row,
        _ values: inout AdviceValues
    ) {
        let column = table.column(slot)
        switch column.role {
        case .number:
            if text.hasDigit {
                // Digits of full width are the same number.
                row.line.number =
                    text.contains(0xEF) ? FoldedText(text).bytes[...].words() : text.words()
            } else {
                row.label = text.words()
            }
        case .type: row.line.type = Self.type(text) ?? text.words(limit: 35)
        case .date:
            row.line.date = values.day(
                text, order: column.order, at: grid.place(gridLine, column.name))
        case .currency:
            if let currency = AdviceCurrency.mention(in: FoldedText(text)) {
                currencies.insert(currency)
            }
        case .reason: row.reasonWords = text.words()
        case .text: if let words = text.words() { row.texts.append(words) }
        case .reference:
            if let words = text.words() { row.texts.append("\(column.name) \(words)") }
        case .gross, .net, .discount, .deduction, .adjustment, .amount:
            let read = values.amount(text, of: column, at: grid.place(gridLine, column.name))
            guard let (amount, currency) = read else { return }
            if let currency, column.currency == nil { currencies.insert(currency) }
            switch column.role {
            case .gross: row.line.gross = amount
            case .net: row.line.net = amount
            case .discount: row.line.discount = amount
            default: row.taken.append((amount, column.heading))
            }
        case .otherDate, .goods, .open, .other: break
        }
    }

    /// 380, 381 and 383 (UN/EDIFACT 1001) where the words are clear.
    private static func type(_ text: ArraySlice<UInt8>) -> String? {
        types.hits(in: FoldedText(text).lower).first.map { ["381", "383", "380"][$0.meaning] }
    }

    private static let types = WordList([
        "credit* | cm | cn | gutschrift* | avoir* | 贷项* | 红字* | 红票 | kg",
        "debit* | dn | dm | belastung* | lastschrift* | note de debit | 借项*",
        "invoice* | inv | iv | rechnung* | facture* | 发票* | 蓝字* | kr",
    ])

    /// Makes lines of a row; gives what it comes to.
    private mutating func settle(
        _ row: inout Row, _ gridLine: AdviceGrid.Line, _ values: inout AdviceValues
    ) -> Int128 {
        let proof = AdviceProof(row.line, row.taken, isComputed: table.columns.isNetComputed)
        if proof.differs {
            let value = row.line.net.map { "\($0)" }
            values.log.note(
                .lineDiffers, at: grid.place(gridLine), row.line.number, detail: value)
        }
        row.line.net = proof.net
        row.line.discount = proof.discount
        let words = ([row.reasonWords, row.label].compactMap { $0 } + row.texts)
        let isShort = !row.taken.isEmpty || proof.gap != nil || row.line.number == nil
        var reason = row.reasonWords.flatMap { AdviceReason.code($0) }
        if reason == nil, let own = row.reasonWords, AdviceReason.isCode(own) { reason = own }
        if reason == nil, isShort, row.reasonWords == nil {
            reason = words.lazy.compactMap { AdviceReason.code($0) }.first
        }
        let text = words.joined(separator: "\n")
        row.line.text = text.isEmpty ? nil : Array(text.utf8)[...].limited(2_000)
        guard row.line.number != nil else {
            return loose(row, reason, gridLine, &values)
        }
        var rest = proof.taken.filter { $0.amount.units != 0 }
        if let first = rest.first ?? proof.taken.first {
            row.line.adjustment = first.amount
            row.line.reason = first.reason ?? reason
            if first.amount.units == 0, reason == nil { row.line.reason = nil }
            rest = Array(rest.dropFirst())
        } else if let gap = proof.gap, reason != nil {
            row.line.adjustment = gap
            row.line.reason = reason
        } else {
            row.line.reason = reason
        }
        if row.line.net == nil {
            values.log.note(.amountMissing, at: grid.place(gridLine), row.line.number)
        }
        lines.append(row.line)
        // A line has room for one adjustment; others become lines of the same document.
        for other in rest {
            var line = AdviceLine()
            line.type = row.line.type
            line.number = row.line.number
            line.adjustment = other.amount
            line.reason = other.reason ?? reason
            lines.append(line)
        }
        return AdviceSum.scaled(row.line.net)
    }

    /// A row without a document is an adjustment of the payment.
    private mutating func loose(
        _ row: Row, _ reason: String?, _ gridLine: AdviceGrid.Line, _ values: inout AdviceValues
    ) -> Int128 {
        var line = AdviceLine()
        line.type = row.line.type
        line.date = row.line.date
        line.adjustment = row.line.net ?? row.line.gross ?? row.taken.first?.amount
        line.reason = reason ?? row.taken.first?.heading?.reason
        line.text = row.line.text
        guard let amount = line.adjustment else { return 0 }
        if line.reason == nil {
            values.log.note(.numberMissing, at: grid.place(gridLine), row.label)
        }
        adjustments.append(line)
        return AdviceSum.scaled(amount)
    }
}

extension ArraySlice<UInt8> {
    /// The text, cut to whole characters of at most `limit` bytes.
    func limited(_ limit: Int) -> String {
        var end = Swift.min(count, limit)
        while end > 0, end < count, self[startIndex + end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: prefix(end), as: UTF8.self)
    }
}
