/// The header of a table: its columns, where they stand, and what they hold.
struct AdviceColumns {
    struct Column {
        var heading: AdviceHeading?
        var name: String
        var currency: AdviceCurrency?
        /// The amounts are in units of ten thousand (万元).
        var isTenThousands = false
        /// `dd/mm/yyyy` or `mm/dd/yyyy` in the header.
        var order: AdviceDate.Order?
        var cell: AdviceGrid.Cell

        var role: AdviceRole { heading?.role ?? .other }
    }

    private(set) var columns: [Column]
    let isExact: Bool
    /// Whether single blanks stand between the columns.
    var isNarrow = false

    /// Nil unless `cells` name a document and an amount, and little else that is no header.
    init?(_ cells: [(text: ArraySlice<UInt8>, cell: AdviceGrid.Cell)], isExact: Bool) {
        guard cells.count > 1 else { return nil }
        columns = cells.map { Self.column($0.text, $0.cell) }
        self.isExact = isExact
        settle()
        let known = columns.count { $0.heading != nil }
        guard has(.number), has(.net) || isNetComputed, known * 2 >= columns.count else {
            return nil
        }
    }

    /// Whether what is paid must be worked out of gross and deductions.
    var isNetComputed: Bool { !has(.net) && has(.gross) }

    func has(_ role: AdviceRole) -> Bool { columns.contains { $0.role == role } }

    /// Whether `other` heads the same table, on another page.
    func isSame(as other: AdviceColumns) -> Bool {
        columns.map(\.heading) == other.columns.map(\.heading)
    }

    /// How much the header says: each thing that lines have, once.
    var worth: Int {
        Set(columns.map(\.role)).subtracting([.other, .goods, .open, .reference]).count
    }

    /// The columns of which a line is made, each role once, but deductions, texts and references as
    /// many as there are, within reason.
    var slots: [Int] {
        var slots: [Int] = []
        var counts: [AdviceRole: Int] = [:]
        for (index, column) in columns.enumerated() {
            let most =
                switch column.role {
                case .other, .goods, .open: 0
                case .deduction, .adjustment, .text, .reference, .otherDate: 8
                default: 1
                }
            if counts[column.role, default: 0] < most {
                counts[column.role, default: 0] += 1
                slots.append(index)
            }
        }
        return slots
    }

    private static func column(
        _ text: ArraySlice<UInt8>, _ cell: AdviceGrid.Cell
    ) -> Column {
        let name = FoldedText(text.prefix(200))
        var column = Column(heading: nil, name: text.words(limit: 80) ?? "", cell: cell)
        // A header has no digits, but in brackets.
        guard !hasDigits(name.bytes) else { return column }
        // A rate is no amount.
        if name.bytes.contains(UInt8(ascii: "%")) { return column }
        column.heading = AdviceHeading(name)
        column.currency = AdviceCurrency.mention(in: name)
        column.isTenThousands = Self.tenThousands.contains(name.lower[...])
        if column.role.isDate {
            column.order = orders.foremost(in: name.lower).map { $0 == 0 ? .day : .month }
        }
        return column
    }

    private static func hasDigits(_ name: [UInt8]) -> Bool {
        var depth = 0
        for byte in name {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth <= 0, byte.isDigit { return true }
        }
        return false
    }

    private static let tenThousands = WordList(["万元|万美元|万欧元"])
    private static let orders = WordList(
        ["dd/mm|dd-mm|tt.mm|jj/mm|日/月", "mm/dd|mm-dd|月/日"], hasEdges: false)

    /// Gives one column the document's number and one what is paid, where they can be told.
    private mutating func settle() {
        let numbers = columns.indices.filter { columns[$0].role == .number }
        let best = numbers.max { rank($0) < rank($1) || rank($0) == rank($1) && $0 > $1 }
        for index in numbers where index != best { columns[index].heading?.role = .reference }

        let amounts = columns.indices.filter { columns[$0].role == .amount }
        let takesOff = columns.contains {
            [.discount, .deduction, .adjustment].contains($0.role)
        }
        if has(.net) {
            if !has(.gross), let first = amounts.first { columns[first].heading?.role = .gross }
        } else if let last = amounts.last {
            let isGross = takesOff && !has(.gross) && amounts.count == 1
            columns[last].heading?.role = isGross ? .gross : .net
            if amounts.count > 1, !has(.gross) { columns[amounts[0]].heading?.role = .gross }
        } else if !takesOff, let gross = columns.firstIndex(where: { $0.role == .gross }) {
            columns[gross].heading?.role = .net
        }
        for index in columns.indices where columns[index].role == .amount {
            columns[index].heading?.role = .other
        }
    }

    private func rank(_ index: Int) -> Int { columns[index].heading?.rank ?? 0 }
}
