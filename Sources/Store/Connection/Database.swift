/// How far a writing transaction is kept from others that run at the same time.
///
/// SQLite has one writer, so there both are serial. On PostgreSQL `readCommitted` is enough where
/// the writer first locks the entity's chain row, which makes the writers of one entity wait in
/// line.
public enum Isolation: Sendable { case readCommitted, serializable }

/// The books' database: an SQLite file, or a PostgreSQL database.
public protocol Database: Sendable {
    var engine: Engine { get }
    /// The file, or the `postgres://` address without its password.
    var address: String { get }

    /// One transaction: all of it or, if `body` throws, nothing. PostgreSQL may find two writers in
    /// each other's way; then `body` runs again from its start, a bounded number of times, so it
    /// keeps nothing outside of itself.
    @discardableResult
    func write<T>(_ isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T

    /// One consistent moment of the books, while others go on writing.
    @discardableResult
    func read<T>(_ body: (any Connection) throws -> T) throws -> T

    /// The number of the last migration that these books have seen; 0 in new ones. Touches nothing.
    func schema() throws(Fault) -> Int

    /// A consistent copy in one file, made while the books are in use.
    func backup(to path: String) throws(Fault)

    func close() throws(Fault)
}

extension Database {
    /// Whether a reader on another thread goes on while a transaction writes. Books in memory have
    /// one connection for both, so there a writer must not wait for a reader.
    public var readsWhileWriting: Bool { address != ":memory:" }

    @discardableResult
    public func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        try write(.readCommitted, body)
    }

    /// Brings the books to the schema of this release. Books of a later release are refused
    /// untouched.
    public func migrate(_ migrations: [Migration]) throws {
        precondition(
            zip(migrations, migrations.dropFirst()).allSatisfy { $0.number < $1.number },
            "migrations stand in the order of their numbers")
        let known = migrations.last?.number ?? 0
        let found = try schema()
        guard found <= known else {
            throw Fault.newerSchema(address: address, found: found, known: known)
        }
        for migration in migrations where migration.number > found {
            try write { connection in try connection.take(migration) }
        }
    }
}
