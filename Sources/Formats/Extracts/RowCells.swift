import Ledger

/// The values of one row, taken out by column. Whatever is wrong is noted, so that all of it is
/// said at once.
///
/// Control bytes and unreadable text are looked for before (see ``TextCheck``); here text is text.
struct RowCells {
    let header: ExtractHeader
    var row: CSVRow
    var findings: [Finding] = []
    var currencies = CurrencyMemory()

    init(_ header: ExtractHeader, row: CSVRow) {
        self.header = header
        self.row = row
    }

    @inline(__always)
    func bytes(_ column: ExtractColumn) -> UnsafeBufferPointer<UInt8> {
        row[header.field(of: column)].trimmed
    }

    mutating func note(_ kind: ExtractFinding, _ column: ExtractColumn, detail: String? = nil) {
        findings.append(
            Finding(
                kind, at: header.place(line: row.line, column: column),
                value: TextCheck.shown(bytes(column)), detail: detail))
    }

    /// Nil where nothing stands.
    mutating func text(_ column: ExtractColumn) -> String? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        if bytes.looksRounded { note(.numberMangled, column) }
        return bytes.text
    }

    mutating func requiredText(_ column: ExtractColumn) -> String {
        if let text = text(column) { return text }
        note(.valueMissing, column)
        return ""
    }

    /// The parts between `|`, without empty ones.
    mutating func list(_ column: ExtractColumn) -> [String] {
        let bytes = bytes(column)
        if bytes.isEmpty { return [] }
        var parts: [String] = []
        for slice in bytes.split(separator: UInt8(ascii: "|")) {
            let part = UnsafeBufferPointer(rebasing: slice).trimmed
            if part.isEmpty { continue }
            if part.looksRounded { note(.numberMangled, column) }
            parts.append(part.text)
        }
        return parts
    }

    mutating func day(_ column: ExtractColumn) -> Day? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        if let day = isoDay(bytes) { return day }
        note(.dateUnreadable, column)
        return nil
    }

    mutating func requiredDay(_ column: ExtractColumn) -> Day? {
        if bytes(column).isEmpty { note(.valueMissing, column) }
        return day(column)
    }

    mutating func currency(_ column: ExtractColumn) -> Currency? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        if let currency = currencies.find(bytes) { return currency }
        note(.currencyUnknown, column)
        return nil
    }

    mutating func requiredCurrency(_ column: ExtractColumn) -> Currency? {
        if bytes(column).isEmpty { note(.valueMissing, column) }
        return currency(column)
    }

    /// Extras of the row, in the columns that the header does not know.
    func extras(_ names: [String]) -> ExtractExtras {
        if names.isEmpty { return .none }
        let values = header.unknown.map { row[$0].trimmed.text }
        return ExtractExtras(names: names, values: values.allSatisfy(\.isEmpty) ? [] : values)
    }

    /// `YYYY-MM-DD`.
    private func isoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
            return nil
        }
        var numbers = (0, 0, 0)
        for place in 0..<10 where place != 4 && place != 7 {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            if place < 4 {
                numbers.0 = numbers.0 * 10 + Int(digit)
            } else if place < 7 {
                numbers.1 = numbers.1 * 10 + Int(digit)
            } else {
                numbers.2 = numbers.2 * 10 + Int(digit)
            }
        }
        return Day(year: numbers.0, month: numbers.1, day: numbers.2)
    }
}

/// The currency of the row before, which is nearly always that of this row.
struct CurrencyMemory {
    private var code: (UInt8, UInt8, UInt8) = (0, 0, 0)
    private var currency = Currency.eur
    /// The currency remembered, if its minor unit is the hundredth.
    private(set) var hasTwoDecimals: Currency?

    /// Nil for a code that ISO 4217 does not have.
    mutating func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Currency? {
        guard bytes.count == 3 else { return nil }
        if (bytes[0], bytes[1], bytes[2]) == code { return currency }
        guard let found = Currency(utf8: bytes), Currency.iso4217.contains(found) else {
            return nil
        }
        code = (bytes[0], bytes[1], bytes[2])
        currency = found
        hasTwoDecimals = found.exponent == 2 ? found : nil
        return found
    }
}
