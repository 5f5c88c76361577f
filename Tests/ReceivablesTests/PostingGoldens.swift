import Ledger
import Receivables
import TestKit
import Testing

/// The G-LED blocks of domain.md §1.4 for P01–P15, and the mirror of each.
@Suite struct PostingGoldens {
    private func expect(_ text: String, _ comment: Comment? = nil) {
        let scenario = Scenario("entity DL CN CNY\ncustomer C100\ncustomer C200\n" + text)
        #expect(scenario.failures.isEmpty, comment)
    }

    @Test func invoice() {
        expect(
            """
            invoice INV-1 C100 11300.00 CNY tax 1300.00
            posted  Dr 1122 11300.00; Cr 6001 10000.00; Cr 2221-OUT 1300.00   # G-LED-01
            reverse INV-1
            posted  Dr 6001 10000.00; Dr 2221-OUT 1300.00; Cr 1122 11300.00
            open    INV-1 0.00
            """)
    }

    @Test func exportInvoice() {
        expect(
            """
            rate    USD CNY 7.1000 on 2026-03-01
            invoice INV-1 C100 20000.00 USD
            posted  Dr 1122 142000.00; Cr 6001 142000.00                      # G-LED-02
            reverse INV-1
            posted  Dr 6001 142000.00; Cr 1122 142000.00
            """)
    }

    @Test func creditAndDebitNote() {
        expect(
            """
            credit  CM-1 C100 1130.00 CNY tax 130.00
            posted  Dr 6001R 1000.00; Dr 2221-OUT 130.00; Cr 1122 1130.00     # G-LED-03
            open    CM-1 -1130.00
            debit   DM-1 C100 226.00 CNY tax 26.00
            posted  Dr 1122 226.00; Cr 6001 200.00; Cr 2221-OUT 26.00         # G-LED-04
            reverse CM-1
            posted  Dr 1122 1130.00; Cr 6001R 1000.00; Cr 2221-OUT 130.00
            reverse DM-1
            posted  Dr 6001 200.00; Dr 2221-OUT 26.00; Cr 1122 226.00
            """)
    }

    @Test func receiptIdentifiedAppliedAndPutOnAccount() {
        expect(
            """
            invoice INV-1 C100 11300.00 CNY
            invoice INV-2 C100 30000.00 CNY
            mark
            receipt RC-1 50000.00 CNY on 2026-04-02
            posted  Dr 1002 50000.00; Cr 2241U 50000.00                       # G-LED-05
            state   RC-1 unidentified
            identify RC-1 C100
            posted  Dr 2241U 50000.00; Cr 2203U 50000.00                      # G-LED-06
            state   RC-1 unapplied
            apply   RC-1 INV-1 11300.00 + INV-2 30000.00
            posted  Dr 2203U 41300.00; Cr 1122 41300.00                       # G-LED-08
            holds   RC-1 unapplied 8700.00
            on-account RC-1
            posted  Dr 2203U 8700.00; Cr 2203A 8700.00                        # G-LED-07
            state   RC-1 on-account
            off-account RC-1
            posted  Dr 2203A 8700.00; Cr 2203U 8700.00
            unapply RC-1
            posted  Dr 1122 41300.00; Cr 2203U 41300.00
            withdraw RC-1
            posted  Dr 2203U 50000.00; Cr 2241U 50000.00
            reverse RC-1
            posted  Dr 2241U 50000.00; Cr 1002 50000.00
            state   RC-1 reversed
            """)
    }

    @Test func receiptMatchedAtOnce() {
        expect(
            """
            invoice INV-1 C100 11300.00 CNY
            mark
            receipt RC-1 11300.00 CNY
            apply   RC-1 INV-1 11300.00 by C100
            posted  Dr 1002 11300.00; Cr 1122 11300.00                        # G-LED-09
            state   RC-1 applied
            """)
    }

    @Test func discountWithoutVAT() {
        let scenario = Scenario(
            """
            entity  US US USD
            customer C100
            invoice INV-1 C100 1000.00 USD
            mark
            receipt RC-1 980.00 USD
            apply   RC-1 INV-1 980.00 discount 20.00 by C100
            posted  Dr 1002 980.00; Dr 6001D 20.00; Cr 1122 1000.00           # G-LED-10a
            unapply RC-1
            posted  Dr 1122 1000.00; Cr 6001D 20.00; Cr 2203U 980.00          # G-LED-35
            due     INV-1 2026-04-09
            """)
        #expect(scenario.failures.isEmpty)
    }

