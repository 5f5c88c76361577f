import Ledger
import Receivables
import TestKit
import Testing

/// Each command refuses for each of its reasons, in the order of its checks: a reason without an
/// example fails.
@Suite struct RefusalTests {
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

    @Test func openEntity() {
        let scenario = Scenario(
            """
            entity DL CN CNY
            entity DL CN CNY -> entity-code-taken
            entity D_L CN CNY -> entity-code-malformed
            entity HH de EUR -> country-malformed
            """)
        #expect(scenario.failures.isEmpty)
        var ledger = Ledgered(today: Day("2026-01-01")!)
        #expect(throws: Refusal.self) {
            try ledger.perform(
                OpenEntity(number: 1, code: "A", name: "", country: "CN", currency: .cny))
        }
        #expect(
            scenario.seen.union(["entity-name-missing"]) == all(OpenEntity.Reason.self))
    }

    @Test func postItem() {
        let seen = seen(
            """
            invoice INV-9 C999 1.00 CNY -> customer-not-found
            invoice INV-1 C100 1.00 CNY -> item-number-taken
            invoice INV-9 C100 0.00 CNY -> amount-not-positive
            invoice INV-9 C100 1.00 CNY tax 2.00 -> tax-exceeds-gross
            invoice INV-9 C100 1.00 CNY discount 1.01 until 2026-04-01 -> discount-exceeds-gross
            invoice INV-9 C100 1.00 CNY discount -0.01 until 2026-04-01 -> discount-exceeds-gross
            invoice INV-9 C100 1.00 CNY issued 2026-03-10 due 2026-03-09 -> due-before-issued
            invoice INV-9 C100 1.00 JPY -> rate-missing
            """)
        let none = Scenario("invoice INV-1 C100 1.00 CNY -> entity-not-found")
        #expect(none.failures.isEmpty)
        #expect(seen.union(none.seen) == all(PostItem.Reason.self))
    }

    @Test func reverseItem() {
        let seen = seen(
            """
            reverse NONE -> item-not-found
            reverse USD-1
            reverse USD-1 -> item-reversed
            apply   RC-1 INV-1 60.00 residual 40.00 PRICE by C100
            reverse INV-1 -> item-has-applications
            """)
        var scenario = Scenario(Self.books + "apply RC-1 INV-1 60.00 residual 40.00 PRICE by C100")
        let residual = scenario.ledger.books.items.values.first { $0.kind == .residual }!
        var refused: Set<String> = []
        scenario.run("reverse \(residual.number)", into: &refused)
        #expect(seen.union(refused) == all(ReverseItem.Reason.self))
    }

    @Test func markDispute() {
        #expect(
            seen(
                """
                dispute NONE -> item-not-found
                dispute INV-1
                dispute INV-1 end
                reverse INV-1
                dispute INV-1 -> item-reversed
                """) == all(MarkDispute.Reason.self))
    }

    @Test func recordReceipt() {
        let seen = seen(
            """
            receipt RC-9 0.00 CNY -> amount-not-positive
            receipt RC-9 1.00 CNY in 6001 -> account-not-for-receipts
            receipt RC-9 1.00 JPY -> rate-missing
            """)
        let none = Scenario("receipt RC-1 1.00 CNY -> entity-not-found")
        #expect(seen.union(none.seen) == all(RecordReceipt.Reason.self))
    }

    @Test func moveReceipt() {
        let seen = seen(
            """
            identify RC-9 C100 -> receipt-not-found
            identify RC-0 C100 -> receipt-reversed
            identify RC-1 C999 -> customer-not-found
            identify RC-1 D1 -> entities-differ
            identify RC-1 C100
            on-account RC-1 10.00 CNY
            withdraw RC-1 -> receipt-in-use
            off-account RC-1
            off-account RC-1 -> nothing-there
            on-account RC-1 1.00 USD -> currencies-differ
            on-account RC-1 0.00 CNY -> amount-not-positive
            on-account RC-1 100.01 CNY -> exceeds-held
            receipt RC-3 5000.01 CNY
            identify RC-3 C100
            on-account RC-3
            write-off-credit RC-3 -> exceeds-small-balance
            receipt RC-4 10.00 CNY
            elsewhere RC-4 6001 -> account-not-for-receipts
            elsewhere RC-4 2241B 4.00 CNY
            elsewhere RC-4 6051 -> turned-to-another
            identify RC-4 C100
            advance RC-4 1.00 CNY for SO-1 tax 10001 -> tax-rate-malformed
            """)
        let american = Scenario(
            """
            entity US US USD
            customer C1
            receipt RC-1 1.00 USD
            identify RC-1 C1
            on-account RC-1
            write-off-credit RC-1 -> unclaimed-property
            """)
        #expect(seen.union(american.seen) == all(MoveReceipt.Reason.self))
    }

    @Test func applyReceipt() {
        let seen = seen(
            """
            apply   RC-9 INV-1 1.00 -> receipt-not-found
            apply   RC-0 INV-1 1.00 -> receipt-reversed
            apply   RC-1 INV-1 1.00 -> payer-unknown
            apply   RC-1 INV-1 1.00 by C999 -> customer-not-found
            identify RC-1 C100
            apply   RC-1 -> nothing-to-apply
            apply   RC-1 INV-9 1.00 -> item-not-found
            reverse INV-2
            apply   RC-1 INV-2 1.00 -> item-reversed
            apply   RC-1 INV-1 1.00 + INV-1 1.00 -> item-named-twice
            apply   RC-1 USD-1 1.00 -> currencies-differ
            apply   RC-1 INV-1 0.00 -> amount-not-positive
            apply   RC-1 INV-1 -1.00 -> amount-not-positive
            apply   RC-1 CM-1 -1.00 -> amount-not-positive
            invoice INV-3 C100 500.00 CNY
            apply   RC-1 INV-3 100.01 -> exceeds-unapplied
            apply   RC-1 INV-1 100.01 -> exceeds-open
            apply   RC-1 INV-1 90.00 residual 10.00 -> reason-missing
            apply   RC-1 INV-1 90.00 residual 10.00 SHORTAGE -> reason-unknown
            invoice INV-4 C100 5100.01 CNY
            apply   RC-1 INV-4 100.00 writeoff 5000.01 -> exceeds-small-balance
            dispute INV-4
            apply   RC-1 INV-4 100.00 writeoff 0.01 -> item-disputed
            apply   RC-1 INV-1 100.00
            """)
        // An item of another entity: its number is known there only.
        var scenario = Scenario(Self.books)
        let foreign = scenario.foreignItem()
        var refused: Set<String> = []
        scenario.perform(
            ApplyReceipt(
                receipt: scenario.ledger.books.receipts.values.first { $0.amount == 10_000 }!.id,
                lines: [ApplyReceipt.Line(item: foreign, cash: 1)],
                customer: scenario.ledger.books.customers.values.first { $0.code == "C100" }!.id),
            into: &refused)
        // A small credit of an American customer is the customer's, in an application as well.
        let american = Scenario(
            """
            entity  US US USD
            customer C1
            invoice INV-1 C1 10.00 USD
            credit  CM-1 C1 2.00 USD
            receipt RC-1 10.00 USD
            identify RC-1 C1
            apply   RC-1 INV-1 10.00 + CM-1 0.00 writeoff -2.00 -> unclaimed-property
            """)
        #expect(american.failures.isEmpty)
        #expect(seen.union(refused).union(american.seen) == all(ApplyReceipt.Reason.self))
    }

    @Test func unapplyReceipt() {
        #expect(
            seen(
                """
                unapply RC-9 -> receipt-not-found
                unapply RC-1 -> nothing-applied
                apply   RC-1 INV-1 60.00 residual 40.00 PRICE by C100
                write-off INV-1/R
                unapply RC-1 -> residual-in-use
                """) == all(UnapplyReceipt.Reason.self))
    }

    @Test func clearAdvance() {
        #expect(
            seen(
                """
                receipt RC-5 10.00 CNY
                identify RC-5 C100
                clear-advance RC-9 INV-1 -> receipt-not-found
                clear-advance RC-5 INV-9 -> item-not-found
                clear-advance RC-5 INV-1 -> nothing-there
                advance RC-5
                clear-advance RC-5 INV-1 1.00 USD -> currencies-differ
                clear-advance RC-5 INV-1 10.01 CNY -> exceeds-held
                """) == all(ClearAdvance.Reason.self))
    }

    @Test func closeAndReopen() {
        let seen = seen(
            """
            close   2026-03-31
            close   2026-03-31 -> already-closed
            close   2026-04-30 -> period-not-over
            receipt RC-7 1.00 CNY on 2026-03-05
            """)
        let none = Scenario(
            "close 2026-01-01 -> entity-not-found\nreopen 2026-01-01 -> entity-not-found")
        #expect(seen.union(none.seen) == all(ClosePeriod.Reason.self))
        let reopened = self.seen(
            "reopen 2026-03-01 -> not-closed\nclose 2026-03-31\nreopen 2026-03-01")
        #expect(reopened.union(none.seen) == all(ReopenPeriod.Reason.self))
    }

    @Test func everyReasonHasATextAndEveryTextAReason() {
        let reasons: [Set<String>] = [
            all(NoteResearch.Reason.self), ["letter-lacks"],
            all(OpenEntity.Reason.self), all(PostItem.Reason.self), all(ReverseItem.Reason.self),
            all(MarkDispute.Reason.self), all(RecordReceipt.Reason.self),
            all(MoveReceipt.Reason.self), all(ApplyReceipt.Reason.self),
            all(UnapplyReceipt.Reason.self), all(ApplyCredit.Reason.self),
            all(UnapplyCredit.Reason.self), all(WriteOffItem.Reason.self),
            all(ReverseWriteOff.Reason.self), all(ApproveRefund.Reason.self),
            all(SettleRefund.Reason.self), all(RequestRefund.Reason.self),
            all(RecordCallback.Reason.self), all(ProposeBankData.Reason.self),
            all(DecideBankData.Reason.self), all(BuildRefundFile.Reason.self),
            all(ReleaseRefundFile.Reason.self), all(AnswerRefundFile.Reason.self),
            all(ClearRefund.Reason.self), ["refund-unwritable"], all(ClosePeriod.Reason.self),
            all(ReopenPeriod.Reason.self), all(BreakDownReceipt.Reason.self),
            all(ReverseBankLine.Reason.self), all(SplitReceipt.Reason.self),
            all(JoinReceipt.Reason.self), all(ClearAdvance.Reason.self),
            PaperSamples.reasons,
            all(MapReason.Reason.self), all(DecideDeduction.Reason.self),
            all(Revalue.Reason.self), all(WithdrawRevaluation.Reason.self),
            all(ProposeAlias.Reason.self), all(DecideAlias.Reason.self),
            all(ProposeRule.Reason.self), all(DecideRule.Reason.self),
            all(ConvertReceipt.Reason.self), ["method-differs", "revalued-already"],
            all(PublishReceipt.Reason.self),
            all(MakeClaim.Reason.self), all(WithdrawClaim.Reason.self),
            all(ConfirmClaim.Reason.self), all(RefuseClaim.Reason.self),
            all(ReturnClaim.Reason.self), all(DecideConflict.Reason.self),
            all(CloseBankQuery.Reason.self), all(TakeBackClaim.Reason.self),
            all(FollowPool.Reason.self),
            ["key-reused", "name-ambiguous", "nothing-proposed"],
            [
                "advice-not-found", "advice-not-tied", "advice-tied", "import-not-found",
                "import-undone", "notice-tied", "record-changed-since", "record-in-use",
                "statement-follows", "order-not-found", "entities-same", "nothing-to-find",
                "too-many-words",
            ],
        ]
        #expect(reasons.reduce(Set()) { $0.union($1) } == Set(Refusal.codes))
    }
}
