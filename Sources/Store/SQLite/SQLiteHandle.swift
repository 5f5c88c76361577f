internal import GRDBSQLite

/// A bare SQLite connection, for the few things that happen to a file before or beside the pool.
struct SQLiteHandle {
    let pointer: OpaquePointer
    let path: String

    static func with<T>(
        _ path: String, _ flags: Int32, _ body: (SQLiteHandle) throws(Fault) -> T
    ) throws(Fault) -> T {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        defer { sqlite3_close_v2(opened) }
        guard code == SQLITE_OK, let pointer = opened else {
            throw SQLiteFault.fault(code, "cannot open the file", path)
        }
        sqlite3_busy_timeout(pointer, SQLiteDatabase.patience)
        return try body(SQLiteHandle(pointer: pointer, path: path))
    }

    func execute(_ sql: String) throws(Fault) {
        guard sqlite3_exec(pointer, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
    }

    func number(_ sql: String) throws(Fault) -> Int {
        try first(sql) { Int(sqlite3_column_int64($0, 0)) }
    }

    func word(_ sql: String) throws(Fault) -> String {
        try first(sql) { sqlite3_column_text($0, 0).map { String(cString: $0) } ?? "" }
    }

    private func first<T>(_ sql: String, _ value: (OpaquePointer?) -> T) throws(Fault) -> T {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(pointer, sql, -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW
        else { throw fault }
        return value(statement)
    }

    /// Copies the whole database into the file at `path` as it stands at this moment.
    func copy(to path: String) throws(Fault) {
        let source = pointer
        try SQLiteHandle.with(path, SQLITE_OPEN_READWRITE) { target throws(Fault) in
            // The file gets its name only after an fsync, so nothing of it need be safe before.
            try target.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            guard let copying = sqlite3_backup_init(target.pointer, "main", source, "main") else {
                throw target.fault
            }
            let code = sqlite3_backup_step(copying, -1)
            sqlite3_backup_finish(copying)
            if code != SQLITE_DONE {
                throw SQLiteFault.fault(code, String(cString: sqlite3_errstr(code)), path)
            }
        }
    }

    var fault: Fault { SQLiteFault.last(pointer, path) }
}
