import Store
import Testing

/// Many rows changed or removed by their number, none of them from a later state.
struct ChangeTests {
    /// Three items with 10, 20 and 30 open.
    private func books(_ engine: Engine) throws -> TestBooks {
        let books = try TestBooks(engine)
        try books.database.write { connection throws in
            try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 1])
            try connection.load(into: "item", columns: ["id", "entity", "openAmount"]) { out in
                for id in Int64(1)...3 {
                    out.int(id)
                    out.text("DE1")
                    out.int(id * 10)
                    try out.end()
                }
            }
        }
        return books
    }

    /// The open amount stands for the count of changes here.
    private func change(_ books: TestBooks, _ rows: [(Int64, String, Int64)]) throws -> Int {
        try books.database.write { connection throws in
            try connection.change("item", columns: ["entity", "openAmount"]) { out in
                for (id, entity, amount) in rows {
                    out.int(id)
                    out.text(entity)
                    out.int(amount)
                    try out.end()
                }
            }
        }
    }

    private func open(_ books: TestBooks, _ id: Int64) throws -> Int64? {
        try books.count("SELECT openAmount FROM item WHERE id = \(id)")
    }

    @Test(arguments: engines) func changesTheRowsThatAreNamed(engine: Engine) throws {
        let books = try books(engine)
        #expect(try change(books, [(3, "DE1", 31), (1, "DE1", 11)]) == 2)
        #expect(try [open(books, 1), open(books, 2), open(books, 3)] == [11, 20, 31])
    }

    @Test(arguments: engines) func countsNoRowThatIsAsFarOrMissing(engine: Engine) throws {
        let books = try books(engine)
        let rows: [(Int64, String, Int64)] = [
            (1, "DE1", 10), (2, "DE1", 19), (3, "DE1", 31), (4, "DE1", 99),
        ]
        #expect(try change(books, rows) == 1)
        #expect(try [open(books, 1), open(books, 2), open(books, 3)] == [10, 20, 31])
        #expect(try books.count("SELECT count(*) FROM item") == 3)
    }

    @Test(arguments: engines) func forgetsTheRowsOfTheChangeBefore(engine: Engine) throws {
        let books = try books(engine)
        #expect(try change(books, [(1, "DE1", 11), (2, "DE1", 21)]) == 2)
        #expect(try change(books, [(1, "DE1", 12)]) == 1)
        #expect(try [open(books, 1), open(books, 2)] == [12, 21])
    }

    @Test(arguments: engines) func oneRowThatMayNotBeUndoesAll(engine: Engine) throws {
        let books = try books(engine)
        #expect(throws: Fault.self) { try change(books, [(1, "DE1", 11), (2, "nowhere", 21)]) }
        #expect(try [open(books, 1), open(books, 2)] == [10, 20])
    }

    @Test(arguments: engines) func removesTheRowsThatAreNamedAndOlder(engine: Engine) throws {
        let books = try books(engine)
        let removed = try books.database.write { connection throws in
            // The second has come as far already, and there is no fourth.
            try connection.remove(from: "item", version: "openAmount") { out in
                for (id, amount) in [(1, 11), (2, 20), (4, 99)] as [(Int64, Int64)] {
                    out.int(id)
                    out.int(amount)
                    try out.end()
                }
            }
        }
        #expect(removed == 1)
        #expect(try [open(books, 1), open(books, 2), open(books, 3)] == [nil, 20, 30])
    }

    @Test(arguments: engines) func looksUpTheRowsThatHaveAKey(engine: Engine) throws {
        let books = try books(engine)
        var found: [Int64] = []
        let some: [(String, Int64)] = [("DE1", 30), ("DE1", 10), ("DE1", 11), ("nowhere", 20)]
        for keys in [some, []] {
            try books.database.read { connection throws in
                try connection.lookUp(
                    ["id", "entity"], in: "item", by: ["entity", "openAmount"],
                    { out in
                        for (entity, amount) in keys {
                            out.text(entity)
                            out.int(amount)
                            try out.end()
                        }
                    },
                    { row in
                        #expect(row.text(1) == "DE1")
                        found.append(row.int(0))
                    })
            }
        }
        #expect(found.sorted() == [1, 3])
    }

    @Test(arguments: engines) func lookingUpEndsWithTheFirstError(engine: Engine) throws {
        struct Enough: Error {}
        let books = try books(engine)
        var seen = 0
        #expect(throws: Enough.self) {
            try books.database.read { connection throws in
                try connection.lookUp(
                    ["openAmount"], in: "item", by: ["id"],
                    { out in
                        for id in Int64(1)...3 {
                            out.int(id)
                            try out.end()
                        }
                    },
                    { _ in
                        seen += 1
                        throw Enough()
                    })
            }
        }
        #expect(seen == 1)
        #expect(try books.count("SELECT COUNT(*) FROM item") == 3)
    }

    @Test(arguments: engines) func takesATextByItsBytes(engine: Engine) throws {
        let books = try TestBooks(engine)
        let words = "tab\t, line\n, back\\slash, 结清"
        func load(_ seq: Int64, _ bytes: [UInt8]) throws {
            try books.database.write { connection throws in
                try connection.load(into: "journal", columns: ["seq", "words"]) { out in
                    out.int(seq)
                    bytes.withUnsafeBufferPointer { out.utf8($0) }
                    try out.end()
                }
            }
        }
        try load(1, Array(words.utf8))
        try books.database.read { connection throws in
            try connection.rows("SELECT words FROM journal") { #expect($0.text(0) == words) }
        }
        #expect(throws: Fault.constraint("a text with U+0000")) { try load(2, [65, 0, 66]) }
    }
}
