import Ledger
import Receivables
import TestKit
import Testing

/// Claims taken back, and the timers of the pool.
@Suite struct ClaimUndoTests {
    private func run(_ text: String) -> Scenario {
        let scenario = Scenario(text)
        #expect(scenario.failures == [])
        return scenario
    }

    /// One of several: un-applied and joined, the others stay; its money can be claimed again.
    @Test func oneClaimOfSeveralIsTakenBack() {
        for (kind, part) in [
            ("goods X by wang for INV-1", "1122"), ("advance X by wang", "2205"),
            ("deposit X by wang", "2203A"), ("goods X by wang", "2203U"),
            ("not-ours - by wang", "2241B"), ("other-income - by wang", "6051"),
        ] {
            _ = run(
                ClaimTests.books + """
                    invoice INV-1 X 30000.00 CNY
                    claim   K1 RC-1 30000.00 CNY \(kind)
                    claim   K2 RC-1 20000.00 CNY deposit Y by zhou
                    confirm K1 by li
                    confirm K2 by li
                    mark
                    take-back K1 asked wang by zhao
                    posted  Dr \(part) 30000.00; Cr 2241U 30000.00
                    claim-state K1 taken-back
                    claim-state K2 booked
                    open    INV-1 30000.00
                    pool    RC-1 open
                    holds   RC-1 unidentified 30000.00
                    claim   K3 RC-1 30000.01 CNY goods Y by zhou -> exceeds-unclaimed
                    claim   K3 RC-1 30000.00 CNY goods Y by zhou
                    confirm K3 by li
                    posted  Dr 2241U 30000.00; Cr 2203U 30000.00
                    pool    RC-1 settled
                    balance 1009 0.00
                    """)
        }
    }

    @Test func aWholeReceiptIsTakenBack() {
        _ = run(
            ClaimTests.books + """
                invoice INV-1 X 50000.00 CNY
                claim   K1 RC-1 50000.00 CNY goods X by wang for INV-1
                confirm K1 by li
                mark
                take-back K1 asked wang by zhao
                posted  Dr 1122 50000.00; Cr 2241U 50000.00
                state   RC-1 unidentified
                claim   K2 RC-1 50000.00 CNY goods Y by zhou
                take-back K2 asked wang by zhao -> claim-not-confirmed
                withdraw-claim K2 by zhou
                """)
    }

    /// Before anything is posted, only the claim goes.
    @Test func aConfirmedClaimIsTakenBack() {
        _ = run(
            ClaimTests.books + """
                claim   K1 RC-1 30000.00 CNY goods X by wang
                confirm K1 by li
                mark
                take-back K1 asked wang by zhao
                posted  nothing
                claim   K2 RC-1 50000.00 CNY goods Y by zhou
                """)
    }

    /// Foreign money: nothing is lost in the functional currency, whatever is split and joined.
    @Test func roundingStaysWithTheLast() {
        _ = run(
            """
            entity  DL CN CNY
            customer X
            customer Y
            rate    USD CNY 7.0001
            receipt RC-1 100.01 USD on 2026-04-02
            publish RC-1
            claim   K1 RC-1 33.33 USD not-ours - by wang bop 121010
            claim   K2 RC-1 33.33 USD goods X by wang bop 121010
            claim   K3 RC-1 33.35 USD goods Y by wang bop 121010
            confirm K1 by li
            confirm K2 by li
            confirm K3 by li
            balance 2241U 0.00
            balance 1009 0.00
            balance 2241B -233.31
            take-back K1 asked wang by zhao
            take-back K2 asked wang by zhao
            take-back K3 asked wang by zhao
            balance 2241B 0.00
            balance 2203U 0.00
            balance 2241U -700.08
            balance 1009 0.00
            """)
    }

    /// Domestic: D+3, D+5, D+10 business days, then 30, 90, 180 days. Qingming is 6 April.
    @Test func timersOfMoneyFromHome() {
        let steps = [
            ("2026-04-03", "published"), ("2026-04-07", "published"), ("2026-04-08", "reminder"),
            ("2026-04-09", "reminder"), ("2026-04-10", "unitHead"), ("2026-04-16", "unitHead"),
            ("2026-04-17", "financeManager"), ("2026-05-02", "financeManager"),
            ("2026-05-03", "senderQuery"), ("2026-07-02", "returnReview"),
            ("2026-09-30", "controller"), ("2027-09-30", "controller"),
        ]
        _ = run(
            """
            entity  DL CN CNY
            customer X
            holiday CN 2026-04-06 rest
            receipt RC-1 50000.00 CNY on 2026-04-02
            today   2026-04-03
            publish RC-1

            """
                + steps.map { "today \($0)\nfollow RC-1\npool RC-1 \($1)\n" }.joined())
    }

    /// From abroad it ends at D+3: the declaration is due five business days after the credit.
    @Test func timersOfMoneyFromAbroad() throws {
        let scenario = run(
            """
            entity  DL CN CNY
            rate    EUR CNY 7.8
            receipt RC-1 50000.00 EUR on 2026-04-02
            today   2026-04-03
            publish RC-1
            pool    RC-1 published
            today   2026-04-07
            follow  RC-1
            pool    RC-1 financeManager
            """)
        let pooled = scenario.ledger.books.cases.values.compactMap { file in
            if case .pooled(let pooled) = file.content { pooled } else { nil as PooledReceipt? }
        }
        #expect(pooled.first?.declareBy == Day("2026-04-09"))
        #expect(pooled.first?.nextOn == Day("2026-05-03"))
    }

    @Test func claimsExpireAndMoneyLeaves() {
        _ = run(
            ClaimTests.books + """
                claim   K1 RC-1 30000.00 CNY goods X by wang
                today   2026-04-17
                follow  RC-1
                claim-state K1 pending
                today   2026-04-18
                follow  RC-1
                claim-state K1 expired
                claim   K2 RC-1 50000.00 CNY goods X by wang
                identify RC-1 Y
                confirm K2 by li -> already-identified
                follow  RC-1
                claim-state K2 expired
                pool    RC-1 elsewhere
                """)
    }
}
