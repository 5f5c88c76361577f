import Foundation
import Store
import Testing

/// Many writers at once: what each was told is done is done, once.
struct ConcurrencyTests {
    private func booksWithItems(_ engine: Engine, items: Int64, open: Int64) throws -> TestBooks {
        let books = try TestBooks(engine)
        try books.database.write { connection throws in
            try connection.run("INSERT INTO chain (entity, head) VALUES ($1, $2)", ["DE1", 0])
            for id in 1...items {
                try connection.run(
                    "INSERT INTO item (id, entity, openAmount) VALUES ($1, $2, $3)",
                    [.int(id), "DE1", .int(open)])
            }
        }
        return books
    }

    /// Sixteen writers apply 1 to one of twenty items, read before it is written, as a decision
    /// does.
    @Test(arguments: engines, [Isolation.readCommitted, .serializable])
    func noApplicationIsLost(engine: Engine, isolation: Isolation) throws {
        let locked = isolation == .readCommitted
        let rounds = locked ? 500 : 25
        let books = try booksWithItems(engine, items: 20, open: 1_000_000)
        let database = books.database
        let seed = UInt64.random(in: 1...1_000_000)
        try onThreads(16) { thread in
            for round in 0..<rounds {
                let item = Int64((seed &* 31 &+ UInt64(thread * 7919 + round * 104_729)) % 20) + 1
                let apply = { (connection: any Connection) in
                    if locked {
                        try connection.run(
                            "UPDATE chain SET head = head WHERE entity = $1", ["DE1"])
                    }
                    let open = try connection.int(
                        "SELECT openAmount FROM item WHERE id = $1", [.int(item)])
                    try connection.run(
                        "UPDATE item SET openAmount = $1 WHERE id = $2",
                        [.int((open ?? 0) - 1), .int(item)])
                    try connection.run(
                        "UPDATE chain SET head = head + 1 WHERE entity = $1", ["DE1"])
                }
                while true {
                    do {
                        try database.write(isolation, apply)
                        break
                    } catch Fault.busy where !locked {
                        // Serializable writers may lose ten times over; then the caller tries
                        // again.
                    }
                }
            }
        }
        let applied = Int64(16 * rounds)
        #expect(try books.count("SELECT head FROM chain") == applied, "seed \(seed)")
        #expect(
            try books.count("SELECT sum(openAmount) FROM item") == 20_000_000 - applied,
            "seed \(seed)")
    }

    /// 1,000 open, 1,600 tries of 1: exactly 1,000 win, and the CHECK stands behind the guard.
    @Test(arguments: engines) func noItemIsAppliedTwice(engine: Engine) throws {
        let books = try booksWithItems(engine, items: 1, open: 1_000)
        let database = books.database
        let won = NSCountedSet()
        nonisolated(unsafe) let wins = won
        let lock = NSLock()
        try onThreads(16) { _ in
            for _ in 0..<100 {
                let changed = try database.write { connection throws in
                    try connection.run(
                        """
                        UPDATE item SET openAmount = openAmount - $1
                        WHERE id = $2 AND openAmount >= $3
                        """, [1, 1, 1])
                }
                if changed == 1 { lock.withLock { wins.add("won") } }
            }
        }
        #expect(won.count(for: "won") == 1_000)
        #expect(try books.count("SELECT openAmount FROM item") == 0)
        #expect(throws: Fault.constraint("opennotnegative")) {
            try database.write { try $0.run("UPDATE item SET openAmount = openAmount - $1", [1]) }
        }
    }

    @Test(arguments: engines) func readersSeeBalancedBooksWhileOthersWrite(engine: Engine) throws {
        let books = try booksWithItems(engine, items: 2, open: 10_000)
        let database = books.database
        try onThreads(4) { thread in
            for _ in 0..<100 {
                if thread == 0 {
                    try database.write { connection throws in
                        let sql = "UPDATE item SET openAmount = openAmount + $1 WHERE id = $2"
                        try connection.run(sql, [-7, 1])
                        try connection.run(sql, [7, 2])
                    }
                } else {
                    try database.read { connection throws in
                        let first = try connection.int("SELECT openAmount FROM item WHERE id = 1")
                        let second = try connection.int("SELECT openAmount FROM item WHERE id = 2")
                        #expect((first ?? 0) + (second ?? 0) == 20_000)
                    }
                }
            }
        }
    }
}
