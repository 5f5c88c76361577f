import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// An import is taken back as a whole, or not at all and with the reasons; then it may come again.
@Suite struct UndoImportTests {
    private let two = [
        TestEntry(amount: 100_00, reference: "R1", payer: "Adler GmbH"),
        TestEntry(amount: -5_00, reference: "R2", text: "FEE"),
    ]

    private func undo(_ desk: ImportDesk, _ name: String) throws -> UndoImport.Outcome {
        try UndoImport(desk.database, desk: desk.desk).run(name, why: "wrong file")
    }

    private func refusals(_ desk: ImportDesk, _ name: String) throws -> [String] {
        do {
            _ = try undo(desk, name)
            return []
        } catch let inUse as UndoImport.InUse {
            return inUse.reasons.map(\.code)
        } catch let refusal as Refusal {
            return [refusal.code]
        }
    }

    private func bank(_ desk: ImportDesk) throws -> Int64 {
        try desk.database.read { connection in
            let entity = try MasterReader(connection: connection).entities()[0].0
            return try Balances(connection, entity.id, asOf: desk.desk.today).functional(.bank)
        }
    }

    @Test(arguments: Books.engines) func statementThereAndBack(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let file = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
        try desk.take("a.xml", file)
        #expect(try bank(desk) == 95_00)
        let outcome = try undo(desk, "a.xml")
        #expect(outcome.lines == 2 && outcome.receipts == 1)
        #expect(try bank(desk) == 0)
        #expect(try refusals(desk, "a.xml") == ["import-undone"])
        try desk.verify()
        // It may come again, and counts once.
        let again = try desk.take("a.xml", file)
        #expect(again.state == .imported && again.new == 2)
        #expect(try bank(desk) == 95_00)
        guard case .known = try desk.take("b.xml", file).state else {
            Issue.record("imported twice")
            return
        }
        try desk.verify()
    }

