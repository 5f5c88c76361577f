import Foundation
import StorePostgres
import Testing

@testable import Store

/// What people are told when the world fails, and that nothing acknowledged is lost by it.
struct FaultTests {
    private static let examples: [Fault] = [
        .busy(address: "b", holder: nil), .unreachable(address: "b", reason: "r"),
        .diskFull(path: "b"), .readOnly(path: "b"), .ioFailed(path: "b", reason: "r"),
        .corrupt(path: "b", reason: "r"), .notBooks(address: "b"),
        .newerSchema(address: "b", found: 9, known: 7), .constraint("item.id"),
        .missing(address: "b"), .occupied(address: "b"), .other(code: "XX000", reason: "r"),
    ]

    @Test func everyFaultHasItsCodeAndItsWordsInBothLanguages() {
        #expect(Set(Self.examples.map(\.code)).count == Self.examples.count)
        #expect(Set(Self.examples.map(\.en)).count == Self.examples.count)
        for fault in Self.examples {
            #expect(fault.zh.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) })
        }
    }

    @Test func commitsReachTheDisk() throws {
        let books = try TestBooks(.sqlite)
        try books.database.write { connection throws in
            #expect(try connection.int("PRAGMA synchronous") == 2)
            #expect(try connection.int("PRAGMA foreign_keys") == 1)
        }
    }

