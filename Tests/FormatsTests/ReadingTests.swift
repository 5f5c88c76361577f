import Ledger
import Testing

@testable import Formats

@Suite struct ReadingTests {
    @Test func kindsAreToldByContent() {
        func kind(_ text: String) -> FileKind? { recognise(prefix: Array(text.utf8)) }
        #expect(kind(CamtSamples.full) == .camt)
        #expect(kind(CamtSamples.old) == .camt)
        #expect(kind("\u{FEFF}  \n<Document><BkToCstmrStmt>") == .camt)
        #expect(kind(":20:1\r\n:25:DE1/2\r\n") == .mt940)
        #expect(kind("{1:F01X}{2:O9401157070216Y}{4:\r\n:20:1") == .mt940)
        #expect(kind("junk of the bank\r\n\r\n:20:STARTUMS\r\n:25:1/2") == .mt940)
        #expect(kind("01,BANK,OURS,260302,0700,1,,,2/\n02,") == .bai2)
        #expect(kind("\n  01,BANK,OURS,20260302,0700,1,,,2/") == .bai2)
        #expect(kind("01,02,03\n1,2,3\n") == .csv)
        let lockbox = "100NORTHWIND HARBORBANK2603031800"
        #expect(kind(lockbox + "\r\n2NORTHWIND HARBORBANK") == .lockbox)
        let padding = String(repeating: " ", count: 47)
        #expect(kind("\n" + lockbox + padding + "\n500100100") == .lockbox)
        #expect(kind(lockbox) == nil)
        #expect(kind("100NORTHWIND HARBORBANK2613031800\n2") == nil)
        // The header of a NACHA file is the same so far.
        #expect(kind("101 021000021 1234567892603031800A094101HARBOR\n5220NORTHWIND") != .lockbox)
        #expect(kind("01,BANK,OURS,date\n") == .csv)
        #expect(kind(NACHASample.fileHeader) == .nacha)
        #expect(kind("\n" + NACHASample.fileHeader + "5200") == .nacha)
        #expect(kind("101,102,103,094\n1,2,3,4\n") == .csv)
        #expect(kind("OFXHEADER:100 DATA:OFXSGML <OFX>") == .ofx)
        #expect(kind("\n\nOFXHEADER:100\nDATA:OFXSGML\n") == .ofx)
        #expect(kind("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>") == .ofx)
        #expect(kind("DATA:OFXSGML\n<OFX>\n") == .ofx)
        #expect(kind("customer;entity;name\n1;2;3\n") == .csv)
        #expect(kind("\n\n客户,公司\n") == .csv)
        #expect(kind("a\tb") == .csv)
        #expect(kind("") == nil)
        #expect(kind("a sentence without any") == nil)
        #expect(kind("<html>, ; </html>") == nil)
        #expect(kind("{\"a\": 1, \"b\": 2}") == nil)
        #expect(kind("%PDF-1.7, ;") == .pdf)
        #expect(kind("From: a@b.example\nTo: c@d.example\nSubject: x\n\n") == .mail)
        #expect(kind("PK\u{3}\u{4}rest of a name xl/workbook.xml") == .xlsx)
        #expect(kind("PK\u{3}\u{4}rest of a name photo.jpg") == nil)
        #expect(kind("a,\u{0},b") == nil)
        #expect(kind("<Invoice xmlns=\"urn:oasis:names:specification:ubl\">") == nil)
        // A line that only speaks of tags is no statement.
        #expect(kind("a :20: b, :25: c") == .csv)
    }

    @Test func kindsInUTF16() {
        for text in [CamtSamples.full, "customer;entity\n1;2\n"] {
            let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let expected: FileKind = text == CamtSamples.full ? .camt : .csv
            #expect(recognise(prefix: little) == expected)
            #expect(recognise(prefix: big) == expected)
            #expect(recognise(prefix: [0xFF, 0xFE] + little) == expected)
        }
    }

    @Test func footing() {
        func check(
            _ opening: String, _ closing: String, _ amounts: [String],
            closingIn currency: Currency = .eur
        ) -> [String] {
            var statement = Statement(account: "X")
            statement.opening = .init(amount: Amount(opening)!, currency: .eur)
            statement.closing = .init(amount: Amount(closing)!, currency: currency)
            var footing = Footing()
            for amount in amounts {
                var entry = StatementEntry(amount: Amount(amount)!)
                entry.currency = .eur
                footing.add(entry)
            }
            return footing.check(statement).map(\.code)
        }
        #expect(check("1", "1.00", []) == [])
        #expect(check("-1", "0.500000000001", ["1.5", "0.000000000001"]) == [])
        #expect(check("1", "2", ["0.99"]) == ["statement-does-not-foot"])
        #expect(check("1", "2", ["5"], closingIn: .usd) == [])
        // As large as amounts get.
        let most = "999999999999999999"
        #expect(check(most, "-" + most, [String](repeating: "-" + most, count: 2)) == [])

        var without = Footing()
        without.add(StatementEntry(amount: Amount("1")!))
        #expect(without.check(Statement(account: "X")).isEmpty)
    }

    @Test func footingLeavesWhatIsNotBooked() {
        var statement = Statement(account: "X")
        statement.opening = .init(amount: Amount("1")!)
        statement.closing = .init(amount: Amount("1")!)
        var footing = Footing()
        for status in [StatementEntry.Status.pending, .info] {
            var entry = StatementEntry(amount: Amount("5")!)
            entry.status = status
            footing.add(entry)
        }
        #expect(footing.check(statement) == [])
        footing.add(StatementEntry(amount: Amount("5")!))
        let finding = footing.check(statement, at: "line 9").first
        #expect(finding?.place == "line 9")
        #expect(finding?.zh == "期初余额加已入账明细不等于期末余额：1 + 5.00 ≠ 1")
    }

    @Test func statementsThatNeverEndAreKept() {
        var collector = BankFileCollector()
        collector.add(.opened(Statement(account: "A")))
        collector.add(.entry(StatementEntry(amount: Amount("1")!)))
        collector.add(.opened(Statement(account: "B")))
        collector.add(.entry(StatementEntry(amount: Amount("2")!)))
        let read = collector.finish(format: "MT940")
        #expect(read.document.statements.map(\.account) == ["A", "B"])
        #expect(read.document.statements.map(\.entries.count) == [1, 1])
    }
}
