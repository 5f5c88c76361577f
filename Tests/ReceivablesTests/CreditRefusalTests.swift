import Ledger
import Receivables
import TestKit
import Testing

/// The same for credits, write-offs and refunds.
@Suite struct CreditRefusalTests {
    private static let books = """
        entity  DL CN CNY
        entity  HH DE EUR
        customer D1
        entity  XX CN CNY
        customer C100
        customer C200
        rate    USD CNY 7.0000
        invoice INV-1 C100 100.00 CNY
        invoice INV-2 C100 100.00 CNY
        invoice USD-1 C100 100.00 USD
        credit  CM-1 C100 50.00 CNY
        receipt RC-1 100.00 CNY from A1
        receipt RC-2 100.00 USD
        receipt RC-0 10.00 CNY
        reverse RC-0

        """

    private func seen(_ steps: String) -> Set<String> {
        let scenario = Scenario(Self.books + steps)
        #expect(scenario.failures.isEmpty)
        return scenario.seen
    }

    private func all<Reason: CaseIterable & RawRepresentable<String>>(_: Reason.Type) -> Set<String>
    {
        Set(Reason.allCases.map(\.rawValue))
    }

    @Test func applyCredit() {
        #expect(
            seen(
                """
                use-credit NONE INV-1 1.00 CNY -> credit-not-found
                use-credit CM-1 NONE 1.00 CNY -> item-not-found
                use-credit INV-1 INV-2 1.00 CNY -> not-a-credit
                use-credit CM-1 CM-1 1.00 CNY -> item-is-credit
                invoice INV-6 C200 1.00 CNY
                use-credit CM-1 INV-6 1.00 CNY -> customers-differ
                use-credit CM-1 USD-1 1.00 CNY -> currencies-differ
                use-credit CM-1 INV-1 0.00 CNY -> amount-not-positive
                use-credit CM-1 INV-1 50.01 CNY -> exceeds-credit
                invoice INV-5 C100 1.00 CNY
                use-credit CM-1 INV-5 1.01 CNY -> exceeds-open
                reverse INV-2
                use-credit CM-1 INV-2 1.00 CNY -> item-reversed
                """) == all(ApplyCredit.Reason.self))
    }

    @Test func unapplyCredit() {
        #expect(
            seen(
                """
                unuse-credit CM-1 -> application-not-found
                use-credit CM-1 INV-1 10.00 CNY
                unuse-credit CM-1
                unuse-credit CM-1 -> application-reversed
                apply   RC-1 INV-1 50.00 + INV-2 50.00 by C100
                unuse-credit INV-1 -> not-a-credit
                """) == all(UnapplyCredit.Reason.self))
    }

    @Test func writeOffItem() {
        #expect(
            seen(
                """
                write-off NONE -> item-not-found
                write-off CM-1 -> item-is-credit
                write-off INV-1 1.00 USD -> currencies-differ
                write-off INV-1 0.00 CNY -> amount-not-positive
                write-off INV-1 100.01 CNY -> exceeds-open
                invoice INV-5 C100 5000.01 CNY
                write-off INV-5 -> exceeds-small-balance
                dispute INV-1
                write-off INV-1 -> item-disputed
                reverse INV-2
                write-off INV-2 -> item-reversed
                """) == all(WriteOffItem.Reason.self))
    }

    @Test func reverseWriteOff() {
        #expect(
            seen(
                """
                reverse-write-off INV-1 -> application-not-found
                apply   RC-1 INV-1 100.00 by C100
                reverse-write-off INV-1 -> not-a-write-off
                write-off INV-2
                reverse-write-off INV-2
                reverse-write-off INV-2 -> application-reversed
                """) == all(ReverseWriteOff.Reason.self))
    }

    @Test func requestAndSettleRefund() {
        let seen = seen(
            """
            refund  approve RC-9 1.00 CNY -> receipt-not-found
            refund  approve RC-1 1.00 USD -> currencies-differ
            refund  approve RC-1 0.00 CNY -> amount-not-positive
            refund  approve RC-1 1.00 CNY -> exceeds-on-account
            identify RC-2 C100
            on-account RC-2
            refund  approve RC-2 1.00 USD -> source-account-unknown
            identify RC-1 C100
            on-account RC-1
            refund  approve RC-1 1.00 CNY asked clerk -> maker-is-checker
            refund  approve RC-1 1.00 CNY
            refund  approve RC-1 1.00 CNY -> refund-warnings
            receipt RC-3 10.00 CNY from A1 check 117 on 2026-04-25
            identify RC-3 C100
            refund  approve RC-3 10.01 CNY unapplied -> exceeds-unapplied
            refund  approve RC-3 10.00 CNY unapplied -> receipt-not-settled
            """)
        // The one who is listed is known by the back office.
        #expect(seen.union(["payee-listed"]) == all(RequestRefund.Reason.self))
        let settled = self.seen(
            """
            identify RC-1 C100
            on-account RC-1
            refund  pay 9 -> refund-not-found
            refund  approve RC-1 1.00 CNY
            refund  return 1 -> refund-not-paid
            refund  pay 1 -> maker-is-checker
            actor   zhao
            refund  pay 1
            refund  pay 1 -> refund-not-approved
            """)
        let controls: Set = [
            "refund-in-file", "callback-due", "account-not-confirmed", "account-in-quarantine",
        ]
        #expect(settled.union(controls) == all(SettleRefund.Reason.self))
    }
}
