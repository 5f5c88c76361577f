internal import GRDBSQLite
import Glibc

/// Rows on their way into one table through one prepared statement, or keys on their way to the
/// rows that have them, bound straight through SQLite's C interface. Texts and blobs wait in one
/// buffer until the row ends, so a row allocates nothing.
final class SQLiteLoader: Loader {
    private let statement: OpaquePointer
    private let connection: SQLiteConnection
    private let columns: Int
    private var column: Int32 = 0
    private var buffer = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 16)
    private var capacity = 4096
    private var used = 0
    private var waiting: [(column: Int32, offset: Int, count: Int, isText: Bool)] = []
    private var refused: Fault?
    /// Takes what a SELECT finds.
    private let body: ((any Row) throws -> Void)?
    private let found: SQLiteRow
    /// What `body` threw; no more is looked up then.
    private(set) var failure: (any Error)?
    /// How many rows were added or changed.
    private(set) var rows = 0

    init(
        _ statement: OpaquePointer, _ connection: SQLiteConnection, columns: Int,
        _ body: ((any Row) throws -> Void)? = nil
    ) {
        self.statement = statement
        self.connection = connection
        self.columns = columns
        self.body = body
        found = SQLiteRow(statement)
    }

    deinit { buffer.deallocate() }

    func int(_ value: Int64) {
        column += 1
        sqlite3_bind_int64(statement, column, value)
    }

    func null() {
        column += 1
        sqlite3_bind_null(statement, column)
    }

    func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8($0) }
    }

    func utf8(_ value: UnsafeBufferPointer<UInt8>) {
        if let start = value.baseAddress, memchr(start, 0, value.count) != nil {
            refused = Fault.nulInText
        }
        keep(UnsafeRawBufferPointer(value), isText: true)
    }

    func blob(_ value: UnsafeRawBufferPointer) { keep(value, isText: false) }

    func end() throws(Fault) {
        precondition(Int(column) == columns, "a row of \(column) fields for \(columns) columns")
        for field in waiting {
            let start = buffer + field.offset
            let count = UInt64(field.count)
            if field.isText {
                let utf8 = UInt8(SQLITE_UTF8)
                let bytes = start.assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text64(statement, field.column, bytes, count, nil, utf8)
            } else {
                sqlite3_bind_blob64(statement, field.column, start, count, nil)
            }
        }
        waiting.removeAll(keepingCapacity: true)
        used = 0
        column = 0
        if let refused { throw refused }
        if failure != nil { return }
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW, let body {
            do {
                try body(found)
            } catch {
                failure = error
                sqlite3_reset(statement)
                return
            }
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else {
            let fault = connection.fault()
            sqlite3_reset(statement)
            throw fault
        }
        sqlite3_reset(statement)
        rows += Int(sqlite3_changes64(sqlite3_db_handle(statement)))
    }

    private func keep(_ bytes: UnsafeRawBufferPointer, isText: Bool) {
        column += 1
        if used + bytes.count > capacity { grow(to: used + bytes.count) }
        if let start = bytes.baseAddress {
            (buffer + used).copyMemory(from: start, byteCount: bytes.count)
        }
        waiting.append((column, used, bytes.count, isText))
        used += bytes.count
    }

    private func grow(to needed: Int) {
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: buffer, byteCount: used)
        buffer.deallocate()
        buffer = larger
    }
}
