import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// The same money from several channels: the statement posts it once, the others complete what is
/// known of it, whichever comes first (reliability: what is the same bank entry).
@Suite struct NoticeTests {
    private static let told = [
        TestEntry(
            amount: 100_00, reference: "R1", payer: "Adler GmbH", text: "INV-1", endToEnd: "E1"),
        TestEntry(
            amount: 250_00, reference: "R2", payer: "Brandt GmbH", text: "INV-2", endToEnd: "E2"),
    ]
    private static let poor = [
        TestEntry(amount: 100_00, reference: "R1", text: "CREDIT"),
        TestEntry(amount: 250_00, reference: "R2", text: "CREDIT"),
    ]

    private func notice(
        _ entries: [TestEntry], _ id: String = "N1", message: String = "camt.054.001.08"
    ) -> String {
        TestStatement.camt(id, "2026-04-01", opening: nil, entries, message: message)
    }

    private func statement(_ entries: [TestEntry]) -> String {
        TestStatement.camt("S1", "2026-04-01", opening: 0, entries)
    }

    /// Payer and text of each live receipt.
    private func receipts(_ desk: ImportDesk) throws -> [String] {
        var found: [String] = []
        try desk.database.read { connection in
            try connection.rows(
                """
                SELECT amount, payer, text FROM receipt WHERE replacedOn IS NULL ORDER BY amount, id
                """
            ) { row in
                found.append("\(row.int(0)) \(row.text(1)) \(row.text(2).split(separator: "\n"))")
            }
        }
        return found
    }

