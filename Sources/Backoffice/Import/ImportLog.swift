import Formats
import Ledger
import Receivables
import Store

/// Every file the books have seen: imported with its counts and control totals, taken back, or
/// waiting with its first finding.
public struct ImportLog {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    public enum State: String, Sendable { case waits, imported, undone }

    /// One file with all that is known of it.
    public struct Entry: Sendable {
        public let name: String
        public let hash: String
        public let format: String?
        public let state: State
        /// Milliseconds since 1970, UTC.
        public let at: Int64
        public var rows: Int64 = 0
        public var new: Int64 = 0
        public var totals: [ImportedFile.Total] = []
        public var findings: [Finding] = []
    }

    /// Those that wait first, then the others in the order they came.
    public func entries() throws -> [Entry] {
        var entries: [Entry] = []
        try connection.rows(
            "SELECT hash, name, format, at FROM heldFile ORDER BY name, hash"
        ) { row in
            entries.append(
                Entry(
                    name: row.text(1), hash: row.text(0), format: row.textOrNil(2), state: .waits,
                    at: row.int(3)))
        }
        for (file, at) in try ImportedFiles(connection).all() {
            var entry = Entry(
                name: file.name, hash: file.hash, format: file.format,
                state: file.isUndone ? .undone : .imported, at: at)
            entry.rows = file.rows
            entry.new = file.new
            entry.totals = file.totals
            entries.append(entry)
        }
        let findings = try findings()
        for place in entries.indices {
            entries[place].findings = findings[entries[place].hash] ?? []
        }
        return entries
    }

    private func findings() throws -> [String: [Finding]] {
        var findings: [String: [Finding]] = [:]
        try connection.rows(
            """
            SELECT hash, code, severity, location, value, en, zh FROM fileFinding
            ORDER BY hash, place
            """
        ) { row in
            findings[row.text(0), default: []].append(
                Finding(
                    code: row.text(1), severity: Finding.Severity(rawValue: row.text(2)) ?? .error,
                    place: row.text(3), value: row.textOrNil(4), en: row.text(5), zh: row.text(6)))
        }
        return findings
    }

    /// One line a file.
    public static func table(_ entries: [Entry], _ language: Language) -> Table {
        var table = Table(
            "",
            [
                Table.Column("file"), Table.Column("state"), Table.Column("format"),
                Table.Column("rows", number: true), Table.Column("new", number: true),
                Table.Column("credits"), Table.Column("debits"), Table.Column("day"),
                Table.Column("findings", number: true), Table.Column("finding"),
                Table.Column("hash"),
            ])
        table.rows = entries.map { entry in
            let worst = entry.findings.first { $0.severity == .error } ?? entry.findings.first
            let isIn = entry.state != .waits
            return [
                .text(entry.name), .text(entry.state.rawValue), .text(entry.format ?? ""),
                isIn ? .count(entry.rows) : .empty, isIn ? .count(entry.new) : .empty,
                .text(entry.sums { $0.credits }), .text(entry.sums { $0.debits }),
                .day(entry.day), .count(Int64(entry.findings.count)),
                .text(
                    worst.map { "\($0.code) \($0.place) \(language($0.en, $0.zh))" } ?? ""),
                .text(String(entry.hash.prefix(12))),
            ]
        }
        return table
    }
}

extension ImportLog.Entry {
    public var day: Day { Day(number: Int32(clamping: at / 86_400_000)) }

    /// `1,234.00 EUR 5.00 USD`; empty where nothing moved.
    fileprivate func sums(_ of: (ImportedFile.Total) -> Int64) -> String {
        totals.filter { of($0) != 0 }.map { Money(minor: of($0), $0.currency).description }
            .joined(separator: " ")
    }

    /// The file with every finding.
    public func text(_ language: Language) -> String {
        var text = "\(name) \(format ?? "?")\n  sha256 \(hash)\n"
        let states: (en: String, zh: String) =
            switch state {
            case .waits: ("waits, nothing of it was imported", "待处理，未导入任何内容")
            case .imported: ("imported", "已导入")
            case .undone: ("imported, and taken back", "已导入后撤销")
            }
        text += "  \(day) \(language(states.en, states.zh))"
        if state != .waits {
            text += language(": \(rows) rows, \(new) new", "：\(rows) 行，新 \(new) 行")
        }
        text += "\n"
        for total in totals {
            let money = { Money(minor: $0, total.currency).description }
            text += language(
                "  credits \(money(total.credits)), debits \(money(total.debits))\n",
                "  贷方 \(money(total.credits))，借方 \(money(total.debits))\n")
        }
        for finding in findings {
            text +=
                "  \(finding.severity == .error ? "✗" : "!") \(finding.code) \(finding.place): "
                + language(finding.en, finding.zh)
                + (finding.value.map { " [\($0)]" } ?? "") + "\n"
        }
        return text
    }
}
