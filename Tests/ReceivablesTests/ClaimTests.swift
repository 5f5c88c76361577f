import Ledger
import Receivables
import TestKit
import Testing

/// 收款认领: what the claim desk lets happen, and what it posts (domain.md §3.9).
@Suite struct ClaimTests {
    private func run(_ text: String) -> Scenario {
        let scenario = Scenario(text)
        #expect(scenario.failures == [])
        return scenario
    }

    static let books = """
        entity  DL CN CNY
        customer X
        customer Y
        today   2026-04-03
        receipt RC-1 50000.00 CNY on 2026-04-02
        publish RC-1

        """

    /// G-CLM-01.
    @Test func severalClaimOneReceipt() {
        _ = run(
            Self.books + """
                mark
                claim   K1 RC-1 30000.00 CNY goods X by wang
                claim   K2 RC-1 25000.00 CNY goods Y by zhou -> exceeds-unclaimed
                claim   K2 RC-1 20000.00 CNY advance Y by zhou tax 1300
                confirm K1 by li
                posted  nothing
                confirm K2 by li
                posted  Dr 2241U 50000.00; Cr 2203U 30000.00; Cr 2205 17699.12; Cr 2221-PEND 2300.88
                claim-state K1 booked
                claim-state K2 booked
                pool    RC-1 settled
                balance 1009 0.00
                """)
    }

