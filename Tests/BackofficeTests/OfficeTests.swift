import Foundation
import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Keys, and many writers at once, on both engines.
@Suite struct OfficeTests {
    private func dispute(_ on: Bool) -> MarkDispute {
        MarkDispute(entity: Entity.ID(1), number: "INV-1", disputed: on)
    }

    private func desk(_ engine: Engine, items: Int = 1) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        var text = "invoice,entity,customer,issued,due,currency,gross\n"
        for number in 1...items {
            text += "INV-\(number),HH,C1,2026-03-01,2026-03-31,EUR,100.00\n"
        }
        try desk.take("i.csv", text)
        return desk
    }

    @Test(arguments: Books.engines) func aKeyIsUsedOnceForEver(_ engine: Engine) throws {
        let desk = try desk(engine)
        let office = Office(desk.database)
        let first = try office.perform(dispute(true), key: "k1", at: desk.desk)
        #expect(!first.repeated && first.events != nil)
        let again = try office.perform(dispute(true), key: "k1", at: desk.desk)
        #expect(again.repeated && again.events == first.events)
        #expect(throws: Refusal(code: "key-reused", "k1")) {
            try office.perform(dispute(false), key: "k1", at: desk.desk)
        }
        // A refused command leaves its key free.
        #expect(throws: Refusal.self) {
            try office.perform(
                MarkDispute(entity: Entity.ID(1), number: "NONE", disputed: true), key: "k2",
                at: desk.desk)
        }
        #expect(try !office.perform(dispute(false), key: "k2", at: desk.desk).repeated)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func oneKeyAtOnceHasOneEffect(_ engine: Engine) throws {
        let desk = try desk(engine)
        let office = Office(desk.database)
        let command = dispute(true)
        let moment = desk.desk
        let counts = Counts()
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let outcome = try? office.perform(command, key: "same", at: moment)
            counts.add(outcome.map { $0.repeated ? "repeated" : "done" } ?? "failed")
        }
        #expect(counts.all == ["done": 1, "repeated": 7])
    }

    /// T5: sixteen writers try to use the same items and receipts; what is applied is never more
    /// than is open.
    @Test(arguments: Books.engines) func noItemIsAppliedTwice(_ engine: Engine) throws {
        let desk = try desk(engine, items: 20)
        let entries = (1...40).map { TestEntry(amount: 70_00, reference: "R\($0)") }
        try desk.take("s.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, entries))
        var items: [OpenItem.ID] = []
        var receipts: [Receipt.ID] = []
        var customer = Customer.ID(0)
        try desk.database.read { connection in
            try connection.rows("SELECT id, customer FROM item ORDER BY id") { row in
                items.append(OpenItem.ID(row.int(0)))
                customer = Customer.ID(row.int(1))
            }
            try connection.rows("SELECT id FROM receipt ORDER BY id") { row in
                receipts.append(Receipt.ID(row.int(0)))
            }
        }
        let office = Office(desk.database)
        let (allItems, allReceipts, payer, moment) = (items, receipts, customer, desk.desk)
        let counts = Counts()
        DispatchQueue.concurrentPerform(iterations: 16) { writer in
            for attempt in 0..<40 {
                let item = allItems[(writer * 7 + attempt * 3) % allItems.count]
                let receipt = allReceipts[(writer * 11 + attempt) % allReceipts.count]
                let command = ApplyReceipt(
                    receipt: receipt, lines: [ApplyReceipt.Line(item: item, cash: 35_00)],
                    customer: payer)
                do {
                    _ = try office.perform(command, key: "\(writer)-\(attempt)", at: moment)
                    counts.add("applied")
                } catch let refusal as Refusal {
                    counts.add(refusal.code)
                } catch {
                    counts.add("\(error)")
                }
            }
        }
        let codes = Set(counts.all.keys)
        #expect(
            codes.isSubset(of: ["applied", "exceeds-open", "exceeds-unapplied"]), "\(counts.all)")
        // Each item takes two applications of 35.00 and no third.
        #expect(counts.all["applied"] == 40)
        #expect(try desk.count("SELECT CAST(SUM(open) AS BIGINT) FROM openItem") == 20 * 30_00)
        try desk.verify()
    }

    final class Counts: @unchecked Sendable {
        private let lock = NSLock()
        private var counts: [String: Int] = [:]

        func add(_ what: String) { lock.withLock { counts[what, default: 0] += 1 } }
        var all: [String: Int] { lock.withLock { counts } }
    }
}
