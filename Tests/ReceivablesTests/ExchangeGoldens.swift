import Ledger
import Receivables
import TestKit
import Testing

/// G-FX-01 and G-FX-02, credit notes netted, advances, one receipt for several customers.
@Suite struct ExchangeGoldens {
    private func expect(_ text: String, _ comment: Comment? = nil) {
        let scenario = Scenario("entity DL CN CNY\ncustomer C100\ncustomer C200\n" + text)
        #expect(scenario.failures.isEmpty, comment)
    }

    @Test func exchangeDifferences() {
        expect(
            """
            rate    USD CNY 7.1000 on 2026-03-10
            rate    USD CNY 7.0800 on 2026-04-12
            invoice INV-1 C100 20000.00 USD issued 2026-03-10
            mark
            receipt RC-1 20000.00 USD on 2026-04-12
            apply   RC-1 INV-1 20000.00 by C100
            posted  Dr 1002 141600.00; Dr 6603XR 400.00; Cr 1122 142000.00    # G-FX-01, settlement
            functional INV-1 0.00
            unapply RC-1
            posted  Dr 1122 142000.00; Cr 6603XR 400.00; Cr 2203U 141600.00
            """)
        expect(
            """
            rate    USD CNY 7.1000 on 2026-03-10
            rate    USD CNY 7.1200 on 2026-04-01
            invoice INV-1 C100 20000.00 USD issued 2026-03-10
            mark
            receipt RC-1 5000.00 USD on 2026-04-02
            apply   RC-1 INV-1 5000.00 by C100
            posted  Dr 1002 35600.00; Cr 1122 35500.00; Cr 6603XR 100.00      # G-FX-02
            open    INV-1 15000.00
            functional INV-1 106500.00
            """)
    }

    @Test func creditNotesNetted() {
        expect(
            """
            rate    USD CNY 7.1000 on 2026-03-01
            rate    USD CNY 7.2000 on 2026-03-20
            invoice INV-1 C100 1000.00 USD issued 2026-03-01
            credit  CM-1 C100 300.00 USD issued 2026-03-20
            mark
            use-credit CM-1 INV-1 300.00 USD
            posted  Dr 1122 30.00; Cr 6603XR 30.00
            open    INV-1 700.00
            open    CM-1 0.00
            unuse-credit CM-1
            posted  Dr 6603XR 30.00; Cr 1122 30.00
            open    CM-1 -300.00
            receipt RC-1 700.00 USD on 2026-03-20
            mark
            apply   RC-1 INV-1 1000.00 + CM-1 -300.00 by C100
            posted  in USD Dr 2241U 700.00; Cr 1122 700.00
            open    INV-1 0.00
            """)
    }

    @Test func advanceForAnOrder() {
        expect(
            """
            receipt RC-1 30000.00 CNY
            identify RC-1 C100
            mark
            advance RC-1
            posted  Dr 2203U 30000.00; Cr 2205 30000.00
            state   RC-1 advance
            release-advance RC-1
            posted  Dr 2205 30000.00; Cr 2203U 30000.00
            state   RC-1 unapplied
            """)
    }

    @Test func oneReceiptPaysTwoCustomers() {
        expect(
            """
            invoice INV-1 C100 100.00 CNY
            invoice INV-2 C200 200.00 CNY
            mark
            receipt RC-1 300.00 CNY
            apply   RC-1 INV-1 100.00 + INV-2 200.00 by C100
            posted  Dr 1002 300.00; Cr 1122 300.00
            """)
    }
}
