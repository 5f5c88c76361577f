import Store
import Testing

/// What is written is what is read, byte for byte, on both engines and by both ways of writing.
struct ValueTests {
    static let longText = String(repeating: "结清 0123\t\\\n", count: 5000)
    static let ints: [Int64] = [0, 1, -1, 42, .max, .min, 10_000_000_000]
    static let texts = [
        "", " ", "a", "é", "e\u{301}", "汇款 INV-7", "a\tb", "a\nb", "a\r\nb", "\\", "\\N", "\\.",
        "\\t",
        "'quoted'", "\"x\"", "\u{1}\u{1f}\u{7f}", "\u{600}<", "\u{10ffff}", "$1", longText,
    ]
    static let blobs: [[UInt8]] = [
        [], [0], [0xff, 0, 0x5c, 0x78], Array(0...255), [UInt8](repeating: 0xa5, count: 65536),
    ]

    static let kinds = Migration(
        1, "kinds", ["CREATE TABLE kept (id BIGINT PRIMARY KEY, i BIGINT, t TEXT, b BYTEA)"])

    private static let rows: [(Int64?, String?, [UInt8]?)] =
        ints.map { ($0, nil, nil) } + texts.map { (nil, $0, nil) } + blobs.map { (nil, nil, $0) }
        + [(7, "all", [7]), (nil, nil, nil)]

    @Test(arguments: engines) func whatIsRunInIsReadBack(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        try books.database.write { connection throws in
            for (id, row) in Self.rows.enumerated() {
                let values: [Value] = [.int(Int64(id)), Value(row.0), Value(row.1), Value(row.2)]
                let changed = try connection.run(
                    "INSERT INTO kept (id, i, t, b) VALUES ($1, $2, $3, $4)", values)
                #expect(changed == 1)
            }
        }
        try expectRows(in: books)
    }

    @Test(arguments: engines) func whatIsLoadedIsReadBack(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        let loaded = try books.database.write { connection throws in
            try connection.load(into: "kept", columns: ["id", "i", "t", "b"]) { loader in
                for (id, row) in Self.rows.enumerated() {
                    loader.int(Int64(id))
                    loader.int(row.0)
                    loader.text(row.1)
                    if let blob = row.2 { loader.blob(blob) } else { loader.null() }
                    try loader.end()
                }
            }
        }
        #expect(loaded == Self.rows.count)
        try expectRows(in: books)
    }

    private func expectRows(in books: TestBooks) throws {
        var seen = 0
        try books.database.read { connection throws in
            try connection.rows("SELECT i, t, b FROM kept ORDER BY id") { row in
                let expected = Self.rows[seen]
                #expect(row.intOrNil(0) == expected.0)
                #expect(
                    row.textOrNil(1).map { Array($0.utf8) } == expected.1.map { Array($0.utf8) })
                #expect((row.isNull(2) ? nil : row.blob(2)) == expected.2)
                #expect(row.withText(1) { $0.count } == expected.1?.utf8.count ?? 0)
                seen += 1
            }
        }
        #expect(seen == Self.rows.count)
    }

    @Test(arguments: engines) func aTextWithNulIsRefused(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        for text in ["\0", "a\0b", "a\0"] {
            #expect(throws: Fault.constraint("a text with U+0000")) {
                try books.database.write {
                    try $0.run("INSERT INTO kept (id, t) VALUES ($1, $2)", [1, .text(text)])
                }
            }
            #expect(throws: Fault.constraint("a text with U+0000")) {
                try books.database.write { connection throws in
                    try connection.load(into: "kept", columns: ["id", "t"]) { loader in
                        loader.int(1)
                        loader.text(text)
                        try loader.end()
                    }
                }
            }
        }
        #expect(try books.count("SELECT count(*) FROM kept") == 0)
    }

    @Test(arguments: engines) func aValueMayBeNullOneTimeAndNotTheNext(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        let sql = "INSERT INTO kept (id, i, t, b) VALUES ($1, COALESCE($2, 0), $3, $4)"
        try books.database.write { connection throws in
            try connection.run(sql, [1, nil, nil, nil])
            try connection.run(sql, [2, .int(.max), "x", [1]])
            try connection.run(sql, [3, nil, "y", nil])
        }
        #expect(try books.count("SELECT max(i) FROM kept") == .max)
    }

    @Test(arguments: engines) func truthIsOneAndZero(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        try books.database.read { connection throws in
            #expect(try connection.int("SELECT $1 = $2", [1, 1]) == 1)
            #expect(try connection.int("SELECT $1 = $2", [1, 2]) == 0)
        }
    }

    @Test(arguments: engines) func aSumBeyondInt64IsAFault(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        try books.database.write { connection throws in
            for id in Int64(1)...2 {
                try connection.run(
                    "INSERT INTO kept (id, i) VALUES ($1, $2)", [.int(id), .int(.max)])
            }
        }
        #expect(throws: Fault.self) { try books.count("SELECT sum(i) FROM kept") }
    }

    @Test(arguments: engines) func aColumnKeepsItsKind(engine: Engine) throws {
        let books = try TestBooks(engine, [Self.kinds])
        #expect(throws: Fault.self) {
            try books.database.write {
                try $0.run("INSERT INTO kept (id, i) VALUES ($1, $2)", [1, "a word"])
            }
        }
    }
}
