import Store
import StorePostgres
import Testing

/// All of a transaction or nothing of it, and one moment for each reader.
struct TransactionTests {
    private struct Enough: Error {}

    private func fill(_ books: TestBooks, _ count: Int64) throws {
        try books.database.write { connection throws in
            try connection.load(into: "journal", columns: ["seq", "words"]) { loader in
                for seq in 1...count {
                    loader.int(seq)
                    loader.text("line \(seq)")
                    try loader.end()
                }
            }
        }
    }

    @Test(arguments: engines) func whatThrowsLeavesNothing(engine: Engine) throws {
        let books = try TestBooks(engine)
        #expect(throws: Enough.self) {
            try books.database.write { connection throws in
                try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
                throw Enough()
            }
        }
        #expect(throws: Enough.self) {
            try books.database.write { connection throws in
                try connection.load(into: "chain", columns: ["entity", "head"]) { loader in
                    loader.text("DE1")
                    loader.int(1)
                    try loader.end()
                    throw Enough()
                }
            }
        }
        #expect(try books.count("SELECT count(*) FROM chain") == 0)
        try books.database.write { connection throws in
            try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
        }
        #expect(try books.count("SELECT count(*) FROM chain") == 1)
    }

    @Test(arguments: engines) func aFaultEndsTheTransactionEvenIfItIsCaught(engine: Engine) throws {
        let books = try TestBooks(engine)
        let again = Fault.constraint("chain.entity")
        var caught: [Fault] = []
        #expect(throws: again) {
            try books.database.write { connection throws in
                let sql = "INSERT INTO chain (entity, head) VALUES ($1, $2)"
                for entity in ["DE1", "DE1", "DE2"] {
                    do {
                        try connection.run(sql, [.text(entity), 1])
                    } catch let fault as Fault {
                        caught.append(fault)
                    }
                }
            }
        }
        #expect(caught == [again, again])
        #expect(try books.count("SELECT count(*) FROM chain") == 0)
    }

    @Test(arguments: engines) func rowsMayStopEarlyAndTheTransactionGoesOn(engine: Engine) throws {
        let books = try TestBooks(engine)
        try fill(books, 20_000)
        try books.database.read { connection throws in
            var seen: Int64 = 0
            #expect(throws: Enough.self) {
                try connection.rows("SELECT seq, words FROM journal ORDER BY seq") { row in
                    seen = row.int(0)
                    #expect(row.text(1) == "line \(seen)")
                    if seen == 3 { throw Enough() }
                }
            }
            #expect(seen == 3)
            #expect(try connection.int("SELECT count(*) FROM journal") == 20_000)
        }
    }

    @Test(arguments: engines) func changedRowsAreCounted(engine: Engine) throws {
        let books = try TestBooks(engine)
        try books.database.write { connection throws in
            let insert = "INSERT INTO chain (entity, head) VALUES ($1, $2) ON CONFLICT DO NOTHING"
            #expect(try connection.run(insert, ["DE1", 1]) == 1)
            #expect(try connection.run(insert, ["DE1", 1]) == 0)
            #expect(try connection.run(insert, ["DE2", 1]) == 1)
            #expect(try connection.run("UPDATE chain SET head = head + $1", [1]) == 2)
            #expect(try connection.run("SELECT entity FROM chain") == 0)
            #expect(try connection.run("DELETE FROM chain WHERE entity = $1", ["FR1"]) == 0)
        }
    }

    @Test(arguments: engines) func aReaderSeesOneMoment(engine: Engine) throws {
        let books = try TestBooks(engine)
        try fill(books, 10)
        try books.database.read { connection throws in
            #expect(try connection.int("SELECT count(*) FROM journal") == 10)
            try books.database.write { try $0.run("INSERT INTO journal (seq) VALUES ($1)", [11]) }
            #expect(try connection.int("SELECT count(*) FROM journal") == 10)
        }
        #expect(try books.count("SELECT count(*) FROM journal") == 11)
    }

    @Test(arguments: engines) func aReaderCannotWrite(engine: Engine) throws {
        let books = try TestBooks(engine)
        #expect(throws: Fault.readOnly(path: books.database.address)) {
            try books.database.read { connection throws in
                try connection.temporary("wanted", columns: "id BIGINT PRIMARY KEY")
                try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
            }
        }
        #expect(try books.count("SELECT count(*) FROM chain") == 0)
    }

    @Test(arguments: engines) func aTemporaryTableIsEmptyEachTime(engine: Engine) throws {
        let books = try TestBooks(engine)
        try fill(books, 100)
        func found(_ connection: any Connection, _ wanted: [Int64]) throws -> Int64? {
            // A query first, so that the reader's moment is fixed before the table is made.
            #expect(try connection.int("SELECT count(*) FROM journal") == 100)
            try connection.temporary("wanted", columns: "id BIGINT PRIMARY KEY")
            try connection.load(into: "wanted", columns: ["id"]) { loader in
                for id in wanted {
                    loader.int(id)
                    try loader.end()
                }
            }
            return try connection.int("SELECT count(*) FROM journal JOIN wanted ON id = seq")
        }
        for _ in 1...2 {
            try books.database.read { connection throws in
                #expect(try found(connection, [1, 2, 3, 1000]) == 3)
            }
            try books.database.write { connection throws in #expect(try found(connection, [5]) == 1)
            }
            try books.database.read { connection throws in
                #expect(try found(connection, [1, 2]) == 2)
                #expect(try found(connection, [7]) == 1)
            }
            #expect(throws: Enough.self) {
                try books.database.write { connection throws in
                    #expect(try found(connection, [5]) == 1)
                    throw Enough()
                }
            }
        }
    }

    @Test(arguments: engines) func journalRowsAreNeverChanged(engine: Engine) throws {
        let books = try TestBooks(engine)
        try fill(books, 3)
        let refused = Fault.constraint("journal rows are never changed")
        for sql in ["UPDATE journal SET words = 'x' WHERE seq = 1", "DELETE FROM journal"] {
            #expect(throws: refused) { try books.database.write { try $0.run(sql) } }
        }
        if engine == .postgres {
            #expect(throws: refused) { try books.database.write { try $0.run("TRUNCATE journal") } }
        }
        #expect(try books.count("SELECT count(*) FROM journal WHERE words <> 'x'") == 3)
    }

    @Test func booksInMemoryKeepNothingThatAReaderWrites() throws {
        let database = try openDatabase(":memory:", create: true)
        try database.migrate([ledger])
        try database.read {
            try $0.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["A", 1])
        }
        try database.read { connection throws in
            #expect(try connection.int("SELECT count(*) FROM chain") == 0)
        }
        try database.close()
        #expect(throws: Fault.self) { try database.read { try $0.int("SELECT 1") } }
    }
}
