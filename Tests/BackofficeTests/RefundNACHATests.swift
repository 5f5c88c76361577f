import Foundation
import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// A refund that goes by ACH, and what comes back from there.
@Suite struct RefundNACHATests {
    private func at(_ books: ImportDesk, _ actor: String) -> Desk {
        Desk(actor: actor, today: books.desk.today, at: books.desk.at)
    }

    private func refund(_ books: ImportDesk) throws -> Refund {
        var found: [Refund] = []
        try books.database.read { try ModelReader($0).refunds { found.append($0) } }
        return try #require(found.last)
    }

    /// In the USA the file is one of NACHA; R23 says that the receiver refuses it (domain.md §1.5).
    @Test(arguments: Books.engines) func americanAndRefused(_ engine: Engine) throws {
        let books = try ImportDesk(engine)
        let office = Office(books.database)
        let entity = Entity.ID(2)
        _ = try office.perform(
            OpenEntity(number: 2, code: "US", name: "Harbor Inc", country: "US", currency: .usd),
            key: "us", at: books.desk)
        try books.take(
            "own.csv",
            "account,entity,bank,currency,aliases\n4410029,US,021000021,USD,1990000001\n")
        try books.take("us.csv", "customer,entity,name\nACME,US,Acme Tools Inc\n")
        var record = RecordReceipt(
            entity: entity, amount: Money(minor: 900_00, .usd), bookedOn: Day("2026-05-01")!,
            valueDate: Day("2026-05-01")!)
        record.source.payerAccount = "1234567890"
        record.source.payerBank = "121000358"
        record.source.payer = "Acme Tools Inc"
        _ = try office.perform(record, key: "receipt", at: books.desk)
        let receipt = Receipt.ID(try books.count("SELECT MAX(id) FROM receipt"))
        let customer = try books.count("SELECT id FROM customer WHERE code = 'ACME'")
        _ = try office.perform(
            MoveReceipt(receipt: receipt, .identify(Customer.ID(customer)), why: ""),
            key: "identify", at: books.desk)
        var asked = RequestRefund(
            receipt: receipt, amount: Money(minor: 900_00, .usd), requestedBy: "li", why: "")
        asked.from = .unapplied
        _ = try office.perform(asked, key: "ask", at: at(books, "wang"))
        let number = try refund(books).number
        let written = try books.database.read {
            try Naming($0, entity: "US").refundFile(
                account: "4410029", [number], format: nil, at: at(books, "ann"))
        }
        #expect(written.file.format == "NACHA")
        let lines = String(decoding: written.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 10 && lines.allSatisfy { $0.utf8.count == 94 })
        #expect(lines[2].contains(number) && lines[2].hasPrefix("6221210003581234567890"))
        _ = try office.perform(
            BuildRefundFile(entity: entity, file: written.file), key: "build",
            at: at(books, "ann"))
        let (id, file) = try books.database.read {
            try Naming($0, entity: "US").builtFile(written.file.number)
        }
        _ = try office.perform(
            ReleaseRefundFile(
                file: id, refunds: file.refunds, hash: RefundFileWriting.hash(written.bytes),
                count: 1, total: file.total), key: "release", at: at(books, "sun"))
        #expect(try refund(books).state == .released)

        // It comes back as it was given, with an addenda record of type 99.
        var back = lines.map(String.init)
        let entry = back[2]
        back[2] = "621021000021" + entry.dropFirst(12).prefix(66) + "1121000350000001"
        back[3] =
            "799R23" + String(entry.suffix(15)) + "      12100035"
            + String(repeating: " ", count: 44) + "121000350000001"
        let sums = "0002100002000000000000000000090000"
        back[4] = "8220000002" + sums + back[4].suffix(50)
        back[5] = "900000100000100000002" + sums + String(repeating: " ", count: 39)
        let outcome = try books.take("return.ach", back.joined(separator: "\n") + "\n")
        #expect(outcome.state == .imported, "\(outcome.findings)")
        let refused = try refund(books)
        #expect(refused.state == .approved && refused.bankReason == "R23" && refused.file == nil)
        try books.verify()
    }
}
