internal import GRDBSQLite

/// The row on which an SQLite statement stands, read where it lies.
final class SQLiteRow: Row {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    func int(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    func text(_ column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }

    func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, Int32(column))
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    }

    func blob(_ column: Int) -> [UInt8] {
        let start = sqlite3_column_blob(statement, Int32(column))
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
