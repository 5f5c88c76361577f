import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// The claim desk on the stored books: what a decision touches is loaded with it, and the books
/// verify after each.
@Suite struct ClaimTests {
    private let day = "2026-05-11"

    /// Two receipts of a payer nobody knows, and an open invoice.
    private func desk(_ engine: Engine) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        try desk.take(
            "i.csv",
            """
            invoice,entity,customer,issued,due,currency,gross
            INV-202611,HH,C1,2026-03-01,2026-03-31,EUR,300.00

            """)
        let entries = [
            TestEntry(amount: 500_00, reference: "B1", payer: "Niemand AG", text: "Danke"),
            TestEntry(amount: 70_00, reference: "B2", payer: "Niemand AG", text: "Danke"),
        ]
        try desk.take("s.xml", TestStatement.camt("S1", day, opening: 0, entries))
        return desk
    }

    private func run(_ desk: ImportDesk, on day: String) throws -> Int {
        let today = try #require(Day(day))
        return try ClaimsRun(
            desk.database, desk: Desk(actor: "acquit", today: today, at: desk.desk.at)
        ).run()
    }

    private func decide(_ desk: ImportDesk, _ command: some Command, by actor: String) throws {
        _ = try Office(desk.database).perform(
            command, key: "\(actor) \(command.wording)",
            at: Desk(actor: actor, today: desk.desk.today, at: desk.desk.at))
        try desk.verify()
    }

    private func make(
        _ desk: ImportDesk, _ minor: Int64, _ kind: Claim.Kind, by claimant: String,
        for invoices: [String] = []
    ) throws -> CaseFile.ID {
        let (receipt, customer) = try desk.database.read { connection in
            let naming = try Naming(connection, entity: nil)
            let receipt = try naming.receipt("B1")
            return (receipt.id, try naming.customer("C1", of: receipt.entity))
        }
        var papers = Claim.Papers()
        papers.evidence = "slip"
        papers.isDeclared = true
        papers.invoices = invoices.map { Claim.Invoice($0) }
        try decide(
            desk,
            MakeClaim(
                receipt: receipt, claimant: claimant, unit: "SALES", kind: kind,
                amount: Money(minor: minor, .eur), customer: customer, papers: papers),
            by: claimant)
        let id = try desk.count("SELECT MAX(id) FROM caseFile WHERE kind = 'claim'")
        return CaseFile.ID(id)
    }

    @Test(arguments: Books.engines) func theRunPublishesAndFollows(_ engine: Engine) throws {
        let desk = try desk(engine)
        #expect(try run(desk, on: day) == 0)
        // 12 May is a holiday of this company.
        try desk.take("holidays.csv", "calendar,date,kind\nHH,2026-05-12,rest\n")
        #expect(try run(desk, on: "2026-05-12") == 0)
        #expect(try run(desk, on: "2026-05-13") == 2)
        #expect(try run(desk, on: "2026-05-13") == 0)
        try desk.verify()
        let events = try desk.count("SELECT COUNT(*) FROM event")
        #expect(try run(desk, on: "2026-05-14") == 0)
        #expect(try desk.count("SELECT COUNT(*) FROM event") == events)
        // D+3 is 15 May.
        _ = try run(desk, on: "2026-05-15")
        #expect(try desk.count("SELECT COUNT(*) FROM event") == events + 2)
        try desk.verify()
        let today = try #require(Day("2026-05-15"))
        let due = try desk.database.read { try ClaimsDue($0, on: today) }
        #expect(due.steps.map(\.owner) == ["claimants", "claimants"])
        #expect(due.steps.allSatisfy { $0.due == today })
    }

    @Test(arguments: Books.engines) func claimedPostedAndTakenBack(_ engine: Engine) throws {
        let desk = try desk(engine)
        _ = try run(desk, on: "2026-05-12")
        let goods = try make(desk, 300_00, .goods, by: "wang", for: ["INV-202611"])
        let advance = try make(desk, 200_00, .advance, by: "zhou")
        let receipt = try desk.database.read { try Naming($0, entity: nil).claim("\(goods.raw)") }
            .claim.receipt
        try decide(
            desk, ConfirmClaim(claim: advance, receipt: receipt, why: "contract"), by: "li")
        #expect(try desk.count("SELECT COUNT(*) FROM receipt") == 2)
        try decide(desk, ConfirmClaim(claim: goods, receipt: receipt, why: "slip"), by: "li")
        #expect(try desk.count("SELECT COUNT(*) FROM openItem") == 0)
        #expect(try desk.count("SELECT CAST(SUM(advance) AS BIGINT) FROM receipt") == 200_00)
        for claim in [goods, advance] {
            try decide(
                desk,
                TakeBackClaim(
                    claim: claim, receipt: receipt, requestedBy: "wang", why: "another's"),
                by: "zhao")
        }
        #expect(try desk.count("SELECT CAST(SUM(open) AS BIGINT) FROM openItem") == 300_00)
        #expect(
            try desk.count("SELECT CAST(SUM(unidentified) AS BIGINT) FROM receipt") == 570_00)
        let pool = try desk.database.read { try ClaimPool($0) }
        #expect(pool.entries.map(\.unclaimed.minor) == [500_00, 70_00])
        let accuracy = try desk.database.read { try ClaimAccuracy($0) }
        #expect(accuracy.claimants.map(\.accuracy) == [0, 0])
    }

    /// What claimants see tells neither the amount nor the payer; AR sees both.
    @Test(arguments: Books.engines) func theirViewIsMasked(_ engine: Engine) throws {
        let desk = try desk(engine)
        _ = try run(desk, on: "2026-05-12")
        let pool = try desk.database.read { try ClaimPool($0) }
        let texts = { (role: ClaimPool.Role) in
            var text = ""
            pool.table(role, unit: "SALES", on: desk.desk.today).print(.csv) { text += $0 }
            return text
        }
        #expect(texts(.claimant).contains("5**.**") && texts(.claimant).contains("Ni** AG"))
        #expect(!texts(.claimant).contains("500.00") && !texts(.claimant).contains("Niemand"))
        #expect(texts(.ar).contains("500.00") && texts(.ar).contains("Niemand AG"))
    }

    @Test(arguments: Books.engines) func holidaysAreTakenBack(_ engine: Engine) throws {
        let desk = try ImportDesk(engine)
        let first = try desk.take("h1.csv", "calendar,date,kind\nDE,2026-05-01,rest\n")
        #expect(first.new == 1)
        #expect(try desk.take("h2.csv", "日历,日期,类型\nDE,2026-05-01,班\nDE,2026-05-02,休\n").new == 2)
        try desk.verify()
        let work = "SELECT COUNT(*) FROM holiday WHERE kind = 'work'"
        #expect(try desk.count(work) == 1)
        #expect(try desk.take("h3.csv", "calendar,date,kind\nDE,2026-05-01,free\n").state == .held)
        _ = try UndoImport(desk.database, desk: desk.desk).run("h2.csv", why: "wrong year")
        #expect(try desk.count(work) == 0)
        #expect(try desk.count("SELECT COUNT(*) FROM holiday") == 1)
        try desk.verify()
    }
}
