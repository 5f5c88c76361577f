internal import CPQ
import Store

/// One transaction on a PostgreSQL server.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    private let session: PostgresSession
    private let isReading: Bool
    private var isGivingRows = false
    /// The first fault, after which the server does nothing more in this transaction.
    private(set) var failure: Fault?
    private(set) var isConflict = false
    /// The temporary tables made in this transaction, which stay if it is committed.
    private(set) var madeTemporaries: Set<String> = []

    /// A reading transaction reads within a savepoint that is read-only, so that a temporary table
    /// can be made outside of it (`READ ONLY` refuses even that) without losing the moment it
    /// reads.
    static let reading = "SAVEPOINT reading; SET TRANSACTION READ ONLY"

    init(_ session: PostgresSession, isReading: Bool) {
        self.session = session
        self.isReading = isReading
    }

    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws(Fault) -> Int {
        try send(sql, values)
        var changed = 0
        var broken: PostgresFault?
        while let result = PQgetResult(session.connection) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: changed += Self.changed(result)
            default: broken = broken ?? PostgresFault(result, session.connection, session.address)
            }
        }
        if let broken { throw fail(broken) }
        return changed
    }

    /// A SELECT counts rows too, but changes none.
    private static func changed(_ result: OpaquePointer) -> Int {
        if String(cString: PQcmdStatus(result)).hasPrefix("SELECT") { return 0 }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func rows(_ sql: String, _ values: [Value], _ body: (any Row) throws -> Void) throws {
        try send(sql, values)
        PQsetSingleRowMode(session.connection)
        isGivingRows = true
        defer {
            // Rows that nobody wants any more are still on their way.
            while let rest = PQgetResult(session.connection) { PQclear(rest) }
            isGivingRows = false
        }
        let row = PostgresRow()
        while let result = PQgetResult(session.connection) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE:
                row.result = result
                try body(row)
                if let overflow = row.overflow { throw fail(overflow) }
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
            default: throw fail(PostgresFault(result, session.connection, session.address))
            }
        }
    }

    func load(
        into table: String, columns: [String], _ write: (any Loader) throws -> Void
    ) throws -> Int {
        try begin()
        let names = columns.joined(separator: ", ")
        let copying = PQexec(session.connection, "COPY \(table) (\(names)) FROM STDIN")
        defer { PQclear(copying) }
        guard PQresultStatus(copying) == PGRES_COPY_IN else {
            throw fail(PostgresFault(copying, session.connection, session.address))
        }
        let loader = PostgresLoader(session.connection, columns: columns.count) { [session] in
            PostgresFault(nil, session.connection, session.address).fault
        }
        isGivingRows = true
        defer { isGivingRows = false }
        do {
            try write(loader)
            try loader.flush()
        } catch {
            PQputCopyEnd(session.connection, "given up")
            while let rest = PQgetResult(session.connection) { PQclear(rest) }
            _ = fail(error as? Fault ?? .other(code: "57014", reason: "rows half loaded: \(error)"))
            throw error
        }
        PQputCopyEnd(session.connection, nil)
        var loaded = 0
        var broken: PostgresFault?
        while let result = PQgetResult(session.connection) {
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_COMMAND_OK {
                loaded += Self.changed(result)
            } else {
                broken = broken ?? PostgresFault(result, session.connection, session.address)
            }
        }
        if let broken { throw fail(broken) }
        return loaded
    }

    /// The rows are copied into a temporary table, and one UPDATE takes them from there.
    func change(
        _ table: String, columns: [String], _ write: (any Loader) throws -> Void
    ) throws -> Int {
        let fields = ["id"] + columns
        let name = "changed\(table)"
        try temporary(
            name, as: "AS SELECT \(fields.joined(separator: ", ")) FROM \(table) WITH NO DATA")
        _ = try load(into: name, columns: fields, write)
        let sets = columns.map { "\($0) = c.\($0)" }.joined(separator: ", ")
        let version = columns[columns.count - 1]
        return try run(
            """
            UPDATE \(table) SET \(sets)
            FROM (SELECT * FROM \(name) n CROSS JOIN \(older(table, version))) c
            WHERE \(table).ctid = c.place
            """, [])
    }

    func remove(
        from table: String, version: String, _ write: (any Loader) throws -> Void
    ) throws -> Int {
        let fields = ["id", version]
        let name = "removed\(table)"
        try temporary(
            name, as: "AS SELECT \(fields.joined(separator: ", ")) FROM \(table) WITH NO DATA")
        _ = try load(into: name, columns: fields, write)
        return try run(
            """
            DELETE FROM \(table)
            USING (SELECT place FROM \(name) n CROSS JOIN \(older(table, version))) r
            WHERE \(table).ctid = r.place
            """, [])
    }

    /// The place of the row with the number of `n`, if it is older: one step down the index. A
    /// lateral subquery with an offset is never turned round into a walk through the whole table,
    /// whatever the planner guesses of a table that grew in this transaction.
    private func older(_ table: String, _ version: String) -> String {
        """
        LATERAL (SELECT t.ctid AS place FROM \(table) t
            WHERE t.id = n.id AND t.\(version) < n.\(version) OFFSET 0) found
        """
    }

    /// The keys are copied into a temporary table and looked up from there one by one.
    func lookUp(
        _ columns: [String], in table: String, by key: [String],
        _ write: (any Loader) throws -> Void, _ body: (any Row) throws -> Void
    ) throws {
        let names = columns.joined(separator: ", ")
        let keys = key.joined(separator: ", ")
        let name = "wanted\(table)\(key.joined())"
        try temporary(name, as: "AS SELECT \(keys) FROM \(table) WITH NO DATA")
        guard try load(into: name, columns: key, write) > 0 else { return }
        let same = key.map { "t.\($0) = w.\($0)" }.joined(separator: " AND ")
        try rows(
            """
            SELECT found.* FROM \(name) w CROSS JOIN LATERAL
                (SELECT \(names) FROM \(table) t WHERE \(same) OFFSET 0) found
            """, [], body)
    }

    func temporary(_ name: String, columns: String) throws(Fault) {
        try temporary(name, as: "(\(columns))")
    }

    private func temporary(_ name: String, as shape: String) throws(Fault) {
        try begin()
        let isKnown = session.temporaries.contains(name) || madeTemporaries.contains(name)
        let statement = isKnown ? "TRUNCATE \(name)" : "CREATE TEMP TABLE \(name) \(shape)"
        try execute(
            isReading ? "RELEASE SAVEPOINT reading; \(statement); \(Self.reading)" : statement)
        madeTemporaries.insert(name)
    }

    func part<T>(_ body: () throws -> T) throws -> T {
        let before = madeTemporaries
        try execute("SAVEPOINT part")
        do {
            let result = try body()
            try execute("RELEASE SAVEPOINT part")
            return result
        } catch {
            if failure == nil { try execute("ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part") }
            // Tables made within are gone again.
            madeTemporaries = before
            throw error
        }
    }

    /// A writer that lost against another may learn of it only here.
    func commit() throws(Fault) {
        try execute("COMMIT")
        session.temporaries.formUnion(madeTemporaries)
    }

    func take(_ migration: Migration) throws(Fault) {
        // Two programs of a new release may start at once; the second waits here.
        try execute("SELECT pg_advisory_xact_lock(\(0x4143_5154))")
        try execute(
            "CREATE TABLE IF NOT EXISTS acquitSchema (number BIGINT PRIMARY KEY, name TEXT NOT NULL)"
        )
        let isTaken = "SELECT 1 FROM acquitSchema WHERE number >= \(migration.number)"
        do {
            guard try session.word(isTaken) == nil else { return }
        } catch {
            throw fail(error)
        }
        for statement in migration.statements + migration.postgres { try execute(statement) }
        try run(
            "INSERT INTO acquitSchema (number, name) VALUES ($1, $2)",
            [.int(Int64(migration.number)), .text(migration.name)])
    }

    private func execute(_ sql: String) throws(Fault) {
        try begin()
        let result = PQexec(session.connection, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
        default: throw fail(PostgresFault(result, session.connection, session.address))
        }
    }

    private func send(_ sql: String, _ values: [Value]) throws(Fault) {
        try begin()
        let wire: PostgresValues
        do {
            wire = try PostgresValues(values)
        } catch {
            throw fail(error)
        }
        switch session.statement(sql, wire.types) {
        case .failure(let broken): throw fail(broken)
        case .success(let name):
            let sent = wire.send { count, pointers, lengths, formats in
                PQsendQueryPrepared(session.connection, name, count, pointers, lengths, formats, 0)
            }
            guard sent == 1 else {
                throw fail(PostgresFault(nil, session.connection, session.address))
            }
        }
    }

    private func begin() throws(Fault) {
        precondition(!isGivingRows, "a statement while another gives or takes rows")
        if let failure { throw failure }
    }

    private func fail(_ broken: PostgresFault) -> Fault {
        isConflict = isConflict || broken.isConflict
        return fail(broken.fault)
    }

    private func fail(_ fault: Fault) -> Fault {
        if failure == nil { failure = fault }
        return fault
    }
}
