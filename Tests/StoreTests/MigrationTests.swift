import Foundation
import Store
import StorePostgres
import Testing

/// Each release opens the books of every earlier one, or leaves them as they are.
struct MigrationTests {
    private static let later = Migration(
        3, "later", ["CREATE TABLE promise (id BIGINT PRIMARY KEY)"])

    @Test(arguments: engines) func stepsAreTakenOnceAndInOrder(engine: Engine) throws {
        let books = try TestBooks(engine)
        #expect(try books.database.schema() == 1)
        for _ in 1...2 { try books.database.migrate([ledger, Self.later]) }
        #expect(try books.database.schema() == 3)
        #expect(try books.count("SELECT count(*) FROM promise") == 0)
        let again = try openDatabase(books.address, create: false)
        #expect(try again.schema() == 3)
        try again.close()
    }

    @Test(arguments: engines) func aStepThatFailsLeavesNothing(engine: Engine) throws {
        let books = try TestBooks(engine)
        let broken = Migration(
            2, "broken", ["CREATE TABLE a (id BIGINT)", "CREATE TABLE nonsense"])
        #expect(throws: Fault.self) { try books.database.migrate([ledger, broken]) }
        #expect(try books.database.schema() == 1)
        #expect(throws: Fault.self) { try books.count("SELECT count(*) FROM a") }
    }

    @Test(arguments: engines) func severalProgramsMayStartAtOnce(engine: Engine) throws {
        let books = try TestBooks(engine)
        let address = books.address
        try onThreads(4) { _ in
            let database = try openDatabase(address, create: false)
            try database.migrate([ledger, Self.later])
            try database.close()
        }
        #expect(try books.database.schema() == 3)
    }

    @Test(arguments: engines) func booksOfALaterReleaseAreNotTouched(engine: Engine) throws {
        let books = try TestBooks(engine, [ledger, Self.later])
        try books.database.close()
        let before = fingerprint(books.folder)
        let older = try openDatabase(books.address, create: false)
        #expect(throws: Fault.newerSchema(address: older.address, found: 3, known: 1)) {
            try older.migrate([ledger])
        }
        try older.close()
        #expect(fingerprint(books.folder) == before)
    }

    /// The log beside the file, which a killed writer leaves, may hold the latest schema number.
    @Test func theLogOfAKilledWriterIsRead() throws {
        let books = try TestBooks(.sqlite, [ledger, Self.later])
        let copy = try newFolder()
        defer { try? FileManager.default.removeItem(atPath: copy) }
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: books.address + end, toPath: copy + "/books.db" + end)
        }
        let log = try #require(
            try FileManager.default.attributesOfItem(
                atPath: copy + "/books.db-wal")[.size] as? Int)
        #expect(log > 0)
        let opened = try openDatabase(copy + "/books.db", create: false)
        #expect(throws: Fault.newerSchema(address: opened.address, found: 3, known: 1)) {
            try opened.migrate([ledger])
        }
        try opened.close()
    }

    @Test(arguments: [true, false]) func aForeignFileIsNotTouched(create: Bool) throws {
        let folder = try newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sqlite = folder + "/other.db"
        try run("sqlite3", [sqlite, "CREATE TABLE contact (name TEXT)"])
        let text = folder + "/notes.txt"
        try "These are notes, and no books.".write(toFile: text, atomically: true, encoding: .utf8)
        let before = fingerprint(folder)
        for path in [sqlite, text] {
            #expect(throws: Fault.notBooks(address: path)) {
                try openDatabase(path, create: create)
            }
        }
        #expect(fingerprint(folder) == before)
    }

    @Test(arguments: engines.filter { $0 == .postgres })
    func aForeignDatabaseIsNotTouched(engine: Engine) throws {
        let books = try TestBooks(engine, [])
        try books.database.write { try $0.run("CREATE TABLE contact (name TEXT)") }
        for create in [true, false] {
            #expect(throws: Fault.notBooks(address: books.database.address)) {
                try openDatabase(books.address, create: create)
            }
        }
        #expect(throws: Fault.notBooks(address: books.database.address)) {
            try books.database.migrate([ledger])
        }
    }

    @Test(arguments: engines) func missingBooksAreNotMadeUnasked(engine: Engine) throws {
        let books = try TestBooks(engine, [])
        let address = engine == .sqlite ? books.folder + "/none.db" : books.address
        #expect(throws: Fault.missing(address: address)) {
            try openDatabase(address, create: false)
        }
        #expect(!FileManager.default.fileExists(atPath: books.folder + "/none.db"))
    }

    @Test(arguments: engines.filter { $0 == .postgres })
    func aDatabaseThatIsNotThereIsMissing(engine: Engine) throws {
        let server = try #require(postgresServer)
        let address = server[...(server.lastIndex(of: "/") ?? server.startIndex)] + "acquit_none"
        #expect(throws: Fault.missing(address: String(address))) {
            try openDatabase(String(address), create: true)
        }
    }
}

/// Every file of a folder with the hash of its bytes.
private func fingerprint(_ folder: String) -> [String: [UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Dictionary(
        uniqueKeysWithValues: names.map { name in
            let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            return (name, SHA256.hash(Array(bytes)))
        })
}

@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}
