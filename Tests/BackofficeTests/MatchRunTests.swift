import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// A run decides on the books as they are when it posts, whatever they were when it read them.
@Suite struct MatchRunTests {
    /// Twelve invoices, and a receipt that names each of the first ten.
    private func desk(_ engine: Engine) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        var text = "invoice,entity,customer,issued,due,currency,gross\n"
        for number in 1...12 {
            text += "INV-20260\(number + 10),HH,C1,2026-03-01,2026-03-31,EUR,\(number)00.00\n"
        }
        try desk.take("i.csv", text)
        let entries = (1...10).map { number in
            TestEntry(
                amount: Int64(number) * 100_00, reference: "R\(number)", payer: "Adler GmbH",
                text: "INV-20260\(number + 10)")
        }
        try desk.take("s.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, entries))
        return desk
    }

    private func open(_ desk: ImportDesk) throws -> Int64 {
        try desk.count("SELECT CAST(SUM(open) AS BIGINT) FROM openItem")
    }

    @Test(arguments: Books.engines) func appliesWhatIsSure(_ engine: Engine) throws {
        let desk = try desk(engine)
        let result = try MatchRun(desk.database, desk: desk.desk).run()
        #expect(result.receipts == 10 && result.applied == 10 && result.refused.isEmpty)
        #expect(try open(desk) == (11 + 12) * 100_00)
        try desk.verify()
        let again = try MatchRun(desk.database, desk: desk.desk).run()
        #expect(again.receipts == 0)
    }

    @Test(arguments: Books.engines) func paysNoItemThatAnotherHasPaidMeanwhile(
        _ engine: Engine
    ) throws {
        let desk = try desk(engine)
        let (item, customer) = try desk.database.read { connection in
            var found = (item: Int64(0), customer: Int64(0))
            let sql = "SELECT id, customer FROM item WHERE number = 'INV-2026013'"
            try connection.rows(sql) { found = ($0.int(0), $0.int(1)) }
            return found
        }
        // The last receipt pays the invoice of 300.00 by hand, after the run has read it as open.
        let last = try desk.count("SELECT id FROM receipt WHERE amount = 100000")
        let moment = desk.desk
        let database = Interrupted(desk.database) { database in
            _ = try Office(database).perform(
                ApplyReceipt(
                    receipt: Receipt.ID(last),
                    lines: [ApplyReceipt.Line(item: OpenItem.ID(item), cash: 300_00)],
                    customer: Customer.ID(customer)),
                key: "by hand", at: moment)
        }
        let result = try MatchRun(database, desk: moment).run()
        #expect(database.wasInterrupted)
        #expect(result.applied == 8)
        #expect(Set(result.refused.map(\.1.code)) == ["exceeds-open", "exceeds-unapplied"])
        #expect(try open(desk) == (10 + 11 + 12) * 100_00)
        try desk.verify()
    }
}

/// Books into which someone else writes once, before the first transaction of the one who has
/// read them.
private final class Interrupted: Database, @unchecked Sendable {
    private let books: any Database
    private let other: (any Database) throws -> Void
    private(set) var wasInterrupted = false

    init(_ books: any Database, by other: @escaping (any Database) throws -> Void) {
        self.books = books
        self.other = other
    }

    var engine: Engine { books.engine }
    var address: String { books.address }

    func write<T>(
        _ isolation: Isolation, _ body: (any Connection) throws -> T
    ) throws -> T {
        if !wasInterrupted {
            wasInterrupted = true
            try other(books)
        }
        return try books.write(isolation, body)
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try books.read(body) }
    func schema() throws(Fault) -> Int { try books.schema() }
    func backup(to path: String) throws(Fault) { try books.backup(to: path) }
    func close() throws(Fault) { try books.close() }
}
