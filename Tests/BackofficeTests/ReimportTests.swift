import Ledger
import Store
import Testing

@testable import Backoffice

/// What is the same bank entry: each case that others dropped or doubled in silence, on both
/// engines.
@Suite struct ReimportTests {
    private let two = [
        TestEntry(amount: 100_00, reference: "R1"), TestEntry(amount: 250_00, reference: "R2"),
    ]

    @Test(arguments: Books.engines) func sameFileAgain(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let file = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
        #expect(try desk.take("a.xml", file).state == .imported)
        guard case .known = try desk.take("copy.xml", file).state else {
            Issue.record("the same bytes under another name were not known")
            return
        }
        #expect(try desk.receipts == 2)
        // The same statement with other white space is other bytes, but no other statement.
        let again = try desk.take("b.xml", file + "\n")
        #expect(again.state == .imported && again.new == 0)
        #expect(try desk.receipts == 2)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func statementIdUsedAgainNextYear(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.xml", TestStatement.camt("7", "2025-04-01", opening: 0, two))
        let next = TestStatement.camt(
            "7", "2026-04-01", opening: 350_00, [TestEntry(amount: 5_00, reference: "R9")])
        #expect(try desk.take("b.xml", next).new == 1)
        #expect(try desk.receipts == 3)
    }

