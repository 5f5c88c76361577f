internal import GRDB
internal import GRDBSQLite

/// One transaction of an SQLite file. Statements come from GRDB's cache; values and rows go
/// straight through SQLite's C interface, because a ledger reads and writes millions of them.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let database: GRDB.Database
    private let handle: OpaquePointer
    private let path: String
    private var isGivingRows = false
    /// The first fault. PostgreSQL ends a transaction there, so SQLite does too.
    private(set) var failure: Fault?

    init(_ database: GRDB.Database, _ path: String) {
        guard let handle = database.sqliteConnection else {
            preconditionFailure("the connection is closed")
        }
        self.database = database
        self.handle = handle
        self.path = path
    }

    /// What went wrong just now; nothing more is done in this transaction.
    func fault() -> Fault { fail(SQLiteFault.last(handle, path)) }

    func fail(_ fault: Fault) -> Fault {
        if failure == nil { failure = fault }
        return fault
    }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(Fault) -> Int {
        let statement = try bound(sql, values)
        defer { release(statement) }
        let before = sqlite3_total_changes64(handle)
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        guard code == SQLITE_DONE else { throw fault() }
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    func rows(_ sql: String, _ values: [Value], _ body: (any Row) throws -> Void) throws {
        let statement = try bound(sql, values)
        isGivingRows = true
        defer {
            isGivingRows = false
            release(statement)
        }
        let row = SQLiteRow(statement)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            default: throw fault()
            }
        }
    }

    func load(
        into table: String, columns: [String], _ write: (any Loader) throws -> Void
    ) throws -> Int {
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let names = columns.joined(separator: ", ")
        return try load(
            "INSERT INTO \(table) (\(names)) VALUES (\(places))", fields: columns.count, write)
    }

    /// One prepared UPDATE for each row: SQLite is in this process, so a row costs no journey.
    func change(
        _ table: String, columns: [String], _ write: (any Loader) throws -> Void
    ) throws -> Int {
        let fields = columns.count + 1
        let sets = columns.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: ", ")
        let version = columns[columns.count - 1]
        return try load(
            """
            UPDATE \(table) SET \(sets)
            WHERE id = ?1 AND \(version) < ?\(fields)
            """, fields: fields, write)
    }

    func remove(
        from table: String, version: String, _ write: (any Loader) throws -> Void
    ) throws -> Int {
        try load("DELETE FROM \(table) WHERE id = ?1 AND \(version) < ?2", fields: 2, write)
    }

    /// One prepared SELECT for each key.
    func lookUp(
        _ columns: [String], in table: String, by key: [String],
        _ write: (any Loader) throws -> Void, _ body: (any Row) throws -> Void
    ) throws {
        let names = columns.joined(separator: ", ")
        let keys = key.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
        try withoutActuallyEscaping(body) { body in
            _ = try load(
                "SELECT \(names) FROM \(table) WHERE \(keys)", fields: key.count, write,
                found: body)
        }
    }

    private func load(
        _ sql: String, fields: Int, _ write: (any Loader) throws -> Void,
        found body: ((any Row) throws -> Void)? = nil
    ) throws -> Int {
        let statement = try prepared(sql)
        isGivingRows = true
        defer {
            isGivingRows = false
            release(statement)
        }
        let loader = SQLiteLoader(statement, self, columns: fields, body)
        do {
            try write(loader)
            if let failure = loader.failure { throw failure }
        } catch {
            _ = fail(
                error as? Fault ?? .other(code: "sqlite", reason: "rows half loaded: \(error)"))
            throw error
        }
        return loader.rows
    }

    func temporary(_ name: String, columns: String) throws(Fault) {
        let types = SQLiteDialect.types(columns)
        try run("CREATE TEMP TABLE IF NOT EXISTS \(name) (\(types)) STRICT", [])
        try run("DELETE FROM \(name)", [])
    }

    func part<T>(_ body: () throws -> T) throws -> T {
        try run("SAVEPOINT part", [])
        do {
            let result = try body()
            try run("RELEASE part", [])
            return result
        } catch {
            try run("ROLLBACK TO part", [])
            try run("RELEASE part", [])
            throw error
        }
    }

    func take(_ migration: Migration) throws(Fault) {
        let seen = SQLiteHandle(pointer: handle, path: path)
        guard try seen.number("PRAGMA user_version") < migration.number else { return }
        for statement in migration.statements { try run(SQLiteDialect.rewrite(statement), []) }
        for statement in migration.sqlite { try run(statement, []) }
        try seen.execute("PRAGMA user_version = \(migration.number)")
    }

    private func prepared(_ sql: String) throws(Fault) -> OpaquePointer {
        precondition(!isGivingRows, "a statement while another gives or takes rows: \(sql)")
        if let failure { throw failure }
        do {
            return try database.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw fail(
                (error as? DatabaseError).map { SQLiteFault.fault($0, path) }
                    ?? .other(code: "sqlite", reason: "\(error)"))
        }
    }

    private func bound(_ sql: String, _ values: [Value]) throws(Fault) -> OpaquePointer {
        let statement = try prepared(sql)
        precondition(
            sqlite3_bind_parameter_count(statement) == values.count,
            "\(values.count) values for: \(sql)")
        assert(placeholdersAreInOrder(statement), "placeholders out of order: \(sql)")
        var index: Int32 = 0
        for value in values {
            index += 1
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .int(let int): sqlite3_bind_int64(statement, index, int)
            case .text(var text):
                let isWhole = text.withUTF8 { bytes in
                    let start = UnsafeRawPointer(bytes.baseAddress ?? Self.nothing)
                        .assumingMemoryBound(to: CChar.self)
                    let count = UInt64(bytes.count)
                    sqlite3_bind_text64(
                        statement, index, start, count, Self.copied, UInt8(SQLITE_UTF8))
                    return !bytes.contains(0)
                }
                guard isWhole else { throw fail(.nulInText) }
            case .blob(let blob):
                blob.withUnsafeBytes { bytes in
                    let start = bytes.baseAddress ?? UnsafeRawPointer(Self.nothing)
                    sqlite3_bind_blob64(
                        statement, index, start, UInt64(bytes.count), Self.copied)
                }
            }
        }
        return statement
    }

    private func release(_ statement: OpaquePointer) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    /// SQLite numbers `$2` before `$1` where it stands first; PostgreSQL goes by the number.
    private func placeholdersAreInOrder(_ statement: OpaquePointer) -> Bool {
        (1...max(1, sqlite3_bind_parameter_count(statement))).allSatisfy { index in
            sqlite3_bind_parameter_name(statement, index)
                .map { String(cString: $0) == "$\(index)" } ?? true
        }
    }

    /// SQLITE_TRANSIENT: SQLite makes a copy of its own.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// An address for empty values, which SQLite would take for NULL without one.
    private nonisolated(unsafe) static let nothing = UnsafePointer(
        UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
}

extension Fault {
    /// PostgreSQL cannot hold U+0000 in a text, and SQLite's tools cut the text there.
    package static let nulInText = Fault.constraint("a text with U+0000")
}
