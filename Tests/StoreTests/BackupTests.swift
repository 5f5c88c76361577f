import Foundation
import Store
import StorePostgres
import Testing

/// A backup taken while the books are written to restores to one moment of them.
struct BackupTests {
    @Test(arguments: engines) func aBackupUnderLoadIsOneMoment(engine: Engine) throws {
        let books = try TestBooks(engine)
        let database = books.database
        let folder = books.folder
        try database.write { connection throws in
            try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 0])
        }
        try onThreads(2) { thread in
            if thread == 1 {
                for number in 1...3 { try database.backup(to: "\(folder)/backup-\(number)") }
                return
            }
            for seq in Int64(1)...400 {
                try database.write { connection throws in
                    try connection.run(
                        "UPDATE chain SET head = head + 1 WHERE entity = $1", ["DE1"])
                    try connection.run(
                        "INSERT INTO journal (seq, words) VALUES ($1, $2)",
                        [.int(seq), .text(String(repeating: "税", count: 500))])
                }
            }
        }
        try database.backup(to: "\(folder)/backup-4")
        #expect(try backedUp(books, "backup-4") == 400)
        for number in 1...3 { _ = try backedUp(books, "backup-\(number)") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.contains(".part-") })
    }

    /// Restores a backup into new books, checks that its head is its last row, and says which.
    private func backedUp(_ books: TestBooks, _ name: String) throws -> Int64? {
        let address =
            books.engine == .sqlite ? "\(books.folder)/\(name).db" : try newPostgresDatabase()
        try restoreDatabase("\(books.folder)/\(name)", to: address)
        let restored = try openDatabase(address, create: false)
        defer {
            try? restored.close()
            if books.engine == .postgres { dropPostgresDatabase(address) }
        }
        try restored.migrate([ledger])
        return try restored.read { connection throws in
            let head = try connection.int("SELECT head FROM chain")
            #expect(try connection.int("SELECT count(*) FROM journal") == head)
            #expect(try connection.int("SELECT coalesce(max(seq), 0) FROM journal") == head)
            return head
        }
    }

    /// Earlier books whose writer was killed left their log; SQLite would play it into the new
    /// ones.
    @Test func theLogOfEarlierBooksIsNotPlayedIntoTheNewOnes() throws {
        let books = try TestBooks(.sqlite)
        try books.database.backup(to: books.folder + "/backup")
        try books.database.write { try $0.run("INSERT INTO journal (seq) VALUES ($1)", [1]) }
        let target = books.folder + "/new.db"
        try FileManager.default.copyItem(atPath: books.address + "-wal", toPath: target + "-wal")
        try restoreSQLite(books.folder + "/backup", to: target)
        let restored = try openDatabase(target, create: false)
        #expect(try restored.read { try $0.int("SELECT count(*) FROM journal") } == 0)
        try restored.close()
    }

    @Test(arguments: engines) func booksAreNeverOverwritten(engine: Engine) throws {
        let books = try TestBooks(engine)
        let backup = books.folder + "/backup"
        try books.database.backup(to: backup)
        #expect(throws: Fault.occupied(address: books.database.address)) {
            try restoreDatabase(backup, to: books.address)
        }
        if engine == .sqlite {
            #expect(throws: Fault.occupied(address: books.address)) {
                try books.database.backup(to: books.address)
            }
        }
        #expect(try books.database.schema() == 1)
    }

    @Test(arguments: engines) func whatIsNoBackupIsNotRestored(engine: Engine) throws {
        let books = try TestBooks(engine, [])
        let target = engine == .sqlite ? books.folder + "/new.db" : books.address
        let text = books.folder + "/notes.txt"
        try "No backup.".write(toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: Fault.notBooks(address: text)) { try restoreDatabase(text, to: target) }
        let none = books.folder + "/none"
        #expect(throws: Fault.missing(address: none)) { try restoreDatabase(none, to: target) }
    }

    @Test func aBackupCutShortIsNotRestored() throws {
        let books = try TestBooks(.sqlite)
        let backup = books.folder + "/backup"
        try books.database.backup(to: backup)
        let whole = try #require(FileManager.default.contents(atPath: backup))
        for length in [whole.count / 2, 4096, 100, 50] {
            try whole.prefix(length).write(to: URL(fileURLWithPath: backup))
            #expect(throws: Fault.self) {
                try restoreSQLite(backup, to: books.folder + "/new.db")
            }
            #expect(!FileManager.default.fileExists(atPath: books.folder + "/new.db"))
        }
    }
}
