import Ledger
import Matching
import Receivables
import Store
import Testing

@testable import Backoffice

/// How a customer pays is found in what people applied, tried on the books as they stood then, and
/// used once a person has adopted it.
@Suite struct RuleSearchTests {
    /// Two invoices in each month, and a payment in the next that pays both and names nothing.
    /// `odd` months are applied by the clerk to one of the two only, in part.
    private func desk(_ engine: Engine, months: Int, odd: Set<Int> = []) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        var invoices = "invoice,entity,customer,issued,due,currency,gross\n"
        var entries: [TestEntry] = []
        for month in 1...months {
            let date = { (day: Int) in "2025-\(month < 10 ? "0" : "")\(month)-\(day)" }
            for (place, cents) in amounts(month).enumerated() {
                invoices +=
                    "M\(month)-20250\(place)77,HH,C1,\(date(10)),\(date(20 + place)),EUR,"
                    + "\(Decimals.text(cents, exponent: 2))\n"
            }
            let next = "2025-\(month < 9 ? "0" : "")\(month + 1)-05"
            entries.append(
                TestEntry(
                    amount: amounts(month).reduce(0, +), reference: "R\(month)",
                    payer: "Adler GmbH", text: "Zahlung", day: next))
        }
        // A large one not yet due, so that no balance is the amount.
        invoices += "BIG-2025099,HH,C1,2025-01-02,2026-12-31,EUR,99999.99\n"
        try desk.take("i.csv", invoices)
        try desk.take("s.xml", TestStatement.camt("S1", "2025-12-31", opening: 0, entries))
        for month in 1...months { try apply(month, desk, whole: !odd.contains(month)) }
        return desk
    }

    private func amounts(_ month: Int) -> [Int64] {
        [Int64(1000 + 37 * month) * 10 + 1, Int64(2000 + 53 * month) * 10 + 3]
    }

    private func apply(_ month: Int, _ desk: ImportDesk, whole: Bool) throws {
        let customer = try desk.count("SELECT id FROM customer WHERE code = 'C1'")
        let receipt = try desk.count(
            "SELECT id FROM receipt WHERE amount = \(amounts(month).reduce(0, +))")
        var lines: [ApplyReceipt.Line] = []
        for (place, cents) in amounts(month).enumerated() where whole || place == 1 {
            let item = try desk.count(
                "SELECT id FROM item WHERE number = 'M\(month)-20250\(place)77'")
            lines.append(ApplyReceipt.Line(item: OpenItem.ID(item), cash: cents))
        }
        _ = try Office(desk.database).perform(
            ApplyReceipt(
                receipt: Receipt.ID(receipt), lines: lines, customer: Customer.ID(customer)),
            key: "apply \(month)", at: desk.desk)
    }

    private func rules(_ desk: ImportDesk) throws -> [(id: CaseFile.ID, rule: MatchingRule)] {
        try desk.database.read { connection in
            try CaseReader(connection).all(.rule, of: Entity.ID(1)).compactMap { file in
                guard case .rule(let rule) = file.content else { return nil }
                return (file.id, rule)
            }
        }
    }

    private func search(_ desk: ImportDesk) throws -> Int {
        try RuleSearch(desk.database, desk: desk.desk).run()
    }

    @Test(arguments: Books.engines) func learnedAdoptedWithdrawn(_ engine: Engine) throws {
        let desk = try desk(engine, months: 5)
        #expect(try search(desk) >= 1)
        // Proposed once; nothing is used before a person has adopted it.
        #expect(try search(desk) == 0)
        let found = try #require(try rules(desk).first)
        #expect(found.rule.trial == MatchingRule.Trial(caught: 5, wrong: 0, of: 5))
        #expect(found.rule.state == .proposed && found.rule.proposedBy == "acquit")
        #expect(try match(desk, "S2", month: 6) == 0)
        let trial = try desk.database.read { connection in
            try Naming(connection, entity: nil).trial(found.rule)
        }
        let office = Office(desk.database)
        _ = try office.perform(
            DecideRule(rule: found.id, .adopt(trial)), key: "adopt", at: desk.desk)
        #expect(try MatchRun(desk.database, desk: desk.desk).run().applied == 1)
        _ = try office.perform(DecideRule(rule: found.id, .withdraw), key: "no", at: desk.desk)
        #expect(try match(desk, "S3", month: 7) == 0)
        // A person has said no: it is not proposed again.
        #expect(try search(desk) == 0)
        try desk.verify()
    }

    /// One more month like those before, and how many receipts are applied then.
    private func match(_ desk: ImportDesk, _ id: String, month: Int) throws -> Int {
        var text = "invoice,entity,customer,issued,due,currency,gross\n"
        for (place, cents) in amounts(month).enumerated() {
            text +=
                "M\(month)-20250\(place)77,HH,C1,2026-0\(month - 4)-10,2026-0\(month - 4)-2\(place),"
                + "EUR,\(Decimals.text(cents, exponent: 2))\n"
        }
        try desk.take("i\(month).csv", text)
        let entry = TestEntry(
            amount: amounts(month).reduce(0, +), reference: "R\(month)", payer: "Adler GmbH",
            text: "Zahlung")
        try desk.take(
            "s\(month).xml",
            TestStatement.camt(
                id, sequence: month, "2026-0\(month - 3)-05", opening: nil, [entry]))
        return try MatchRun(desk.database, desk: desk.desk).run().applied
    }

    /// Where a person applied otherwise, the rule would have been wrong, and says on which receipt.
    @Test func saysWhereItWouldHaveBeenWrong() throws {
        let desk = try desk(try #require(Books.engines.first), months: 9, odd: [9])
        let trials = try desk.database.read { connection in
            let entity = try #require(
                try MasterReader(connection: connection).entities().map(\.0).first)
            return try RuleTrials(connection, entity, policy: MatchingPolicy())
        }
        let customer = Customer.ID(try desk.count("SELECT id FROM customer WHERE code = 'C1'"))
        let rule = MatchingRule(
            customer: customer, kind: .pastDue, limit: nil,
            trial: .init(caught: 0, wrong: 0, of: 0), proposedBy: "")
        let trial = trials.outcome(rule).trial
        let odd = try desk.count(
            "SELECT id FROM receipt WHERE amount = \(amounts(9).reduce(0, +))")
        #expect(trial.caught == 8 && trial.wrong == 1 && trial.of == 9)
        #expect(trial.wrongOn == [Receipt.ID(odd)])
        // One of nine is too many: it is not suggested.
        #expect(!trial.isGood)
        #expect(trials.suggestions().allSatisfy { $0.kind != .pastDue })
    }

    /// Two receipts show no habit.
    @Test func fewShowNothing() throws {
        let desk = try desk(try #require(Books.engines.first), months: 2)
        #expect(try search(desk) == 0)
    }
}
