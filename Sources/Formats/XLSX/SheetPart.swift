/// The part of one sheet: rows of cells, of which one is kept at a time.
///
/// Rows and cells that do not say where they stand follow the one before. Rows of nothing but empty
/// cells, which spreadsheets keep for their looks, are passed over.
final class SheetPart: WorkbookPart {
    private let name: String
    private let formats: [NumberFormat]
    private let limits: WorkbookLimits
    private let output: WorkbookOutput
    private var maker: CellMaker

    private var row = TableRow(number: 0, cells: [])
    private var rowLength = 0
    private var rows = 0
    private var draft = CellDraft()
    private var nextColumn = 0
    /// The first cell with a formula that has no value, and how many there are.
    private var withoutValue: (place: String, count: Int)?

    init(
        name: String, _ strings: SharedStrings, _ formats: [NumberFormat],
        _ epoch: SerialDate.Epoch, limits: WorkbookLimits, output: WorkbookOutput
    ) {
        self.name = name
        self.formats = formats
        self.limits = limits
        self.output = output
        maker = CellMaker(strings: strings, epoch: epoch)
    }

    override var place: String {
        "\(name)!" + CellReference.name(column: draft.column, row: row.number)
    }

    override func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {
        switch element {
        case .row: beginRow(attributes)
        case .cell: beginCell(attributes)
        case .formula: draft.hasFormula = true
        case .value, .string: text.removeAll(keepingCapacity: true)
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        super.characters(bytes)
        if text.count > limits.characters * 3 { refuse(.cellTooLong) }
    }

    override func end(_ element: WorkbookElement) {
        switch element {
        case .cell: endCell()
        case .row:
            if !row.cells.isEmpty { output.add(row) }
        case .sheet:
            guard let (place, count) = withoutValue else { return }
            output.say(.formulaWithoutValue, at: place, detail: "\(count)")
        default: break
        }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        let last = row.number
        let room = row.cells.count
        row = TableRow(number: last + 1, cells: [])
        row.cells.reserveCapacity(room)
        draft = CellDraft()
        nextColumn = 0
        rowLength = 0
        rows += 1
        if let said = attributes["r"] {
            if let number = said.smallNumber, number > 0 {
                row.number = number
                if number <= last { output.say(.rowMisplaced, at: place, value: said.string) }
            } else {
                output.say(.referenceUnreadable, at: place, value: said.string)
            }
        }
        if row.number > limits.rows || rows > limits.rows { refuse(.rowsTooMany) }
    }

    private func beginCell(_ attributes: XMLAttributes) {
        draft = CellDraft()
        draft.column = nextColumn
        text.removeAll(keepingCapacity: true)
        var index = 0
        while let key = attributes.list[index], let value = attributes.list[index + 1] {
            index += 2
            guard key[0] != 0, key[1] == 0 else { continue }
            let said = ByteRun(cString: value)
            switch UInt8(bitPattern: key[0]) {
            case UInt8(ascii: "r"):
                if let column = CellReference.column(said) {
                    draft.column = column
                } else {
                    output.say(.referenceUnreadable, at: place, value: said.string)
                }
            case UInt8(ascii: "s"):
                let style = said.smallNumber ?? 0
                if style < formats.count { draft.format = formats[style] }
            case UInt8(ascii: "t"): draft.content = CellDraft.content(said)
            default: break
            }
        }
        nextColumn = draft.column + 1
        if draft.column >= limits.columns { refuse(.columnsTooMany) }
    }

    private func endCell() {
        let (cell, problem) = maker.cell(draft, text: &text)
        if let problem { output.say(problem, at: place, value: cell.text) }
        if cell.kind == .empty {
            if draft.hasFormula, draft.content == .number { noteFormula() }
            return
        }
        // A shared string was measured where it stands.
        if draft.content == .string, EscapedText.isTooLong(cell.text.utf8, limits.characters) {
            return refuse(.cellTooLong)
        }
        rowLength += cell.text.utf8.count
        if rowLength > limits.row { return refuse(.rowTooLong) }
        guard output.takes(text: cell.text.utf8.count) else { return refuse(.stringsTooMany) }
        put(cell)
    }

    private func put(_ cell: TableCell) {
        let gap = draft.column - row.cells.count
        if gap < 0 {
            if row.cells[draft.column].kind != .empty {
                output.say(.cellRepeated, at: place, value: cell.text)
            }
            row.cells[draft.column] = cell
            return
        }
        guard output.takes(cells: gap + 1) else { return refuse(.cellsTooMany) }
        if gap > 0 { row.cells.append(contentsOf: repeatElement(.empty, count: gap)) }
        row.cells.append(cell)
    }

    private func noteFormula() {
        withoutValue = (withoutValue?.place ?? place, (withoutValue?.count ?? 0) + 1)
    }
}