    /// The maximum is said, so that the next claim fits.
    @Test func theRefusalSaysWhatIsLeft() throws {
        var scenario = run(Self.books + "claim K1 RC-1 30000.00 CNY goods X by wang")
        let receipt = try #require(scenario.ledger.books.receipts.values.first)
        var papers = Claim.Papers()
        papers.evidence = "slip"
        papers.isDeclared = true
        let command = MakeClaim(
            receipt: receipt.id, claimant: "clerk", unit: "SALES", kind: .goods,
            amount: Money(minor: 25_000_00, .cny), customer: nil, papers: papers)
        var ledger = scenario.ledger
        #expect {
            var other = command
            other = MakeClaim(
                receipt: receipt.id, claimant: "clerk", unit: "SALES", kind: .notOurs,
                amount: other.amount,
                customer: nil, papers: papers)
            _ = try ledger.perform(other)
        } throws: { error in
            "\(error)".contains("at most 20,000.00 CNY")
        }
        var seen: Set<String> = []
        scenario.perform(command, into: &seen)
        #expect(seen == ["customer-missing"])
    }

    /// G-CLM-02: received 28 March, unclaimed on 31 March, claimed 4 April.
    @Test(arguments: ["", "close 2026-03-31"])
    func whatIsClaimedAfterTheMonthIsPostedAfterIt(close: String) {
        _ = run(
            """
            entity  DL CN CNY
            customer X
            today   2026-03-30
            receipt RC-1 50000.00 CNY on 2026-03-28
            posted  Dr 1002 50000.00; Cr 2241U 50000.00
            publish RC-1
            today   2026-04-01
            \(close)
            today   2026-04-04
            claim   K1 RC-1 50000.00 CNY goods X by wang
            mark
            confirm K1 by li
            posted  Dr 2241U 50000.00; Cr 2203U 50000.00
            holds   RC-1 unapplied 50000.00
            """)
        let scenario = Scenario(
            """
            entity  DL CN CNY
            customer X
            receipt RC-1 50000.00 CNY on 2026-03-28
            publish RC-1
            today   2026-04-04
            claim   K1 RC-1 50000.00 CNY goods X by wang
            confirm K1 by li
            """)
        let april = Day("2026-04-04")
        #expect(
            zip(scenario.ledger.lines, scenario.ledger.postings)
                .filter { $0.0.debit == .unidentified }.allSatisfy { $0.1.day == april })
    }

    /// Goods go to the invoices named, if the amounts fit; else they wait, and it is said why.
    @Test func goodsAreApplied() {
        _ = run(
            Self.books + """
                invoice INV-1 X 20000.00 CNY
                invoice INV-2 X 10000.00 CNY
                invoice INV-3 Y 90000.00 CNY
                claim   K1 RC-1 30000.00 CNY goods X by wang for INV-1,INV-2
                claim   K2 RC-1 20000.00 CNY goods Y by zhou for INV-3
                mark
                confirm K2 by li
                confirm K1 by li
                posted  Dr 2241U 50000.00; Cr 1122 50000.00
                open    INV-1 0.00
                open    INV-2 0.00
                open    INV-3 70000.00
                """)
        for (invoices, code) in [
            ("INV-1,INV-2", "exceeds-unapplied"), ("INV-9", "item-not-found"),
            ("INV-3", "customers-differ"), ("INV-1=20000.01", "exceeds-open"),
        ] {
            _ = run(
                Self.books + """
                    invoice INV-1 X 20000.00 CNY
                    invoice INV-2 X 40000.00 CNY
                    invoice INV-3 Y 50000.00 CNY
                    claim   K1 RC-1 50000.00 CNY goods X by wang for \(invoices)
                    mark
                    confirm K1 by li
                    posted  Dr 2241U 50000.00; Cr 2203U 50000.00
                    not-applied K1 \(code)
                    claim-state K1 booked
                    """)
        }
    }

    @Test func depositsAndWhatIsNoCustomers() {
        _ = run(
            Self.books + """
                claim   K1 RC-1 10000.00 CNY deposit X by wang
                claim   K2 RC-1 5000.00 CNY retention X by wang
                claim   K3 RC-1 1000.00 CNY other-income - by wang
                claim   K4 RC-1 34000.00 CNY not-ours - by wang
                mark
                confirm K1 by li
                confirm K2 by li
                confirm K3 by li
                confirm K4 by li
                posted  Dr 2241U 50000.00; Cr 2203A 15000.00; Cr 6051 1000.00; Cr 2241B 34000.00
                claim-state K4 at-bank
                bank-says K4 by treasury
                claim-state K4 booked
                """)
    }

    /// Two claim the same money: the lead chooses one, the other is refused, and the rest goes on.
    @Test func conflict() {
        _ = run(
            Self.books + """
                claim   K1 RC-1 30000.00 CNY goods X by wang
                claim   K2 RC-1 40000.00 CNY goods Y by zhou against K1
                claim-state K1 conflict
                claim   K3 RC-1 20000.00 CNY goods X by chen -> exceeds-unclaimed
                claim   K3 RC-1 10000.00 CNY goods X by chen
                confirm K1 by li -> claim-in-conflict
                stands  K2 by zhou -> maker-is-checker
                stands  K2 by wang -> maker-is-checker
                stands  K2 by lead
                claim-state K1 refused
                claim-state K2 pending
                mark
                confirm K2 by li
                confirm K3 by li
                posted  Dr 2241U 50000.00; Cr 2203U 50000.00
                """)
        // The one who gives way leaves the other to be reviewed.
        _ = run(
            Self.books + """
                claim   K1 RC-1 50000.00 CNY goods X by wang
                claim   K2 RC-1 50000.00 CNY goods Y by zhou against K1
                withdraw-claim K1 by wang
                claim-state K2 pending
                confirm K2 by li
                claim-state K2 booked
                """)
    }

    /// field.md G12: 300 of 1,000 returned is claimable again, 700 stays; refused, nothing is until
    /// it is published again.
    @Test func returnedAndRefused() {
        _ = run(
            """
            entity  DL CN CNY
            customer X
            receipt RC-1 1000.00 CNY
            publish RC-1
            claim   K1 RC-1 1000.00 CNY goods X by wang
            return-claim K1 300.00 CNY by li
            claim   K2 RC-1 300.01 CNY goods X by zhou -> exceeds-unclaimed
            claim   K2 RC-1 300.00 CNY goods X by zhou
            confirm K1 by li
            refuse  K2 by li
            claim-state K1 returned
            claim-state K2 refused
            pool    RC-1 held
            claim   K3 RC-1 1.00 CNY goods X by zhou -> not-claimable
            publish RC-1 to EXPORT
            claim   K3 RC-1 1.00 CNY goods X by zhou of SALES -> unit-not-addressed
            claim   K3 RC-1 1000.00 CNY goods X by zhou of EXPORT
            return-claim K3 by li
            claim-state K3 returned
            """)
    }

    /// field.md G11: 600 + 300 of 1,000 posts nothing; 600 + 400 posts.
    @Test func theSumIsTheReceipt() {
        _ = run(
            """
            entity  DL CN CNY
            customer X
            receipt RC-1 1000.00 CNY
            publish RC-1
            mark
            claim   K1 RC-1 600.00 CNY goods X by wang
            claim   K2 RC-1 300.00 CNY goods X by wang
            confirm K1 by li
            confirm K2 by li
            posted  nothing
            claim   K3 RC-1 100.00 CNY goods X by wang
            confirm K3 by li
            posted  Dr 2241U 1000.00; Cr 2203U 1000.00
            """)
    }
}
