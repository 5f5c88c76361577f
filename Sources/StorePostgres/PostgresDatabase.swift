import Glibc
public import Store

/// Books in a PostgreSQL database, for a team that outgrew one machine.
public final class PostgresDatabase: Database {
    public let engine = Engine.postgres
    public var address: String { pool.address.shown }
    private let pool: PostgresPool

    /// How often a transaction that lost against another writer is tried.
    private static let attempts = 10

    /// Finds the books. With `create` an empty database will do: ``migrate(_:)`` makes the books in
    /// it.
    public init(_ address: String, create: Bool, connections: Int = 8) throws(Fault) {
        pool = PostgresPool(try PostgresAddress(address), size: connections)
        if try schema() == 0, !create { throw Fault.missing(address: self.address) }
    }

    public func write<T>(
        _ isolation: Isolation, _ body: (any Connection) throws -> T
    ) throws -> T {
        let level = isolation == .serializable ? "SERIALIZABLE" : "READ COMMITTED"
        for attempt in 1...Self.attempts {
            do {
                return try transaction(
                    "BEGIN ISOLATION LEVEL \(level); " + Self.byKey, isReading: false, body)
            } catch is Conflict {
                // 2 ms, 4 ms, … half of it by chance, so that two do not meet again and again.
                let longest = useconds_t(2_000 << min(attempt, 8))
                usleep(.random(in: longest / 2...longest))
            }
        }
        throw Fault.busy(address: address, holder: "other writers, \(Self.attempts) times over")
    }

    /// A writer looks rows up by their keys. The planner, which does not know how few keys a
    /// temporary table holds, would rather walk a whole index for each batch.
    private static let byKey = """
        SET LOCAL enable_mergejoin = off; SET LOCAL enable_hashjoin = off; \
        SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off
        """

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ; " + PostgresConnection.reading
        return try transaction(begin, isReading: true, body)
    }

    /// Another writer won. Whatever `body` made of it, the transaction is tried again.
    private struct Conflict: Error {}

    private func transaction<T>(
        _ begin: String, isReading: Bool, _ body: (any Connection) throws -> T
    ) throws -> T {
        try pool.lend(begin) { session in
            let connection = PostgresConnection(session, isReading: isReading)
            do {
                let result = try body(connection)
                if let failure = connection.failure { throw failure }
                try connection.commit()
                return result
            } catch {
                try? session.execute("ROLLBACK")
                if connection.isConflict { throw Conflict() }
                if case .busy(let address, nil) = error as? Fault {
                    throw Fault.busy(address: address, holder: longestTransaction())
                }
                throw error
            }
        }
    }

    /// Who is at it longest, which is the likeliest holder of a lock that was waited for in vain.
    private func longestTransaction() -> String? {
        try? PostgresSession(pool.address).word(
            """
            SELECT coalesce(nullif(application_name, ''), usename) || ' (pid ' || pid || ')'
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
            ORDER BY xact_start LIMIT 1
            """)
    }

    public func schema() throws(Fault) -> Int {
        do {
            return try pool.lend("BEGIN READ ONLY") { session in
                defer { try? session.execute("ROLLBACK") }
                return try PostgresSchema.number(session)
            }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault.other(code: "postgres", reason: "\(error)")
        }
    }

    public func backup(to path: String) throws(Fault) {
        try dumpPostgres(pool.address, to: path)
    }

    public func close() throws(Fault) { pool.close() }
}
