import Formats
import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Every reason for which a file waits, with an example; and what comes in once it is mended.
@Suite struct ImportFindingTests {
    @Test func eachFindingHasAnExample() throws {
        let desk = try ImportDesk(.sqlite)
        var seen: Set<String> = []
        func expect(_ code: String, _ name: String, _ text: String) throws {
            let outcome = try desk.take(name, text)
            let codes = Set(outcome.findings.map(\.code))
            #expect(codes.contains(code), "\(name): \(codes)")
            seen.formUnion(codes)
        }
        let invoices = "invoice,entity,customer,issued,due,currency,net,tax,gross\n"
        try desk.take(
            "i.csv", invoices + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00\n")
        try desk.take("r.csv", "from,to,date,rate\nUSD,EUR,2026-01-01,0.90\n")
        try desk.take(
            "o.csv", "order,entity,customer,date,currency,amount\nSO1,HH,C1,2026-03-01,EUR,5.00\n")

        try expect("format-unknown", "x.bin", "\u{1}\u{2}\u{3} nothing known")
        try expect("file-empty", "empty.csv", "")
        try expect("entity-unknown", "a.csv", "customer,entity,name\nC9,XX,Nobody\n")
        try expect(
            "customer-unknown", "b.csv", invoices + "INV-2,HH,C9,2026-03-01,2026-03-31,EUR,,,1.00\n"
        )
        try expect(
            "invoice-differs", "c.csv",
            invoices + "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,,,120.00\n")
        try expect(
            "rate-missing", "d.csv", invoices + "INV-3,HH,C1,2026-03-01,2026-03-31,JPY,,,120\n")
        try expect(
            "due-missing", "e.csv",
            "invoice,entity,customer,issued,currency,gross\nINV-4,HH,C1,2026-03-01,EUR,1.00\n")
        try expect("invoice-unknown", "f.csv", "invoice,line,net\nINV-9,1,1.00\n")
        try expect("invoice-lines-do-not-foot", "g.csv", "invoice,line,net\nINV-1,1,99.00\n")
        try expect("amount-beyond-currency", "h.csv", "invoice,line,net\nINV-1,1,100.005\n")
        try expect("order-unknown", "j.csv", "delivery,order,date\nD1,SO9,2026-03-01\n")
        try expect("rate-differs", "k.csv", "from,to,date,rate\nUSD,EUR,2026-01-01,0.91\n")
        _ = try Office(desk.database).perform(
            OpenEntity(number: 2, code: "DL", name: "Dalian", country: "CN", currency: .cny),
            key: "init2", at: desk.desk)
        try expect(
            "account-of-other-entity", "l.csv",
            "account,entity,currency\n\(ImportDesk.account),DL,EUR\n")
        let entry = [TestEntry(amount: 1_00, reference: "R1")]
        let statement = TestStatement.camt("S1", "2026-04-01", opening: 0, entry)
        let other = { (old: String, new: String) in
            statement.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
        }
        try expect(
            "own-account-unknown", "m.xml", other(ImportDesk.account, "DE02120300000000202051"))
        try expect("account-currency-differs", "n.xml", other("EUR", "USD"))
        try expect(
            "balances-missing", "p.xml", TestStatement.camt("S9", "2026-03-01", opening: nil, entry)
        )
        try desk.take("s1.xml", TestStatement.camt("S1", "2026-04-01", opening: 1_00, entry))
        try expect(
            "statement-differs", "s1b.xml",
            TestStatement.camt("S1", "2026-04-01", opening: 1_00, entry + entry))
        try expect(
            "statement-gap", "s3.xml", TestStatement.camt("S3", "2026-04-03", opening: 9_00, entry))
        try expect(
            "statement-corroborates", "s1.sta",
            TestStatement.mt940("M1", "2026-04-01", opening: 1_00, entry))
        try expect(
            "statement-overlap-open", "s4.xml",
            TestStatement.camt(
                "S4", "2026-04-01", opening: 0, [TestEntry(amount: 3_00, reference: "Q")]))
        try expect(
            "statement-line-added", "s1c.xml",
            TestStatement.camt("S1", "2026-04-01", opening: 1_00, entry + entry))
        try expect(
            "statement-line-missing", "s1d.xml",
            TestStatement.camt("S1", "2026-04-01", opening: 1_00, []))
        try expect(
            "advice-without-amount", "a.edi",
            "UNB+UNOC:3+1:14+2:14+260401:0915+R1'UNH+1+REMADV:D:96A:UN'DOC+380+INV-1'UNS+S'"
                + "UNT+4+1'UNZ+1+R1'")
        try expect(
            "payment-file-not-imported", "p.xml",
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">"
                + "<CstmrCdtTrfInitn/></Document>")
        try expect("booking-date-missing", "q.xml", Self.undated)
        let missing = Set(ImportFinding.allCases.map(\.rawValue)).subtracting(seen)
        // A file that nobody may read is tried where the tests are not root.
        // Those of notices and mails have tests of their own.
        #expect(missing == ["file-unreadable", "notice-not-broken-down", "advice-missing"])
        try desk.verify()
    }

    /// All findings at once, and nothing of the file; then the mended file.
    @Test(arguments: Books.engines) func aFileIsImportedWholeOrNotAtAll(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let header = "invoice,entity,customer,issued,due,currency,net,tax,gross\n"
        let bad = """
            INV-1,HH,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00
            INV-2,HH,C7,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00
            INV-3,HH,C1,2026-03-01,2026-02-01,EUR,100.00,19.00,119.00
            INV-4,HH,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.01
            INV-5,XX,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00

            """
        let outcome = try desk.take("a.csv", header + bad)
        #expect(outcome.state == .held)
        let places = outcome.findings.filter { $0.severity == .error }.map(\.place).sorted()
        #expect(
            places == ["row 3, customer", "row 4, due", "row 5, gross", "row 6, entity"])
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 0)
        let good = "INV-1,HH,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00\n"
        #expect(try desk.take("a.csv", header + good).new == 1)
        // The same row in another file is passed over.
        let more = good + "INV-2,HH,C2,2026-03-02,2026-04-01,EUR,,,50.00\n"
        let second = try desk.take("b.csv", header + more)
        #expect(second.state == .imported && second.rows == 2 && second.new == 1)
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 2)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func extractsOfEveryKindComeIn(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let outcomes = try desk.takeAll([
            ("z-lines.csv", "invoice,line,item,net\nRE-1,1,Pump,60.00\nRE-1,2,Valve,40.00\n"),
            (
                "invoices.csv",
                "发票号;公司;客户;开票日期;到期日;币种;不含税金额;税额;价税合计\nRE-1;HH;C1;2026-03-01;2026-03-31;EUR;100.00;19.00;119.00\n"
            ),
            (
                "orders.csv",
                "order,entity,customer,date,currency,amount\nSO1,HH,C1,2026-02-01,EUR,100.00\n"
            ),
            ("deliveries.csv", "delivery,order,date,amount\nD1,SO1,2026-02-20,100.00\n"),
            ("rates.csv", "from,to,date,rate\nUSD,EUR,2026-01-02,0.9\n"),
            (
                "balances.csv",
                "entity,account,date,currency,balance\nHH,1122,2026-05-15,EUR,118.00\n"
            ),
        ])
        #expect(outcomes.allSatisfy { $0.state == .imported && $0.new > 0 })
        #expect(try desk.count("SELECT COUNT(*) FROM invoiceLine") == 2)
        #expect(try desk.count("SELECT COUNT(*) FROM delivery") == 1)
        // The general ledger says another balance, and the reconciliation shows it.
        let checks = try desk.database.read { try Reconciliation(asOf: desk.desk.today).checks($0) }
        let off = checks.filter { $0.difference != 0 }
        #expect(off.map(\.name) == ["subledger 1122 = general ledger"])
        #expect(off.first?.difference == 1_00)
    }

    private static let undated = """
        <?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>U</MsgId><CreDtTm>2026-04-01T20:00:00Z</CreDtTm></GrpHdr><Stmt><Id>U</Id>
        <Acct><Id><IBAN>\(ImportDesk.account)</IBAN></Id><Ccy>EUR</Ccy></Acct></Stmt></BkToCstmrStmt></Document>
        """
}
