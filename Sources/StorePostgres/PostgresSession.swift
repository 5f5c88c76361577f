internal import CPQ
import Store

/// One connection to the server, with what it keeps between transactions: its prepared statements
/// and its temporary tables. Only one thread uses it at a time; the pool sees to that.
final class PostgresSession: @unchecked Sendable {
    let connection: OpaquePointer
    let address: String
    var temporaries: Set<String> = []
    private var prepared: [String: Prepared] = [:]
    private var made = 0

    private struct Prepared {
        let name: String
        let types: [Oid]
    }

    init(_ address: PostgresAddress) throws(Fault) {
        self.address = address.shown
        let opened = Self.connect([
            ("connect_timeout", "5"), ("fallback_application_name", "acquit"),
            ("dbname", address.whole), ("client_encoding", "UTF8"),
        ])
        guard let opened else {
            throw Fault.unreachable(address: address.shown, reason: "no memory")
        }
        connection = opened
        guard PQstatus(connection) == CONNECTION_OK else {
            throw Self.refusal(opened, self.address)
        }
        PQsetNoticeReceiver(connection, { _, _ in }, nil)
        try execute("SET lock_timeout = 5000; SET bytea_output = hex; SET jit = off")
        try checkDurability()
    }

    deinit { PQfinish(connection) }

    var isUsable: Bool {
        PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// One or more statements without values.
    func execute(_ sql: String) throws(Fault) {
        try finish(PQexec(connection, sql))
    }

    /// The first column of the first row of a statement without values.
    func word(_ sql: String) throws(Fault) -> String? {
        let result = PQexec(connection, sql)
        guard PQresultStatus(result) == PGRES_TUPLES_OK else {
            try finish(result)
            return nil
        }
        defer { PQclear(result) }
        guard PQntuples(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
        return PQgetvalue(result, 0, 0).map { String(cString: $0) }
    }

    /// Makes sure of a result that is to be thrown away.
    private func finish(_ result: OpaquePointer?) throws(Fault) {
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw PostgresFault(result, connection, address).fault
        }
    }

    /// The name of the statement on the server, prepared there once for each text. A value that was
    /// NULL before said nothing of its type; once it does, the statement is prepared again.
    func statement(_ sql: String, _ types: [Oid]) -> Result<String, PostgresFault> {
        let known = prepared[sql]
        if let known, zip(known.types, types).allSatisfy({ $1 == 0 || $0 == $1 }) {
            return .success(known.name)
        }
        made += 1
        let name = "s\(made)"
        let all = known.map { known in zip(known.types, types).map { $1 == 0 ? $0 : $1 } } ?? types
        let result = PQprepare(connection, name, sql, Int32(all.count), all)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            return .failure(PostgresFault(result, connection, address))
        }
        if let known { PQclear(PQexec(connection, "DEALLOCATE \(known.name)")) }
        prepared[sql] = Prepared(name: name, types: all)
        return .success(name)
    }

    /// What was acknowledged must survive a power cut, so a server told to lose it is not used.
    private func checkDurability() throws(Fault) {
        try execute(
            """
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') = 'off'
            """)
        for setting in ["fsync", "full_page_writes", "synchronous_commit"]
        where try word("SELECT current_setting('\(setting)')") == "off" {
            throw Fault.other(
                code: "postgres \(setting)", reason: "the server loses commits while this is off")
        }
    }

    private static func connect(_ settings: [(String, String)]) -> OpaquePointer? {
        var names = settings.map { strings($0.0) }
        var values = settings.map { strings($0.1) }
        defer { (names + values).forEach { $0?.deallocate() } }
        names.append(nil)
        values.append(nil)
        return PQconnectdbParams(
            names.map { $0.map { UnsafePointer($0) } }, values.map { $0.map { UnsafePointer($0) } },
            1)
    }

    private static func strings(_ text: String) -> UnsafeMutablePointer<CChar>? {
        let bytes = text.utf8CString
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        return copy.baseAddress
    }

    /// libpq gives no SQLSTATE for a refused connection, only the server's words.
    private static func refusal(_ connection: OpaquePointer, _ address: String) -> Fault {
        let words = PostgresFault.line(String(cString: PQerrorMessage(connection)))
        if words.hasSuffix("\" does not exist"), words.contains("database \"") {
            return .missing(address: address)
        }
        return .unreachable(address: address, reason: words)
    }
}
