import Foundation
import Store
import Testing

@testable import StorePostgres

/// The engines that each test runs on: SQLite always, PostgreSQL where `$ACQUIT_TEST_POSTGRES` is
/// the address of a server to make databases on (`tools/postgres start` prints one).
let engines: [Engine] = postgresServer == nil ? [.sqlite] : [.sqlite, .postgres]

let postgresServer = ProcessInfo.processInfo.environment["ACQUIT_TEST_POSTGRES"]

@Test(
    .enabled(
        if: postgresServer != nil || ProcessInfo.processInfo.environment["CI"] != nil,
        "PostgreSQL is not tested: ACQUIT_TEST_POSTGRES is not set (tools/postgres start)"))
func postgresIsTested() { #expect(postgresServer != nil) }

/// New books for one test, gone after it: a file in a folder of its own, or a database of its own.
final class TestBooks {
    let engine: Engine
    let folder: String
    let address: String
    let database: any Database

    init(_ engine: Engine, _ migrations: [Migration] = [ledger]) throws {
        self.engine = engine
        folder = try newFolder()
        address = engine == .sqlite ? folder + "/books.db" : try newPostgresDatabase()
        database = try openDatabase(address, create: true)
        try database.migrate(migrations)
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
        if engine == .postgres { dropPostgresDatabase(address) }
    }

    func count(_ sql: String) throws -> Int64? { try database.read { try $0.int(sql) } }
}

/// The few tables that the tests write to.
let ledger: Migration = {
    let guarded = appendOnly("journal")
    return Migration(
        1, "ledger",
        [
            "CREATE TABLE chain (entity TEXT PRIMARY KEY, head BIGINT NOT NULL)",
            """
            CREATE TABLE item (id BIGINT PRIMARY KEY, entity TEXT NOT NULL REFERENCES chain,
            openAmount BIGINT NOT NULL CONSTRAINT openNotNegative CHECK (openAmount >= 0))
            """,
            "CREATE TABLE journal (seq BIGINT PRIMARY KEY, words TEXT, hash BYTEA)",
            "CREATE UNIQUE INDEX journalHash ON journal (words, hash)",
        ], sqlite: guarded.sqlite, postgres: guarded.postgres)
}()

func newFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "acquit-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
}

func newPostgresDatabase() throws -> String {
    let server = try #require(postgresServer)
    let name = "acquit_" + UUID().uuidString.replacing("-", with: "").lowercased()
    try PostgresSession(PostgresAddress(server)).execute("CREATE DATABASE \(name)")
    let slash = try #require(server.lastIndex(of: "/"))
    return server[...slash] + name
}

func dropPostgresDatabase(_ address: String) {
    guard let server = postgresServer, let name = address.split(separator: "/").last else { return }
    try? PostgresSession(PostgresAddress(server)).execute("DROP DATABASE \(name) WITH (FORCE)")
}

/// Runs `body` on as many threads at once, because the drivers block theirs; throws what one threw.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let failures = NSMutableArray()
    let lock = NSLock()
    nonisolated(unsafe) let collected = failures
    let done = DispatchGroup()
    for index in 0..<count {
        done.enter()
        let thread = Thread {
            do {
                try body(index)
            } catch {
                lock.withLock { collected.add(error) }
            }
            done.leave()
        }
        thread.start()
    }
    done.wait()
    if let first = failures.firstObject as? any Error { throw first }
}