    @Test func discountWithVAT() {
        let scenario = Scenario(
            """
            entity  HH DE EUR
            customer C100
            invoice INV-1 C100 1190.00 EUR tax 190.00
            mark
            receipt RC-1 1166.20 EUR
            apply   RC-1 INV-1 1166.20 discount 23.80 by C100
            posted  Dr 1002 1166.20; Dr 6001D 20.00; Dr 2221-OUT 3.80; Cr 1122 1190.00  # G-LED-10b
            """)
        #expect(scenario.failures.isEmpty)
        expect(
            """
            invoice INV-1 C100 11300.00 CNY tax 1300.00
            mark
            receipt RC-1 11074.00 CNY
            apply   RC-1 INV-1 11074.00 discount 226.00 by C100
            posted  Dr 1002 11074.00; Dr 6001D 226.00; Cr 1122 11300.00       # G-LED-10c
            """)
    }

    @Test func bankCharges() {
        expect(
            """
            rate    USD CNY 7.0000
            invoice INV-1 C100 20000.00 USD
            mark
            receipt RC-1 19955.00 USD
            apply   RC-1 INV-1 19955.00 charge 45.00 by C100
            posted  in USD Dr 1002 19955.00; Dr 6603B 45.00; Cr 1122 20000.00  # G-LED-11a
            unapply RC-1
            mark
            apply   RC-1 INV-1 19955.00 charge 15.00 residual 30.00 BANK_CHG_CLAIM
            posted  in USD Dr 2203U 19955.00; Dr 6603B 15.00; Dr 1122R 30.00; Cr 1122 20000.00
            """, "G-LED-11b")
    }

    @Test func shortPayment() {
        expect(
            """
            invoice INV-1 C100 11300.00 CNY due 2026-04-15
            invoice INV-2 C100 11300.00 CNY
            invoice INV-3 C100 11300.00 CNY
            mark
            receipt RC-1 10800.00 CNY
            apply   RC-1 INV-1 10800.00 residual 500.00 QTY_SHORT by C100
            posted  Dr 1002 10800.00; Dr 1122R 500.00; Cr 1122 11300.00       # G-LED-12
            open    INV-1 0.00
            unapply RC-1
            posted  Dr 1122 11300.00; Cr 1122R 500.00; Cr 2203U 10800.00
            open    INV-1 11300.00
            receipt RC-2 10800.00 CNY
            mark
            apply   RC-2 INV-2 10800.00 by C100                               # PARTIAL
            posted  Dr 2241U 10800.00; Cr 1122 10800.00
            open    INV-2 500.00
            receipt RC-3 11290.00 CNY
            mark
            apply   RC-3 INV-3 11290.00 writeoff 10.00 by C100                # TOLERANCE
            posted  Dr 2241U 11290.00; Dr 6602S 10.00; Cr 1122 11300.00
            """)
    }

    @Test func overpaymentAndRefund() {
        expect(
            """
            invoice INV-1 C100 11300.00 CNY
            mark
            receipt RC-1 11500.00 CNY from DE89370400440532013000
            apply   RC-1 INV-1 11300.00 by C100
            on-account RC-1
            posted  Dr 1002 11500.00; Cr 1122 11300.00; Cr 2203A 200.00       # G-LED-13
            actor   wang
            refund  approve RC-1 200.00 CNY asked li
            posted  Dr 2203A 200.00; Cr 2241R 200.00                          # G-LED-14
            refund  pay 1 -> maker-is-checker
            actor   zhao
            refund  pay 1
            posted  Dr 2241R 200.00; Cr 1002 200.00
            refund  return 1
            posted  Dr 1002 200.00; Cr 2241R 200.00
            refund  cancel 1
            posted  Dr 2241R 200.00; Cr 2203A 200.00
            holds   RC-1 onAccount 200.00
            """)
    }

    @Test func smallBalances() {
        expect(
            """
            invoice INV-1 C100 3.27 CNY
            mark
            write-off INV-1
            posted  Dr 6602S 3.27; Cr 1122 3.27                               # G-LED-15a
            reverse-write-off INV-1
            posted  Dr 1122 3.27; Cr 6602S 3.27
            receipt RC-1 2.10 CNY
            identify RC-1 C100
            on-account RC-1
            mark
            write-off-credit RC-1
            posted  Dr 2203A 2.10; Cr 6602S 2.10                              # G-LED-15b
            reverse-credit-write-off RC-1
            posted  Dr 6602S 2.10; Cr 2203A 2.10
            """)
        let american = Scenario(
            """
            entity  US US USD
            customer C100
            receipt RC-1 2.10 USD
            identify RC-1 C100
            on-account RC-1
            write-off-credit RC-1 -> unclaimed-property
            """)
        #expect(american.failures.isEmpty)
    }
}
