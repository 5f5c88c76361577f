import Ledger
import Receivables

/// Reads the files that were imported, taken back ones too.
public struct ImportedFiles {
    private let connection: any Connection

    public init(_ connection: any Connection) { self.connection = connection }

    /// Those of a name, or whose hash begins so (six signs at least).
    public func named(_ name: String) throws -> [ImportedFile] {
        let hash = name.utf8.count >= 6 ? name.lowercased() : nil
        return try all().map(\.file).filter { file in
            file.name == name || hash.map { file.hash.hasPrefix($0) } ?? false
        }
    }

    /// With the moment of each, in the order of the moments.
    public func all() throws -> [(file: ImportedFile, at: Int64)] {
        var totals: [String: [ImportedFile.Total]] = [:]
        try connection.rows(
            "SELECT hash, currency, credits, debits FROM importedTotal ORDER BY hash, currency"
        ) { row in
            totals[row.text(0), default: []].append(
                ImportedFile.Total(
                    try row.currency(1), credits: row.int(2), debits: row.int(3)))
        }
        var made: [String: [ImportedFile.Made]] = [:]
        try connection.rows(
            """
            SELECT hash, firstEvent, lastEvent FROM importedEvents ORDER BY hash, firstEvent
            """
        ) { row in
            made[row.text(0), default: []].append(
                ImportedFile.Made(first: row.int(1), last: row.int(2)))
        }
        var found: [(ImportedFile, Int64)] = []
        try connection.rows(
            """
            SELECT hash, name, format, rowCount, newCount, at, undone FROM importedFile
            ORDER BY at, name
            """
        ) { row in
            let hash = row.text(0)
            var file = ImportedFile(
                name: row.text(1), hash: hash, format: row.text(2), rows: row.int(3),
                new: row.int(4), totals: totals[hash] ?? [], made: made[hash] ?? [])
            file.isUndone = row.int(6) != 0
            found.append((file, row.int(5)))
        }
        return found
    }
}
