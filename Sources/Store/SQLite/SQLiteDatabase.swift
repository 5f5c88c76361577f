internal import GRDB
internal import GRDBSQLite
import Synchronization

/// Books in one SQLite file, or in memory for tests (`:memory:`): one writer, several readers
/// beside it, each commit on the disk before it is acknowledged.
public final class SQLiteDatabase: Database {
    public let engine = Engine.sqlite
    public let address: String
    private let cacheMegabytes: Int
    private let connections: Mutex<Connections>

    private enum Connections { case notYet, open(any DatabaseWriter), closed }

    /// How long one waits for a lock that another process holds, in milliseconds.
    static let patience: Int32 = 5_000

    /// Finds the books, or makes empty ones if `create` says so. The file is only looked at: it is
    /// opened for writing at the first transaction, after ``migrate(_:)`` has seen that it may be.
    public init(_ path: String, create: Bool, cacheMegabytes: Int = 256) throws(Fault) {
        address = path
        self.cacheMegabytes = cacheMegabytes
        connections = Mutex(.notYet)
        if path != Self.memory, try SQLiteFile.content(of: path) == .nothing {
            guard create else { throw Fault.missing(address: path) }
            try SQLiteFile.create(path)
        }
    }

    private static let memory = ":memory:"

    public func write<T>(
        _ isolation: Isolation, _ body: (any Connection) throws -> T
    ) throws -> T {
        try translated {
            try writer().writeWithoutTransaction { database in
                try transaction(database, .immediate, .commit, body)
            }
        }
    }

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        try translated {
            guard address == Self.memory else {
                return try writer().unsafeRead { database in
                    try transaction(database, .deferred, .commit, body)
                }
            }
            // The one connection of books in memory could write; what a reader writes is undone.
            return try writer().writeWithoutTransaction { database in
                try transaction(database, .deferred, .rollback, body)
            }
        }
    }

    private func transaction<T>(
        _ database: GRDB.Database, _ kind: GRDB.Database.TransactionKind,
        _ completion: GRDB.Database.TransactionCompletion, _ body: (any Connection) throws -> T
    ) throws -> T {
        var result: T?
        try database.inTransaction(kind) {
            let connection = SQLiteConnection(database, address)
            result = try body(connection)
            if let failure = connection.failure { throw failure }
            return completion
        }
        guard let result else { preconditionFailure("a transaction without its result") }
        return result
    }

    private func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SQLiteFault.fault(error, address)
        }
    }

    public func schema() throws(Fault) -> Int {
        let isOpen = connections.withLock { if case .open = $0 { true } else { false } }
        if isOpen {
            return try faults { Int(try read { try $0.int("PRAGMA user_version") ?? 0 }) }
        }
        guard address != Self.memory, case .books(let schema) = try SQLiteFile.content(of: address)
        else { return 0 }
        return schema
    }

    public func backup(to path: String) throws(Fault) {
        if let target = Files.inode(path), target == Files.inode(address) {
            throw Fault.occupied(address: path)
        }
        // An earlier backup gives way to the new one; anything else keeps every byte.
        _ = try SQLiteFile.content(of: path)
        try Files.publish(path, replacing: true) { part throws(Fault) in
            try faults {
                try writer().unsafeRead { database in
                    guard let pointer = database.sqliteConnection else { return }
                    try SQLiteHandle(pointer: pointer, path: address).copy(to: part)
                }
            }
        }
    }

    public func close() throws(Fault) {
        try faults {
            try connections.withLock { connections in
                if case .open(let writer) = connections { try writer.close() }
                connections = .closed
            }
        }
    }

    private func writer() throws -> any DatabaseWriter {
        try connections.withLock { connections in
            switch connections {
            case .open(let writer): return writer
            case .closed: throw Fault.unreachable(address: address, reason: "the books are closed")
            case .notYet:
                let writer = try open()
                connections = .open(writer)
                return writer
            }
        }
    }

    private func open() throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(Self.patience) / 1000)
        configuration.maximumReaderCount = 4
        let cacheMegabytes = cacheMegabytes
        configuration.prepareDatabase { database in
            // Readers wait as long as the writer; GRDB would have them wait twice that.
            sqlite3_busy_timeout(database.sqliteConnection, Self.patience)
            let megabytes = database.configuration.readonly ? 16 : cacheMegabytes
            try database.execute(
                sql: """
                    PRAGMA cache_size = -\(megabytes * 1024);
                    PRAGMA temp_store = MEMORY;
                    PRAGMA wal_autocheckpoint = 4000;
                    PRAGMA journal_size_limit = 67108864;
                    """)
        }
        if address == Self.memory { return try DatabaseQueue(configuration: configuration) }
        let pool = try DatabasePool(path: address, configuration: configuration)
        // GRDB has set NORMAL by now, with which a power cut loses commits that were acknowledged.
        let level = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard level == 2 else {
            let reason = "commits would not reach the disk (synchronous is not FULL)"
            throw Fault.other(code: "sqlite synchronous", reason: reason)
        }
        return pool
    }

    private func faults<T>(_ body: () throws -> T) throws(Fault) -> T {
        do {
            return try translated(body)
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault.other(code: "sqlite", reason: "\(error)")
        }
    }
}
