import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Statements without an opening balance: what is new is counted, and must lead from the closing
/// balance the books have to the one of the file.
@Suite struct OFXImportTests {
    private let two = [
        TestEntry(amount: 100_00, reference: "R1", payer: "Adler GmbH", day: "2026-04-01"),
        TestEntry(amount: 250_00, reference: "R2", day: "2026-04-01"),
    ]

    @Test(arguments: Books.engines) func twiceBringsNothingNew(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let file = TestStatement.ofx(
            server: "20260402080000", "2026-04-01", closing: 350_00, two)
        let first = try desk.take("a.ofx", file)
        #expect(first.state == .imported && first.new == 2)
        // That nothing is missing in a first statement without opening balance is not proved.
        #expect(first.findings.map(\.code) == ["balances-missing"])
        guard case .known = try desk.take("copy.qfx", file).state else {
            Issue.record("the same bytes under another name were not known")
            return
        }
        // Other bytes of the same answer, and the same days asked for again.
        let same = try desk.take("b.ofx", file + "\n")
        #expect(same.state == .imported && same.new == 0)
        let again = try desk.take(
            "c.ofx",
            TestStatement.ofx(server: "20260403080000", "2026-04-01", closing: 350_00, two))
        #expect(again.state == .imported && again.new == 0)
        #expect(try desk.received == 350_00)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func overlappingDownloads(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take(
            "a.ofx", TestStatement.ofx(server: "1", "2026-04-01", closing: 350_00, two))
        let later = two + [TestEntry(amount: 9_00, reference: "R3", day: "2026-04-02")]
        let month = TestStatement.ofx(
            server: "2", from: "2026-03-01", "2026-04-02", closing: 359_00, later)
        #expect(try desk.take("b.ofx", month).new == 1)
        #expect(try desk.received == 359_00)
        // A day is missing before this one: its entry does not lead to its balance.
        let gap = TestStatement.ofx(
            server: "3", "2026-04-05", closing: 400_00,
            [TestEntry(amount: 1_00, reference: "R9")])
        let outcome = try desk.take("c.ofx", gap)
        #expect(outcome.state == .held)
        #expect(outcome.findings.contains { $0.code == "statement-overlap-open" })
        #expect(try desk.received == 359_00)
        try desk.verify()
    }

    /// Other formats have other references for the same money: period, count and balance tell.
    @Test(arguments: Books.engines) func sameDayInTwoFormats(_ engine: Engine) throws {
        let named = two.map { entry in
            var entry = entry
            entry.reference = entry.reference.map { "FIT-" + $0 }
            return entry
        }
        for ofxFirst in [true, false] {
            let desk = try ImportDesk(engine)
            let mt940 = TestStatement.mt940("M1", "2026-04-01", opening: 0, two)
            let ofx = TestStatement.ofx(server: "1", "2026-04-01", closing: 350_00, named)
            try desk.take("first", ofxFirst ? ofx : mt940)
            let second = try desk.take("second", ofxFirst ? mt940 : ofx)
            #expect(second.state == .imported && second.new == 0)
            #expect(second.findings.contains { $0.code == "statement-corroborates" })
            #expect(try desk.received == 350_00)
            try desk.verify()
        }
    }

    /// Without any balance nothing tells whether these are the same two payments.
    @Test(arguments: Books.engines) func twoFormatsWithoutBalanceWait(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.sta", TestStatement.mt940("M1", "2026-04-01", opening: 0, two))
        let other = [TestEntry(amount: 100_00, reference: "X1")]
        let outcome = try desk.take(
            "b.ofx", TestStatement.ofx(server: "1", "2026-04-01", closing: nil, other))
        #expect(outcome.state == .held)
        #expect(outcome.findings.contains { $0.code == "statement-overlap-open" })
        #expect(try desk.received == 350_00)
    }

    @Test func interestAndFeesAreNoReceipts() {
        let kind = { (amount: Int64, code: String) in
            BankLineClass.classify(
                amount: amount, reversal: false, returned: false, code: code, text: "",
                fromOwnAccount: false)
        }
        #expect(kind(5, "INT") == .other && kind(5, "DIV") == .other)
        #expect(kind(-5, "FEE") == .bankCharge && kind(-5, "SRVCHG") == .bankCharge)
        #expect(kind(5, "CREDIT") == .receipt && kind(-5, "DEBIT") == .other)
    }
}
