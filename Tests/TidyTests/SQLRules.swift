import Foundation
import Testing

/// Values reach the database as parameters; only names that stand in our own lists are put into the
/// text of a statement.
@Suite struct SQLRules {
    /// What may be put into SQL, by file. Each is a name from a list of ours, or a number of ours.
    static let names: [String: Set<String>] = [
        "Sources/Backoffice/Cash/ItemsToMatch.swift": ["columns", "source", "condition"],
        "Sources/Backoffice/Day/SummaryReader.swift": ["state"],
        "Sources/Backoffice/Exports/CashExports.swift": ["receipt", "column"],
        "Sources/Backoffice/Reports/AgingSums.swift": ["date"],
        "Sources/Backoffice/Reports/Balances.swift": ["column"],
        "Sources/Backoffice/Verify/Invariants.swift": ["condition", "column"],
        "Sources/Store/Connection/Migration.swift": [
            "table", "verb", "verb.capitalizedAscii", "words",
        ],
        "Sources/Store/Journal/AdviceReader.swift": ["columns"],
        "Sources/Store/Journal/BooksOfReceipt.swift": ["columns"],
        "Sources/Store/Journal/CaseReader.swift": ["columns", "condition"],
        "Sources/Store/Journal/ImportWriter.swift": ["table"],
        "Sources/Store/Journal/NoticeReader.swift": ["columns"],
        "Sources/Store/Journal/ModelReader.swift": [
            #"columns.joined(separator: ", ")"#, "table",
        ],
        "Sources/Store/Journal/Projection.swift": ["table"],
        "Sources/Store/Journal/ReceivablesReader.swift": ["columns", "lineColumns"],
        "Sources/Store/Journal/ResearchReader.swift": ["columns"],
        "Sources/Store/Journal/StatementReaderOfBooks.swift": ["columns"],
        "Sources/Store/Find/SearchReader.swift": [
            "conditions", "places[0]", "places[1]", "places[2]", "places[3]",
        ],
        "Sources/Store/SQLite/SQLiteConnection.swift": [
            "table", "names", "places", "name", "types", "sets", "version", "fields",
            "keys", "migration.number",
        ],
        "Sources/Store/SQLite/SQLiteDatabase.swift": ["megabytes * 1024"],
        "Sources/Store/SQLite/SQLiteFile.swift": ["applicationID"],
        "Sources/StorePostgres/PostgresConnection.swift": [
            "table", "names", "name", "columns", "sets", "version", "shape", "migration.number",
            "keys", "same", "older(table, version)", "0x4143_5154",
        ],
        "Sources/StorePostgres/PostgresDatabase.swift": ["level"],
        "Sources/StorePostgres/PostgresSession.swift": ["known.name", "setting"],
    ]

    static let reason =
        "A value in the text of a statement is an injection waiting to happen: use $1, $2, …; a "
        + "column or table name from a list of ours gets its line in SQLRules."

    @Test func valuesAreParameters() throws {
        var breaches: [String] = []
        for file in House.sources {
            for text in Self.texts(file.text) where Self.isSQL(text) {
                for part in Self.interpolations(text)
                where Self.names[file.path]?.contains(part) != true {
                    breaches.append("\(file.path): \(part) in: \(text.prefix(60))")
                }
            }
        }
        #expect(breaches.isEmpty, "\(report(Self.reason, breaches))")
    }

    @Test func theRuleSeesAnInjection() {
        let text = #"try run("DELETE FROM item WHERE number = '\(number)'", [])"#
        let found = Self.texts(text).filter(Self.isSQL).flatMap(Self.interpolations)
        #expect(found == ["number"])
        let nested = #""SELECT \(columns.joined(separator: ", ")) FROM \(table)""#
        #expect(
            Self.texts(nested).flatMap(Self.interpolations) == [
                #"columns.joined(separator: ", ")"#, "table",
            ])
    }

    /// Statements begin with their verb; what merely speaks of a row does not.
    private static func isSQL(_ text: String) -> Bool {
        let verb =
            /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|COPY|BEGIN|SET|TRUNCATE|WITH|DEALLOCATE|VACUUM|ATTACH)\b/
        return text.firstMatch(of: verb) != nil
    }

    /// The texts of a file, in one quote or three, with what is put into them.
    private static func texts(_ source: String) -> [String] {
        let bytes = Array(source.utf8)
        var found: [String] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == bytes[at] {
                while at < bytes.count, bytes[at] != 10 { at += 1 }
            } else if bytes[at] == UInt8(ascii: "\"") {
                let quotes = bytes[at...].prefix(3).count { $0 == UInt8(ascii: "\"") } == 3 ? 3 : 1
                let end = endOfText(bytes, from: at + quotes, quotes)
                found.append(String(decoding: bytes[(at + quotes)..<end], as: UTF8.self))
                at = min(end + quotes, bytes.count)
            } else {
                at += 1
            }
        }
        return found
    }

    private static func endOfText(_ bytes: [UInt8], from start: Int, _ quotes: Int) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
                at = bytes[at + 1] == UInt8(ascii: "(") ? endOfPart(bytes, from: at + 2) : at + 2
            } else if bytes[at...].prefix(quotes).allSatisfy({ $0 == UInt8(ascii: "\"") }) {
                return at
            } else {
                at += 1
            }
        }
        return bytes.count
    }

    /// Behind the bracket that closes what is put into a text.
    private static func endOfPart(_ bytes: [UInt8], from start: Int) -> Int {
        var (at, depth) = (start, 1)
        while at < bytes.count, depth > 0 {
            switch bytes[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""): at = endOfText(bytes, from: at + 1, 1)
            default: break
            }
            at += 1
        }
        return at
    }

    private static func interpolations(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        var at = 0
        while at + 1 < bytes.count {
            if bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "(") {
                let end = endOfPart(bytes, from: at + 2)
                found.append(String(decoding: bytes[(at + 2)..<(end - 1)], as: UTF8.self))
                at = end
            } else {
                at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
            }
        }
        return found
    }
}