    @Test func aFailedFsyncEndsTheProcess() async {
        await #expect(processExitsWith: .failure) {
            _ = SQLiteFault.fault(1034, "disk I/O error", "books.db")
        }
    }

    @Test(arguments: engines) func aRefusedRowNamesItsConstraint(engine: Engine) throws {
        let books = try TestBooks(engine)
        try books.database.write { connection throws in
            try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
            try connection.run(
                "INSERT INTO journal (seq, words, hash) VALUES ($1, $2, $3)", [1, "x", [1]])
        }
        let item = "INSERT INTO item (id, entity, openAmount) VALUES ($1, $2, $3)"
        let journal = "INSERT INTO journal (seq, words, hash) VALUES ($1, $2, $3)"
        let cases: [(String, [Value], String)] = [
            (item, [1, "DE1", -1], "opennotnegative"), (item, [1, "FR1", 1], "foreign key"),
            (item, [1, "DE1", nil], "item.openamount"), (journal, [1, "y", [2]], "journal.seq"),
            (journal, [2, "x", [1]], "journal.words, journal.hash"),
        ]
        for (sql, values, name) in cases {
            #expect(throws: Fault.constraint(name)) {
                try books.database.write { try $0.run(sql, values) }
            }
        }
    }

    @Test func booksHeldByAnotherProgramAreBusyAndItIsNamed() throws {
        let books = try TestBooks(.sqlite)
        try books.database.write { try $0.run("INSERT INTO journal (seq) VALUES ($1)", [1]) }
        let holder = Process()
        let commands = Pipe()
        let answers = Pipe()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        holder.arguments = ["sqlite3", books.address]
        holder.standardInput = commands
        holder.standardOutput = answers
        try holder.run()
        defer { holder.terminate() }
        try commands.fileHandleForWriting.write(
            contentsOf: Data("BEGIN IMMEDIATE;\n.print held\n".utf8))
        #expect(answers.fileHandleForReading.availableData.starts(with: Data("held".utf8)))

        let started = ContinuousClock.now
        let name = "sqlite3 (pid \(holder.processIdentifier))"
        #expect(throws: Fault.busy(address: books.address, holder: name)) {
            try books.database.write { try $0.run("INSERT INTO journal (seq) VALUES ($1)", [2]) }
        }
        #expect((4.5...9).contains((ContinuousClock.now - started) / .seconds(1)))
        #expect(try books.count("SELECT count(*) FROM journal") == 1)
    }

    @Test(arguments: engines.filter { $0 == .postgres })
    func rowsHeldByAnotherWriterAreBusyAndItIsNamed(engine: Engine) throws {
        let books = try TestBooks(engine)
        try books.database.write {
            try $0.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
        }
        let lock = "UPDATE chain SET head = head WHERE entity = $1"
        let other = try openDatabase(books.address, create: false)
        var met: Fault?
        try other.write { connection throws in
            try connection.run(lock, ["DE1"])
            do {
                try books.database.write { try $0.run(lock, ["DE1"]) }
            } catch let fault as Fault {
                met = fault
            }
        }
        try other.close()
        guard case .busy(_, let holder?) = met else {
            Issue.record("\(String(describing: met))")
            return
        }
        #expect(holder.hasPrefix("acquit (pid "))
    }

    @Test func aServerThatIsNotThereIsUnreachable() throws {
        for address in ["postgres://u:secret@127.0.0.1:1/books", "postgres://[::1"] {
            do {
                _ = try openDatabase(address, create: true)
                Issue.record("opened \(address)")
            } catch {
                guard case .unreachable(let shown, _) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(!shown.contains("secret") && !error.en.contains("secret"))
            }
        }
    }

    @Test func aDamagedFileIsCorrupt() throws {
        let books = try TestBooks(.sqlite)
        try books.database.write { connection throws in
            for seq in Int64(1)...2_000 {
                let words = Value.text("line \(seq)")
                try connection.run(
                    "INSERT INTO journal (seq, words) VALUES ($1, $2)", [.int(seq), words])
            }
        }
        try books.database.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: books.address))
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xee, count: 8 * 4096))
        try file.close()
        let damaged = try openDatabase(books.address, create: false)
        #expect {
            try damaged.read { try $0.int("SELECT count(words) FROM journal") }
        } throws: { error in
            if case .corrupt = error as? Fault { true } else { false }
        }
        #expect(throws: Fault.self) {
            try restoreSQLite(books.address, to: books.folder + "/restored.db")
        }
        try damaged.close()
    }

    // MemoryDisk needs root; elsewhere the two tests below say that they are skipped.

    @Test(.enabled(if: MemoryDisk.isPossible, "mounting a small disk needs root"))
    func aFullDiskLosesNothingThatWasAcknowledged() throws {
        let disk = try MemoryDisk(megabytes: 2)
        let path = disk.path + "/books.db"
        let database = try openDatabase(path, create: true)
        try database.migrate([ledger])
        var acknowledged: Int64 = 0
        func fill(upTo limit: Int64) throws {
            let words = String(repeating: "x", count: 1000)
            while acknowledged < limit {
                try database.write {
                    try $0.run(
                        "INSERT INTO journal (seq, words) VALUES ($1, $2)",
                        [.int(acknowledged + 1), .text("\(acknowledged) \(words)")])
                }
                acknowledged += 1
            }
        }
        #expect(throws: Fault.diskFull(path: path)) { try fill(upTo: 10_000) }
        #expect(acknowledged > 0)
        #expect(try database.read { try $0.int("SELECT count(*) FROM journal") } == acknowledged)
        #expect(throws: Fault.diskFull(path: disk.path + "/copy.db")) {
            try database.backup(to: disk.path + "/copy.db")
        }
        #expect(!FileManager.default.fileExists(atPath: disk.path + "/copy.db"))
        try disk.remount("size=64m")
        try fill(upTo: acknowledged + 100)
        #expect(try database.read { try $0.int("SELECT count(*) FROM journal") } == acknowledged)
        try database.close()
    }

    @Test(.enabled(if: MemoryDisk.isPossible, "mounting a small disk needs root"))
    func aReadOnlyDiskIsSaidToBeOne() throws {
        let disk = try MemoryDisk(megabytes: 4)
        let path = disk.path + "/books.db"
        let database = try openDatabase(path, create: true)
        try database.migrate([ledger])
        try database.close()
        try disk.remount("ro")
        #expect(throws: Fault.readOnly(path: disk.path + "/new.db")) {
            try openDatabase(disk.path + "/new.db", create: true)
        }
        let reopened = try openDatabase(path, create: false)
        #expect(try reopened.schema() == 1)
        #expect(throws: Fault.readOnly(path: path)) {
            try reopened.write { try $0.run("INSERT INTO journal (seq) VALUES ($1)", [1]) }
        }
        try reopened.close()
    }
}

/// A disk of a few megabytes in memory, for what happens when there is no more.
private final class MemoryDisk {
    let path: String

    static let isPossible = geteuid() == 0 && (try? MemoryDisk(megabytes: 1)) != nil

    private struct NotMounted: Error {}

    init(megabytes: Int) throws {
        path = try newFolder()
        let options = "size=\(megabytes)m"
        guard try run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]) == 0 else {
            throw NotMounted()
        }
    }

    func remount(_ option: String) throws {
        guard try run("mount", ["-o", "remount,\(option)", path]) == 0 else { throw NotMounted() }
    }

    deinit {
        _ = try? run("umount", ["-l", path])
        try? FileManager.default.removeItem(atPath: path)
    }
}
