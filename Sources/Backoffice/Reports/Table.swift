import Ledger

/// A report or export as rows and columns, printed as text, CSV or JSON. Every cell knows what it
/// is, so that a number is a number in each of them.
public struct Table: Sendable {
    public enum Cell: Sendable, Equatable {
        case text(String)
        case count(Int64)
        case money(Money)
        case day(Day)
        case empty

        public init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
        public init(_ day: Day?) { self = day.map { .day($0) } ?? .empty }
    }

    public struct Column: Sendable {
        /// As in CSV headers and JSON keys.
        public let name: String
        public let isNumber: Bool

        public init(_ name: String, number: Bool = false) {
            self.name = name
            isNumber = number
        }
    }

    public enum Format: String, Sendable, CaseIterable { case text, csv, json }

    public let title: String
    public let columns: [Column]
    public var rows: [[Cell]] = []
    /// Lines under the table, in text only.
    public var notes: [String] = []

    public init(_ title: String, _ columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    public func print(_ format: Format, to out: (String) -> Void) {
        switch format {
        case .text: text(to: out)
        case .csv: csv(to: out)
        case .json: json(to: out)
        }
    }
}

extension Table {
    private func text(to out: (String) -> Void) {
        let shown = rows.map { row in row.map(\.text) }
        var widths = columns.map { TextWidth.of($0.name) }
        for row in shown {
            for (place, text) in row.enumerated() {
                widths[place] = max(widths[place], min(TextWidth.of(text), 40))
            }
        }
        let line = { (cells: [String]) in
            zip(cells, zip(widths, columns)).map { cell, column in
                TextWidth.padded(cell, to: column.0, right: column.1.isNumber)
            }.joined(separator: "  ")
        }
        if !title.isEmpty { out(title + "\n") }
        out(line(columns.map(\.name)).trimmingEnd + "\n")
        out(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n")
        for row in shown { out(line(row).trimmingEnd + "\n") }
        for note in notes { out(note + "\n") }
    }

    private func csv(to out: (String) -> Void) {
        out(columns.map(\.name).joined(separator: ",") + "\n")
        for row in rows {
            out(row.map(\.csv).joined(separator: ",") + "\n")
        }
    }

    private func json(to out: (String) -> Void) {
        out("[")
        for (place, row) in rows.enumerated() {
            out(place == 0 ? "\n" : ",\n")
            let fields = zip(columns, row).compactMap { column, cell in
                cell.json.map { "\(JSONText.quoted(column.name)): \($0)" }
            }
            out("  {" + fields.joined(separator: ", ") + "}")
        }
        out(rows.isEmpty ? "]\n" : "\n]\n")
    }
}

extension Table.Cell {
    /// For people: grouped amounts.
    var text: String {
        switch self {
        case .text(let text): text
        case .count(let count): Decimals.text(count, exponent: 0, grouping: true)
        case .money(let money): money.grouped
        case .day(let day): day.description
        case .empty: ""
        }
    }

    /// For machines: plain amounts; text that a spreadsheet would take for a formula is marked as
    /// text.
    var csv: String {
        switch self {
        case .text(let text): CSVText.field(text)
        case .count(let count): String(count)
        case .money(let money): money.plain
        case .day(let day): day.description
        case .empty: ""
        }
    }

    /// Nil where the value is absent.
    var json: String? {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .count(let count): String(count)
        case .money(let money): JSONText.quoted(money.plain)
        case .day(let day): JSONText.quoted(day.description)
        case .empty: nil
        }
    }
}
