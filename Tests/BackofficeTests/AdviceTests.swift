import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Advices wait for their money, and money for its advice (domain.md §3.7).
@Suite struct AdviceTests {
    private func advice(
        _ total: String, lines: [(String, String)], trace: String = "T-1", payer: String? = nil,
        day: String = "20260401", id: String = "A1"
    ) -> String {
        var text = "UNB+UNOC:3+1:14+2:14+260401:0915+\(id)'UNH+1+REMADV:D:96A:UN'"
        text += "BGM+481+\(id)'DTM+137:\(day):102'RFF+PQ:\(trace)'"
        if let payer { text += "NAD+PR+++\(payer)'" }
        text += "CUX+2:EUR:11'"
        for (number, net) in lines { text += "DOC+380+\(number)'MOA+12:\(net)'" }
        text += "UNS+S'MOA+12:\(total)'"
        let segments = text.split(separator: "'").count
        return text + "UNT+\(segments)+1'UNZ+1+\(id)'\n"
    }

    private func statement(_ entries: [TestEntry]) -> String {
        TestStatement.camt("S1", "2026-04-02", opening: 0, entries)
    }

    private func desk(_ engine: Engine) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        try desk.take(
            "i.csv",
            "invoice,entity,customer,issued,due,currency,gross\n"
                + "INV-1001,HH,C1,2026-03-01,2026-03-31,EUR,100.00\n"
                + "INV-1002,HH,C1,2026-03-01,2026-03-31,EUR,250.00\n")
        return desk
    }

    private let money = TestEntry(
        amount: 350_00, reference: "R1", payer: "Adler GmbH", text: "AVIS T-1 folgt")
    private let lines = [("INV-1001", "100.00"), ("INV-1002", "250.00")]

    private func match(_ desk: ImportDesk) throws -> MatchRun.Result {
        try MatchRun(desk.database, desk: desk.desk).run()
    }

    @Test(arguments: Books.engines) func adviceFirst(_ engine: Engine) throws {
        let desk = try desk(engine)
        let file = try desk.take("a.edi", advice("350.00", lines: lines))
        #expect(file.state == .imported && file.new == 1, "\(file.findings)")
        #expect(try match(desk).advices == 0)
        try desk.take("s.xml", statement([money]))
        let result = try match(desk)
        #expect(result.advices == 1 && result.applied == 1)
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 0)
        #expect(
            try desk.count("SELECT COUNT(*) FROM application WHERE rule = 'R2'") == 2)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func moneyFirst(_ engine: Engine) throws {
        let desk = try desk(engine)
        try desk.take("s.xml", statement([money]))
        _ = try match(desk)
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 2)
        try desk.take("a.edi", advice("350.00", lines: lines))
        // The same advice in another file is known.
        #expect(try desk.take("b.edi", advice("350.00", lines: lines) + "\n").new == 0)
        #expect(try match(desk).applied == 1)
        #expect(try match(desk).advices == 0)
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 0)
        try desk.verify()
    }

    /// Two payments of one amount, and nothing but the amount: nobody guesses.
    @Test(arguments: Books.engines) func noGuessAmongEquals(_ engine: Engine) throws {
        let desk = try desk(engine)
        try desk.take("a.edi", advice("350.00", lines: lines, trace: "unknown"))
        let twins = [
            TestEntry(amount: 350_00, reference: "R1", text: "x"),
            TestEntry(amount: 350_00, reference: "R2", text: "y"),
        ]
        try desk.take("s.xml", statement(twins))
        #expect(try match(desk).advices == 0)
        #expect(try desk.count("SELECT COUNT(*) FROM advice WHERE receipt IS NULL") == 1)
    }

    @Test(arguments: Books.engines) func anotherPayersAdviceIsNotThisMoneys(
        _ engine: Engine
    ) throws {
        let desk = try desk(engine)
        try desk.take("a.edi", advice("350.00", lines: lines, trace: "none", payer: "Brandt GmbH"))
        try desk.take("s.xml", statement([money]))
        #expect(try match(desk).advices == 0)
        try desk.take(
            "b.edi", advice("350.00", lines: lines, trace: "none", payer: "ADLER", id: "A2"))
        #expect(try match(desk).advices == 1)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func tooLateIsAnother(_ engine: Engine) throws {
        let desk = try desk(engine)
        try desk.take("a.edi", advice("350.00", lines: lines, day: "20260301"))
        try desk.take("s.xml", statement([money]))
        #expect(try match(desk).advices == 0)
    }

    /// An advice that does not foot waits, and is shown with what is wrong.
    @Test(arguments: Books.engines) func outOfBalanceWaits(_ engine: Engine) throws {
        let desk = try desk(engine)
        let outcome = try desk.take("a.edi", advice("351.00", lines: lines))
        #expect(outcome.state == .held)
        #expect(outcome.findings.contains { $0.code == "advice-out-of-balance" })
        let broken = advice("350.00", lines: lines).replacing("UNZ+1", with: "UNZ+2")
        #expect(
            try desk.take("b.edi", broken).findings.contains { $0.code == "edi-counts-differ" })
        #expect(try desk.count("SELECT COUNT(*) FROM heldFile") >= 1)
    }

    /// What a person has untied no run ties again, and what is tied is not taken back.
    @Test(arguments: Books.engines) func aPersonsWordHolds(_ engine: Engine) throws {
        let desk = try desk(engine)
        // It names nothing of ours, so that the money goes on waiting.
        try desk.take("a.edi", advice("350.00", lines: [("X-9", "350.00")]))
        try desk.take("s.xml", statement([money]))
        #expect(try match(desk).advices == 1)
        let id = Advice.ID(try desk.count("SELECT MIN(id) FROM advice"))
        let receipt = Receipt.ID(try desk.count("SELECT MIN(id) FROM receipt"))
        #expect(throws: UndoImport.InUse.self) {
            try UndoImport(desk.database, desk: desk.desk).run("a.edi", why: "x")
        }
        let ties = AdviceTies(desk.database, desk: desk.desk)
        try ties.tie(id, to: nil, why: "another's")
        #expect(try desk.count("SELECT COUNT(*) FROM receipt WHERE advice <> ''") == 0)
        #expect(try match(desk).advices == 0)
        #expect(throws: Refusal.self) { try ties.tie(id, to: nil, why: "again") }
        try ties.tie(id, to: receipt, why: "theirs after all")
        #expect(throws: Refusal.self) { try ties.tie(id, to: receipt, why: "again") }
        #expect(try desk.count("SELECT COUNT(*) FROM receipt WHERE advice <> ''") == 1)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func takenBackAndGivenAgain(_ engine: Engine) throws {
        let desk = try desk(engine)
        let file = advice("350.00", lines: lines)
        try desk.take("a.edi", file)
        #expect(try UndoImport(desk.database, desk: desk.desk).run("a.edi", why: "x").advices == 1)
        try desk.take("s.xml", statement([money]))
        #expect(try match(desk).advices == 0)
        try desk.take("a.edi", file)
        #expect(try match(desk).advices == 1)
        try desk.verify()
    }
}