    @Test(arguments: Books.engines) func overlappingDownloads(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let morning = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
        let evening = TestStatement.camt(
            "S2", "2026-04-01", opening: 0, two + [TestEntry(amount: 9_00, reference: "R3")])
        try desk.take("morning.xml", morning)
        let second = try desk.take("evening.xml", evening)
        #expect(second.state == .imported && second.new == 1)
        #expect(try desk.received == 359_00)
        // And the shorter one after the longer one brings nothing.
        let late = try desk.take(
            "noon.xml", TestStatement.camt("S3", "2026-04-01", opening: 0, two))
        #expect(late.new == 0)
        #expect(try desk.received == 359_00)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func legitimateTwinsOfOneDay(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let twin = TestEntry(amount: 20_00, reference: nil, text: "same words")
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, [twin, twin]))
        #expect(try desk.receipts == 2)
        // Sent again with a third one: two are known, one is new.
        let more = TestStatement.camt("S2", "2026-04-01", opening: 0, [twin, twin, twin])
        #expect(try desk.take("b.xml", more).new == 1)
        #expect(try desk.receipts == 3)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func severalPaymentsInOneEntry(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let batch = TestEntry(
            amount: 60_00, reference: "B1", endToEnd: "E", parts: [10_00, 20_00, 30_00])
        let file = TestStatement.camt("S1", "2026-04-01", opening: 0, [batch])
        #expect(try desk.take("a.xml", file).state == .imported)
        #expect(try desk.lines == 1)
        #expect(try desk.receipts == 3)
        #expect(try desk.received == 60_00)
        // Parts that do not sum to the entry make one receipt of it.
        let odd = TestEntry(amount: 70_00, reference: "B2", parts: [10_00, 20_00])
        try desk.take("b.xml", TestStatement.camt("S2", "2026-04-02", opening: 60_00, [odd]))
        #expect(try desk.receipts == 4)
        try desk.verify()
    }

    @Test(arguments: Books.engines)
    func bankReferenceOfDifferentPayments(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let entries = [
            TestEntry(amount: 1_00, reference: "SAME"), TestEntry(amount: 2_00, reference: "SAME"),
            TestEntry(amount: 3_00, reference: "SAME"),
        ]
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, entries))
        #expect(try desk.receipts == 3)
    }

    @Test(arguments: Books.engines) func endToEndIdIsNoKey(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let entries = (1...3).map {
            TestEntry(amount: Int64($0) * 100, reference: "R\($0)", endToEnd: "ONE")
        }
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, entries))
        #expect(try desk.receipts == 3)
    }

    @Test(arguments: Books.engines) func pendingIsNeverPosted(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let pending = TestEntry(amount: 5_00, reference: "P1", status: "PDNG")
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, [pending]))
        #expect(try desk.lines == 0)
        let booked = TestEntry(amount: 5_00, reference: "X9")
        try desk.take("b.xml", TestStatement.camt("S2", "2026-04-02", opening: 0, [booked]))
        #expect(try desk.receipts == 1)
    }

    @Test(arguments: Books.engines) func entryDatedBeforeTheLastImport(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-10", opening: 0, two))
        let late = TestEntry(amount: 7_00, reference: "R3", day: "2026-04-02")
        try desk.take("b.xml", TestStatement.camt("S2", "2026-04-11", opening: 350_00, [late]))
        #expect(try desk.received == 357_00)
    }

    @Test(arguments: Books.engines) func sameDayInTwoFormats(_ engine: Engine) throws {
        for camtFirst in [true, false] {
            let desk = try ImportDesk(engine)
            let camt = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
            let mt940 = TestStatement.mt940("M1", "2026-04-01", opening: 0, two)
            try desk.take("first", camtFirst ? camt : mt940)
            let second = try desk.take("second", camtFirst ? mt940 : camt)
            #expect(second.state == .imported && second.new == 0)
            #expect(second.findings.contains { $0.code == "statement-corroborates" })
            #expect(try desk.received == 350_00)
            try desk.verify()
        }
    }

    @Test(arguments: Books.engines) func sameDayThroughBAI2(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let named = TestEntry(amount: 70_00, reference: "R3", payer: "Adler GmbH", text: "RE 7")
        let entries = two + [named, TestEntry(amount: -20_00, reference: "R4")]
        // The bank may write its account number with blanks.
        let file = TestStatement.bai2(
            "1", "2026-04-01", opening: 0, entries, account: "DE89 3704 0044 0532 0130 00")
        let first = try desk.take("a.bai", file)
        #expect(first.state == .imported && first.new == 4)
        #expect(first.findings.isEmpty)
        #expect(try desk.lines == 4)
        #expect(try desk.received == 420_00)
        guard case .known = try desk.take("copy.bai", file).state else {
            Issue.record("the same bytes under another name were not known")
            return
        }
        let again = try desk.take("b.bai", file + "\r\n")
        #expect(again.state == .imported && again.new == 0)
        let other = try desk.take(
            "c.bai", TestStatement.bai2("2", "2026-04-01", opening: 0, entries))
        #expect(other.state == .imported && other.new == 0)
        let camt = TestStatement.camt("S1", "2026-04-01", opening: 0, entries)
        let corroborating = try desk.take("a.xml", camt)
        #expect(corroborating.state == .imported && corroborating.new == 0)
        #expect(corroborating.findings.contains { $0.code == "statement-corroborates" })
        #expect(try desk.received == 420_00)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func aBAI2FileWhoseTotalsDoNotHoldWaits(
        _ engine: Engine
    ) throws {
        let desk = try ImportDesk(engine)
        let file = TestStatement.bai2("1", "2026-04-01", opening: 0, two)
        let wrong = file.split(separator: "49,70000").joined(separator: "49,70001")
        let outcome = try desk.take("a.bai", wrong)
        #expect(outcome.state == .held)
        #expect(outcome.findings.map(\.code) == ["bai2-totals-differ"])
        #expect(try desk.lines == 0)
        #expect(try desk.take("b.bai", file).new == 2)
    }

    /// What is ordered has not moved: nothing of it is in the books, however often it comes.
    @Test(arguments: Books.engines) func aPaymentFileWaits(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let order = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
            <GrpHdr><NbOfTxs>1</NbOfTxs></GrpHdr></CstmrCdtTrfInitn></Document>
            """
        for _ in 0..<2 {
            let outcome = try desk.take("refunds.xml", order)
            #expect(outcome.state == .held)
            #expect(outcome.format == "pain.001.001.09")
            #expect(outcome.findings.first?.code == "payment-file-not-imported")
            #expect(outcome.findings.last?.code == "pain-count-differs")
            #expect(try desk.count("SELECT COUNT(*) FROM heldFile") == 1)
        }
        #expect(try desk.received == 0)
    }

    @Test(arguments: Books.engines) func aGapWaitsUntilItIsFilled(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let day = { (number: Int, opening: Int64, amount: Int64) in
            (
                name: "\(9 - number).xml",
                text: TestStatement.camt(
                    "S\(number)", sequence: number, "2026-04-0\(number)", opening: opening,
                    [TestEntry(amount: amount, reference: "R\(number)")])
            )
        }
        let files = [day(1, 0, 10_00), day(2, 10_00, 20_00), day(3, 30_00, 30_00)]
        try desk.take(files[0].name, files[0].text)
        let early = try desk.take(files[2].name, files[2].text)
        #expect(early.state == .held)
        #expect(early.findings.first?.code == "statement-gap")
        try desk.take(files[1].name, files[1].text)
        #expect(try desk.take(files[2].name, files[2].text).state == .imported)
        #expect(try desk.count("SELECT COUNT(*) FROM heldFile") == 0)
        #expect(try desk.received == 60_00)
        // All at once, named backwards: files come in any order.
        let other = try ImportDesk(engine)
        try other.take("0.xml", TestStatement.camt("S0", "2026-03-31", opening: 0, []))
        let outcomes = try other.takeAll(files)
        #expect(outcomes.allSatisfy { $0.state == .imported })
        #expect(try other.received == 60_00)
        try other.verify()
    }

    @Test(arguments: Books.engines) func aStatementThatDoesNotFootWaits(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let wrong = TestStatement.camt("S1", "2026-04-01", opening: 0, two, closing: 350_01)
        let outcome = try desk.take("a.xml", wrong)
        #expect(outcome.state == .held)
        #expect(outcome.findings.contains { $0.code == "statement-does-not-foot" })
        #expect(try desk.lines == 0)
        #expect(try desk.count("SELECT COUNT(*) FROM fileFinding") > 0)
        let right = TestStatement.camt("S1", "2026-04-01", opening: 0, two)
        #expect(try desk.take("a.xml", right).state == .imported)
    }

    @Test(arguments: Books.engines) func overlapThatLeadsElsewhereWaits(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("a.xml", TestStatement.camt("S1", "2026-04-01", opening: 0, two))
        // It repeats one entry and lacks the other: its closing balance cannot be ours.
        let other = TestStatement.camt(
            "S2", "2026-04-01", opening: 0,
            [two[0], TestEntry(amount: 11_00, reference: "R5")])
        #expect(try desk.take("b.xml", other).state == .held)
        #expect(try desk.received == 350_00)
    }
}