    @Test(arguments: Books.engines) func whatDependsOnItIsSaid(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        #expect(try refusals(desk, "none.xml") == ["import-not-found"])
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, two))
        try desk.take(
            "b.xml",
            TestStatement.camt(
                "S2", sequence: 2, "2026-04-02", opening: 95_00,
                [TestEntry(amount: 1_00, reference: "R9")]))
        #expect(try refusals(desk, "a.xml") == ["statement-follows"])
        let receipt = Receipt.ID(
            try desk.count("SELECT id FROM receipt WHERE amount = 100"))
        let customer = Customer.ID(try desk.count("SELECT MIN(id) FROM customer"))
        for (key, move) in [MoveReceipt.Move.identify(customer), .putOnAccount(nil)].enumerated() {
            _ = try Office(desk.database).perform(
                MoveReceipt(receipt: receipt, move, why: "told"), key: "k\(key)", at: desk.desk)
        }
        #expect(try refusals(desk, "b.xml") == ["receipt-in-use"])
        #expect(try bank(desk) == 96_00)
        _ = try Office(desk.database).perform(
            MoveReceipt(receipt: receipt, .takeOffAccount(nil), why: "told"), key: "back",
            at: desk.desk)
        _ = try undo(desk, "b.xml")
        _ = try undo(desk, "a.xml")
        #expect(try bank(desk) == 0)
        #expect(
            try refusals(desk, "customers.csv") == ["record-in-use"])
        try desk.verify()
    }

    @Test(arguments: Books.engines) func invoicesThereAndBackAndCorrected(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let header = "invoice,entity,customer,issued,due,currency,gross\n"
        try desk.take(
            "i.csv",
            header + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,119.00\n"
                + "INV-2,HH,C2,2026-03-01,2026-03-31,EUR,50.00\n")
        #expect(try undo(desk, "i.csv").items == 2)
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 0)
        // The numbers are free again: the corrected file may bring them.
        let corrected = try desk.take(
            "corrected.csv", header + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,120.00\n")
        #expect(corrected.state == .imported && corrected.new == 1)
        #expect(try desk.count("SELECT CAST(SUM(open) AS BIGINT) FROM openItem") == 120_00)
        try desk.verify()
    }

    /// Master data is again what it was, or is withdrawn; numbers are never used twice.
    @Test(arguments: Books.engines) func mastersThereAndBack(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("r1.csv", "from,to,date,rate\nUSD,EUR,2026-01-01,0.90\n")
        try desk.take(
            "more.csv", "customer,entity,name\nC1,HH,Adler & Sohn GmbH\nC3,HH,Cordes GmbH\n")
        try desk.take(
            "orders.csv",
            "order,entity,customer,date,currency,amount\n"
                + "SO1,HH,C3,2026-03-01,EUR,5.00\n")
        try desk.take("deliveries.csv", "delivery,order,date,amount\nD1,SO1,2026-03-02,5.00\n")
        try desk.take(
            "balances.csv", "entity,account,date,currency,balance\nHH,1122,2026-05-15,EUR,0.00\n")
        #expect(try refusals(desk, "more.csv") == ["record-in-use"])
        #expect(try refusals(desk, "orders.csv") == ["record-in-use"])
        for name in ["deliveries.csv", "orders.csv", "balances.csv", "r1.csv"] {
            #expect(try undo(desk, name).records == 1)
        }
        for table in ["delivery", "salesOrder", "glBalance", "exchangeRate"] {
            let rows = try desk.database.read { connection in
                var rows = 0
                try connection.rows("SELECT 1 FROM \(table)") { _ in rows += 1 }
                return rows
            }
            #expect(rows == 0, "\(table)")
        }
        #expect(try refusals(desk, "customers.csv") == ["record-changed-since"])
        #expect(try undo(desk, "more.csv").records == 2)
        let names = { () throws -> [String] in
            try desk.database.read { connection in
                var names: [String] = []
                try connection.rows("SELECT name FROM customer ORDER BY code") {
                    names.append($0.text(0))
                }
                return names
            }
        }
        #expect(try names() == ["Adler GmbH", "Brandt GmbH"])
        try desk.verify()
        // It may come again, and other numbers are given out.
        try desk.take(
            "more.csv", "customer,entity,name\nC1,HH,Adler & Sohn GmbH\nC3,HH,Cordes GmbH\n")
        #expect(try names() == ["Adler & Sohn GmbH", "Brandt GmbH", "Cordes GmbH"])
        try desk.verify()
    }

    @Test(arguments: Books.engines) func linesOfInvoicesThereAndBack(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take(
            "i.csv",
            "invoice,entity,customer,issued,due,currency,net,tax,gross\n"
                + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00\n")
        try desk.take("l.csv", "invoice,line,net\nINV-1,1,60.00\nINV-1,2,40.00\n")
        #expect(try undo(desk, "l.csv").records == 1)
        #expect(try desk.count("SELECT COUNT(*) FROM invoiceLine") == 0)
        #expect(try desk.take("l2.csv", "invoice,line,net\nINV-1,1,100.00\n").state == .imported)
        #expect(try desk.count("SELECT COUNT(*) FROM invoiceLine") == 1)
        try desk.verify()
    }

    /// Notices wait again for the statement that was taken back, and for its corrected one.
    @Test(arguments: Books.engines) func noticesWaitAgain(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let told = [TestEntry(amount: 100_00, reference: "R1", payer: "Adler GmbH", text: "INV-1")]
        try desk.take(
            "n.xml",
            TestStatement.camt("N", "2026-04-01", opening: nil, told, message: "camt.054.001.08"))
        let file = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
        try desk.take("a.xml", file)
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NOT NULL") == 1)
        _ = try undo(desk, "a.xml")
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NOT NULL") == 0)
        try desk.take("a.xml", file)
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NOT NULL") == 1)
        // What it completed stands on it, until its money is taken back.
        #expect(try refusals(desk, "n.xml") == ["notice-tied"])
        _ = try undo(desk, "a.xml")
        #expect(try undo(desk, "n.xml").notices == 1)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func aCorrectedStatementShowsWhatChanges(
        _ engine: Engine
    ) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, two))
        let other = TestStatement.camt(
            "S1", "2026-04-01", opening: 0,
            [two[1], TestEntry(amount: 101_00, reference: "R1", payer: "Adler GmbH")])
        let waits = try desk.take("b.xml", other)
        #expect(waits.state == .held)
        let said = waits.findings.map { "\($0.code) \($0.value ?? "")" }
        #expect(
            said == [
                "statement-line-added 101.00 EUR", "statement-line-missing 100.00 EUR",
                "statement-differs S1",
            ])
        #expect(try bank(desk) == 95_00)
        let accepted = try Importer(
            desk.database, desk: desk.desk, acceptingCorrections: true
        ).run([desk.folder + "/b.xml"])
        #expect(accepted[0].state == .imported && accepted[0].new == 1, "\(accepted[0].findings)")
        #expect(try bank(desk) == 96_00)
        #expect(try desk.count("SELECT COUNT(*) FROM bankStatement WHERE withdrawn = 0") == 1)
        #expect(try desk.count("SELECT COUNT(*) FROM bankLine WHERE reversedOn IS NULL") == 2)
        try desk.verify()
    }

    /// What was corrected away and used already keeps the file waiting.
    @Test(arguments: Books.engines) func aCorrectionOfUsedMoneyWaits(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, two))
        let receipt = Receipt.ID(try desk.count("SELECT MAX(id) FROM receipt"))
        let customer = Customer.ID(try desk.count("SELECT MIN(id) FROM customer"))
        for (key, move) in [MoveReceipt.Move.identify(customer), .putOnAccount(nil)].enumerated() {
            _ = try Office(desk.database).perform(
                MoveReceipt(receipt: receipt, move, why: "told"), key: "k\(key)", at: desk.desk)
        }
        try desk.take("b.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, [two[1]]))
        let tried = try Importer(
            desk.database, desk: desk.desk, acceptingCorrections: true
        ).run([desk.folder + "/b.xml"])
        #expect(tried[0].state == .held)
        #expect(tried[0].findings.map(\.code) == ["receipt-in-use"])
        #expect(try bank(desk) == 95_00)
        try desk.verify()
    }

    @Test func theLogHasEveryFileWithItsTotals() throws {
        let desk = try ImportDesk(.sqlite)
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, two))
        try desk.take("broken.xml", TestStatement.camt("S3", "2026-04-03", opening: 1, two))
        try desk.take(
            "i.csv",
            "invoice,entity,customer,issued,due,currency,gross\n"
                + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,119.00\n")
        _ = try undo(desk, "i.csv")
        let entries = try desk.database.read { try ImportLog($0).entries() }
        let states = entries.map { "\($0.name) \($0.state)" }.sorted()
        #expect(
            states == [
                "a.xml imported", "bank-accounts.csv imported", "broken.xml waits",
                "customers.csv imported", "i.csv undone",
            ])
        let statement = try #require(entries.first { $0.name == "a.xml" })
        #expect(
            statement.totals == [ImportedFile.Total(.eur, credits: 100_00, debits: 5_00)])
        let waits = try #require(entries.first { $0.name == "broken.xml" })
        #expect(waits.findings.map(\.code) == ["statement-gap"])
        try desk.verify()
    }
}