    @Test(
        arguments: Books.engines, ["camt.054.001.08", "camt.054.001.02"])
    func noticeFirst(_ engine: Engine, _ message: String) throws {
        let desk = try ImportDesk(engine)
        let early = try desk.take("notice.xml", notice(Self.told, message: message))
        #expect(early.state == .imported && early.new == 2)
        #expect(try desk.receipts == 0)
        try desk.take("statement.xml", statement(Self.poor))
        #expect(try desk.received == 350_00)
        #expect(
            try receipts(desk) == [
                #"10000 Adler GmbH ["CREDIT", "INV-1"]"#, #"25000 Brandt GmbH ["CREDIT", "INV-2"]"#,
            ])
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 0)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func statementFirst(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take("statement.xml", statement(Self.poor))
        try desk.take("notice.xml", notice(Self.told))
        #expect(try desk.received == 350_00)
        #expect(
            try receipts(desk) == [
                #"10000 Adler GmbH ["CREDIT", "INV-1"]"#, #"25000 Brandt GmbH ["CREDIT", "INV-2"]"#,
            ])
        // Sent again, in the same file and in a longer one: nothing is new but what is new.
        let again = try desk.take("again.xml", notice(Self.told) + "\n")
        #expect(again.state == .imported && again.new == 0)
        let longer = Self.told + [TestEntry(amount: 7_00, reference: "R3")]
        #expect(try desk.take("longer.xml", notice(longer, "N2")).new == 1)
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 1)
        #expect(try desk.received == 350_00)
        try desk.verify()
    }

    /// An intraday report, a notification and a pending entry of one payment: one receipt.
    @Test(arguments: Books.engines) func threeChannels(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        var pending = Self.told[0]
        pending.status = "PDNG"
        try desk.take("052.xml", notice([pending], message: "camt.052.001.08"))
        try desk.take("054.xml", notice([Self.told[0]]))
        let mt942 = """
            :20:I1\r\n:25:\(ImportDesk.account)\r\n:28C:1/1\r\n:34F:EUR0,\r\n:13D:2604011200+0200\r
            :61:2604010401C100,00NTRFE1//R1\r\n:86:INV-1\r\n:90C:1EUR100,00\r\n-\r\n
            """
        let intraday = try desk.take("i.sta", mt942)
        #expect(intraday.state == .imported, "\(intraday.findings.map(\.code))")
        #expect(try desk.count("SELECT COUNT(*) FROM notice") == 3)
        let booked = try desk.take("053.xml", statement([Self.poor[0]]))
        #expect(booked.new == 1, "\(booked)")
        #expect(try desk.received == 100_00)
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 0)
        try desk.verify()
    }

    /// Without a reference the amount and the day tell, where only one notice and one line fit.
    @Test(arguments: Books.engines) func amountAndDayOnlyWhereUnique(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        var told = Self.told
        for place in told.indices { told[place].reference = nil }
        let twins = [told[0], told[0]]
        try desk.take("notice.xml", notice(told + twins))
        try desk.take("statement.xml", statement(Self.poor + [Self.poor[0], Self.poor[0]]))
        #expect(try desk.received == 550_00)
        // The one of 250.00 is sure; which of three equal ones is which, nobody knows.
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 3)
        #expect(try receipts(desk).filter { $0.contains("INV-1") }.isEmpty)
        #expect(try receipts(desk).last == #"25000 Brandt GmbH ["CREDIT", "INV-2"]"#)
        try desk.verify()
    }

    /// A deposit that the statement shows as one sum is broken down, before it came and after.
    @Test(arguments: Books.engines) func aDepositIsBrokenDown(_ engine: Engine) throws {
        for isEarly in [true, false] {
            let desk = try ImportDesk(engine)
            let batch = TestEntry(amount: 350_00, reference: "B7", text: "LOCKBOX DEPOSIT")
            let file = ("notice.xml", notice([untold(Self.told[0]), untold(Self.told[1])]))
            if isEarly { try desk.take(file.0, file.1) }
            try desk.take("statement.xml", statement([batch]))
            if !isEarly { try desk.take(file.0, file.1) }
            let live = try receipts(desk)
            #expect(live.map { $0.prefix(9) } == ["10000 Adl", "25000 Bra"], "\(isEarly)")
            #expect(
                try desk.count(
                    "SELECT CAST(SUM(amount - reversed) AS BIGINT) FROM receipt") == 350_00)
            #expect(try desk.lines == 1)
            try desk.verify()
        }
    }

    private func untold(_ entry: TestEntry) -> TestEntry {
        var entry = entry
        entry.reference = nil
        return entry
    }

    /// Money that is used already is left alone, and that is said.
    @Test(arguments: Books.engines) func usedMoneyIsLeftAlone(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        try desk.take(
            "statement.xml",
            statement([TestEntry(amount: 350_00, reference: "B7", text: "DEPOSIT")]))
        let receipt = Receipt.ID(try desk.count("SELECT MAX(id) FROM receipt"))
        let customer = Customer.ID(
            try desk.count("SELECT MIN(id) FROM customer"))
        let office = Office(desk.database)
        _ = try office.perform(
            MoveReceipt(receipt: receipt, .identify(customer), why: "told"), key: "1", at: desk.desk
        )
        _ = try office.perform(
            MoveReceipt(receipt: receipt, .putOnAccount(nil), why: "told"), key: "2", at: desk.desk)
        let late = try desk.take(
            "notice.xml", notice([untold(Self.told[0]), untold(Self.told[1])]))
        #expect(late.state == .imported)
        #expect(late.findings.map(\.code) == ["notice-not-broken-down"])
        #expect(try desk.receipts == 1)
        try desk.verify()
    }

    /// BAI2 of the day so far, with its balances, and the statement of the day after it.
    @Test(arguments: Books.engines) func interimBAI2IsNotPosted(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let day = TestStatement.bai2("1", "2026-04-01", opening: 0, [Self.told[0]])
        let interim = day.replacing(",EUR,2/", with: ",EUR,3/")
        let early = try desk.take("noon.bai", interim)
        #expect(early.state == .imported && early.new == 1, "\(early.findings)")
        #expect(early.findings.map(\.code) == ["bai2-interim"])
        #expect(try desk.lines == 0)
        let whole = TestStatement.bai2("2", "2026-04-01", opening: 0, Self.told)
        #expect(try desk.take("evening.bai", whole).new == 2)
        #expect(try desk.take("late.bai", interim + "\r\n").new == 0)
        #expect(try desk.received == 350_00)
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 0)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func aNoticeOfAnotherDayIsOther(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        var old = Self.told[0]
        old.day = "2026-03-20"
        old.reference = nil
        try desk.take("notice.xml", notice([old]))
        try desk.take("statement.xml", statement([Self.poor[0]]))
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 1)
        // Another reference of the same bank is another payment.
        var other = Self.told[0]
        other.reference = "X9"
        try desk.take("other.xml", notice([other], "N2"))
        #expect(try desk.count("SELECT COUNT(*) FROM notice WHERE line IS NULL") == 2)
    }
}
