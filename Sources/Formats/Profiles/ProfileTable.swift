/// A table on its way: first the header is looked for, then the rows are read by the profile that
/// fits.
struct ProfileTable {
    private let choice: ProfileChoice
    private(set) var fit: ProfileFit?
    private(set) var header: [String] = []
    private(set) var preamble = ProfilePreamble()
    private var rows: ProfileRows?
    private var log = ProfileLog()
    private var buffer = RowBuffer()
    /// No row can be read any more: none or several profiles fit.
    private var isOver = false
    private var isToldMany = false
    private var hasRows = false
    private var headerLine = 1
    /// The last line, where it has no line end.
    var unended: Int?

    init(_ profiles: [BankProfile]) { choice = ProfileChoice(profiles) }

    /// `isGuessed`: whether the encoding may still be another one than UTF-8.
    mutating func take(
        _ row: CSVRow, isGuessed: Bool, _ emit: (StatementEvent) -> Void
    ) {
        if row.hasHighBytes, !Self.isText(row) {
            guard isGuessed, Windows1252.isLikely(row) else {
                log.say(.textUnreadable, at: "row \(row.line)", emit)
                return
            }
            log.say(.textAssumed, at: "row \(row.line)", emit)
            var buffer = RowBuffer()
            swap(&buffer, &self.buffer)
            buffer.widened(row) { take($0, table: nil, emit) }
            swap(&buffer, &self.buffer)
            return
        }
        take(row, table: nil, emit)
    }

    mutating func take(_ row: TableRow, _ emit: (StatementEvent) -> Void) {
        var buffer = RowBuffer()
        swap(&buffer, &self.buffer)
        buffer.with(row) { take($0, table: row.cells, emit) }
        swap(&buffer, &self.buffer)
    }

    mutating func say(_ finding: Finding, _ emit: (StatementEvent) -> Void) {
        if !isOver { log.say(finding, emit) }
    }

    mutating func finish(_ emit: (StatementEvent) -> Void) {
        if var rows {
            rows.finish(&log, emit)
            self.rows = rows
            if let unended {
                log.say(Finding(ExtractFinding.csvLastLineNotEnded, at: "row \(unended)"), emit)
            }
        } else if !hasRows {
            log.say(Finding(ExtractFinding.csvFileEmpty, at: "row 1"), emit)
        } else if !isToldMany {
            log.say(
                .noneFits, at: "row \(headerLine)", value: header.joined(separator: ", "), emit)
        }
    }

    private mutating func take(
        _ row: CSVRow, table: [TableCell]?, _ emit: (StatementEvent) -> Void
    ) {
        if isOver || row.isBlank { return }
        if rows != nil {
            rows?.take(ProfileRow(row: row, table: table), &log, emit)
            return
        }
        hasRows = true
        let names = ProfileHeader(row)
        switch choice.answer(names, preamble) {
        case .fits(let found):
            fit = found
            header = names.names
            headerLine = row.line
            rows = ProfileRows(found, names, preamble)
        case .many(let found):
            isOver = true
            isToldMany = true
            header = names.names
            log.say(
                .manyFit, at: "row \(row.line)",
                value: found.map(\.profile.name).joined(separator: ", "), emit)
        case .none:
            let said = names.names.count { !$0.isEmpty }
            if said > header.count(where: { !$0.isEmpty }) {
                header = names.names
                headerLine = row.line
            }
            preamble.add(row)
            if preamble.isFull { isOver = true }
        }
    }

    private static func isText(_ row: CSVRow) -> Bool {
        for field in 0..<row.count where !UTF8Check.isWellFormed(row[field]) { return false }
        return true
    }
}
