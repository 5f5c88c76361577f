import Ledger

/// A cell while it is read: what its tag says, and what its text makes of it.
struct CellDraft {
    /// How the text of a cell is meant (ST_CellType).
    enum Content { case number, sharedString, string, bool, error, isoDate, unknown }

    var column = 0
    var content = Content.number
    var format = NumberFormat.number
    var hasFormula = false

    static func content(_ type: ByteRun) -> Content {
        if type.equals("s") { return .sharedString }
        if type.equals("n") { return .number }
        if type.equals("str") || type.equals("inlineStr") { return .string }
        if type.equals("b") { return .bool }
        if type.equals("e") { return .error }
        return type.equals("d") ? .isoDate : .unknown
    }
}

/// Makes cells of their texts, with room that is used again.
struct CellMaker {
    let strings: SharedStrings
    let epoch: SerialDate.Epoch
    private var plain: [UInt8] = []
    private var date: [UInt8] = []

    init(strings: SharedStrings, epoch: SerialDate.Epoch) {
        self.strings = strings
        self.epoch = epoch
    }

    /// The cell, and what is wrong with it.
    mutating func cell(
        _ draft: CellDraft, text: inout [UInt8]
    ) -> (cell: TableCell, finding: WorkbookFinding?) {
        if draft.content == .string { EscapedText.unescape(&text) }
        return text.withUnsafeBufferPointer { bytes in
            let text = ByteRun(bytes)
            if text.isEmpty { return (.empty, nil) }
            switch draft.content {
            case .number: return number(text.trimmed, draft.format)
            case .string: return (Self.words(text), nil)
            case .sharedString:
                let words = text.trimmed.smallNumber.flatMap { strings.with($0, Self.words) }
                return words.map { ($0, nil) } ?? (Self.odd(text), .stringMissing)
            case .bool:
                let isTrue = text.equals("1") || text.equals("true")
                guard isTrue || text.equals("0") || text.equals("false") else {
                    return (Self.odd(text), .typeUnknown)
                }
                return (TableCell(text: isTrue ? "true" : "false", kind: .bool), nil)
            case .error: return (Self.odd(text), nil)
            case .isoDate: return isoDate(text.trimmed)
            case .unknown: return (Self.odd(text), .typeUnknown)
            }
        }
    }

    private static func words(_ text: ByteRun) -> TableCell {
        if text.isEmpty { return .empty }
        return TableCell(text: text.string, kind: .text, lostDigits: text.buffer.looksRounded)
    }

    /// What cannot be used, as it stands.
    private static func odd(_ text: ByteRun) -> TableCell {
        TableCell(text: text.string, kind: .error)
    }

    private mutating func number(
        _ text: ByteRun, _ format: NumberFormat
    ) -> (TableCell, WorkbookFinding?) {
        guard let lostDigits = PlainDecimal.write(text, into: &plain) else {
            return (Self.odd(text), .numberUnreadable)
        }
        var isDate = false
        if format != .number {
            isDate = plain.withUnsafeBufferPointer {
                SerialDate.write(ByteRun($0), format, from: epoch, into: &date)
            }
        }
        if isDate {
            return (TableCell(text: String(decoding: date, as: UTF8.self), kind: .date), nil)
        }
        let cell = TableCell(
            text: String(decoding: plain, as: UTF8.self), kind: .number, lostDigits: lostDigits)
        return (cell, format == .number ? nil : .dateUnreadable)
    }

    /// `2026-03-31T00:00:00`: midnight is a day alone, as it is where days are numbers.
    private func isoDate(_ text: ByteRun) -> (TableCell, WorkbookFinding?) {
        guard Day(iso: text.upTo(10).buffer) != nil, text.count == 10 || text[10] == 0x54 else {
            return (TableCell(text: text.string, kind: .text), .dateUnreadable)
        }
        let time = text.part(11, 19)
        let isDay = time.isEmpty || time.equals("00:00:00")
        return (TableCell(text: text.upTo(isDay ? 10 : 19).string, kind: .date), nil)
    }
}
