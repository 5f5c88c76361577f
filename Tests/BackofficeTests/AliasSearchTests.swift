import Ledger
import Matching
import Receivables
import Store
import Testing

@testable import Backoffice

/// What people apply by hand twice is proposed, counts once another has confirmed it, and no longer
/// once it is revoked.
@Suite struct AliasSearchTests {
    private static let payer = "NORDLICHT HOLDING"

    /// Four invoices and four payments by a name that no record has.
    private func desk(_ engine: Engine) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        var text = "invoice,entity,customer,issued,due,currency,gross\n"
        for number in 1...4 {
            text += "INV-20260\(number + 10),HH,C1,2026-03-01,2026-03-31,EUR,\(number)00.00\n"
        }
        try desk.take("i.csv", text)
        let entries = (1...4).map { number in
            TestEntry(
                amount: Int64(number) * 100_00, reference: "R\(number)", payer: Self.payer,
                text: "INV-20260\(number + 10)")
        }
        try desk.take("s.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, entries))
        return desk
    }

    private func apply(_ number: Int, _ desk: ImportDesk) throws {
        let receipt = try desk.count("SELECT id FROM receipt WHERE amount = \(number)0000")
        let item = try desk.count("SELECT id FROM item WHERE number = 'INV-20260\(number + 10)'")
        let customer = try desk.count("SELECT id FROM customer WHERE code = 'C1'")
        _ = try Office(desk.database).perform(
            ApplyReceipt(
                receipt: Receipt.ID(receipt),
                lines: [
                    ApplyReceipt.Line(item: OpenItem.ID(item), cash: Int64(number) * 100_00)
                ], customer: Customer.ID(customer)), key: "apply \(number)", at: desk.desk)
    }

    private func match(_ desk: ImportDesk) throws -> Int {
        try MatchRun(desk.database, desk: desk.desk).run().applied
    }

    @Test(arguments: Books.engines) func learnedConfirmedRevoked(_ engine: Engine) throws {
        let desk = try desk(engine)
        #expect(try match(desk) == 0)
        try apply(1, desk)
        #expect(try AliasSearch(desk.database, desk: desk.desk).run() == 0)
        try apply(2, desk)
        #expect(try AliasSearch(desk.database, desk: desk.desk).run() == 1)
        // Proposed once, and counts for nothing yet.
        #expect(try AliasSearch(desk.database, desk: desk.desk).run() == 0)
        #expect(try match(desk) == 0)
        let id = CaseFile.ID(try desk.count("SELECT id FROM caseFile WHERE kind = 'alias'"))
        let office = Office(desk.database)
        _ = try office.perform(
            DecideAlias(
                alias: id, text: Self.payer,
                .confirm(from: Day("2026-04-01"), until: Day("2026-12-31"))),
            key: "confirm", at: desk.desk)
        #expect(try match(desk) == 2)
        _ = try office.perform(
            DecideAlias(alias: id, text: Self.payer, .revoke), key: "revoke", at: desk.desk)
        try desk.verify()
        let rows = try desk.database.read { try AliasList(all: true).table($0).rows }
        #expect(rows.count == 1)
    }

    /// A proposal is right where it was applied as it was, and wrong where otherwise.
    @Test(arguments: Books.engines) func proposalsAreMeasured(_ engine: Engine) throws {
        let desk = try desk(engine)
        _ = try match(desk)
        for number in 1...3 { try apply(number, desk) }
        let customer = try desk.count("SELECT id FROM customer WHERE code = 'C1'")
        let receipt = Receipt.ID(try desk.count("SELECT id FROM receipt WHERE amount = 40000"))
        let item = OpenItem.ID(try desk.count("SELECT id FROM item WHERE number = 'INV-2026014'"))
        _ = try Office(desk.database).perform(
            ApplyReceipt(
                receipt: receipt, lines: [ApplyReceipt.Line(item: item, cash: 399_00)],
                customer: Customer.ID(customer)), key: "otherwise", at: desk.desk)
        let counts = try desk.database.read { connection in
            try MeasuredProposals(
                connection, try MasterReader(connection: connection).entities().map(\.0)
            ).counts
        }
        #expect(counts.values.reduce(0) { $0 + $1.of } == 4)
        #expect(counts.values.reduce(0) { $0 + $1.right } == 3)
        #expect(counts.keys.allSatisfy { $0.rule == .invoiceNumber && !$0.stops.isEmpty })
    }

    /// What an alias would have said: right, wrong, and of nobody yet; in its days only.
    @Test(arguments: Books.engines) func triedOnThePast(_ engine: Engine) throws {
        let desk = try desk(engine)
        for number in 1...2 { try apply(number, desk) }
        _ = try AliasSearch(desk.database, desk: desk.desk).run()
        let id = CaseFile.ID(try desk.count("SELECT id FROM caseFile WHERE kind = 'alias'"))
        let third = Receipt.ID(try desk.count("SELECT id FROM receipt WHERE amount = 30000"))
        let other = Customer.ID(try desk.count("SELECT id FROM customer WHERE code = 'C2'"))
        let office = Office(desk.database)
        _ = try office.perform(
            MoveReceipt(receipt: third, .identify(other), why: "letter"), key: "identify",
            at: desk.desk)
        var trial = try desk.database.read { try AliasTrial($0, id) }
        #expect(trial.pasts.map(\.verdict) == [.right, .right, .wrong, .found])
        #expect(trial.pasts[2].receipt == third && trial.pasts[2].customer == other)
        _ = try office.perform(
            DecideAlias(
                alias: id, text: Self.payer, .confirm(from: Day("2027-01-01"), until: nil)),
            key: "confirm", at: desk.desk)
        trial = try desk.database.read { try AliasTrial($0, id) }
        #expect(trial.pasts.isEmpty)
        #expect(throws: Refusal.self) {
            try desk.database.read { try AliasTrial($0, CaseFile.ID(999)) }
        }
    }

    /// Days are the receipt's value date: an alias of next year identifies nobody now.
    @Test func countsForItsDays() throws {
        let desk = try desk(try #require(Books.engines.first))
        for number in 1...2 { try apply(number, desk) }
        _ = try AliasSearch(desk.database, desk: desk.desk).run()
        let id = CaseFile.ID(try desk.count("SELECT id FROM caseFile WHERE kind = 'alias'"))
        _ = try Office(desk.database).perform(
            DecideAlias(
                alias: id, text: Self.payer, .confirm(from: Day("2027-01-01"), until: nil)),
            key: "confirm", at: desk.desk)
        #expect(try match(desk) == 0)
    }
}
