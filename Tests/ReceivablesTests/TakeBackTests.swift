import Ledger
import Receivables
import TestKit
import Testing

/// What is taken back is taken back once, whole, and never as of a day when it was there.
@Suite struct TakeBackTests {
    private static let books = "entity DL CN CNY\ncustomer C100\ncustomer C200\n"

    private func expect(_ text: String) {
        let scenario = Scenario(Self.books + text)
        #expect(scenario.failures.isEmpty)
    }

    /// Two uses of equal amount taken back one after the other: the last application of the first
    /// and the first of the second look like a use, but nobody used anything.
    @Test func theReversalOfAUseIsNoUse() throws {
        let scenario = Scenario(
            Self.books + """
                invoice INV-1 C100 100.00 CNY
                credit  CM-1 C100 100.00 CNY
                use-credit CM-1 INV-1 10.00 CNY
                use-credit CM-1 INV-1 10.00 CNY
                unuse-credit CM-1
                """)
        #expect(scenario.failures.isEmpty)
        var ledger = scenario.ledger
        let uses = ledger.books.applications.values
            .filter { $0.cleared.cash < 0 && $0.reverses == nil && $0.reversedBy == nil }
        let left = try #require(uses.first)
        _ = try ledger.perform(UnapplyCredit(application: left.id, why: "mistake"))
        let before = ledger.books.items.mapValues(\.open)
        for id in ledger.books.applications.keys.sorted() {
            #expect(throws: Refusal.self) {
                try ledger.perform(UnapplyCredit(application: id, why: "once more"))
            }
            #expect(throws: Refusal.self) {
                try ledger.perform(ReverseWriteOff(application: id, why: "once more"))
            }
        }
        #expect(ledger.books.items.mapValues(\.open) == before)
    }

    @Test func anApplicationBeyondAllNumbersIsNotFound() {
        var ledger = Scenario(Self.books).ledger
        for raw in [Int64.max, .min, 0, -1] {
            let command = UnapplyCredit(application: Application.ID(raw), why: "")
            #expect(command.names.applications.count == 2)
            #expect(throws: Refusal.self) { try ledger.perform(command) }
        }
    }

    /// A second un-apply finds nothing, even where the first withdrew a residual.
    @Test func aResidualIsWithdrawnOnce() {
        expect(
            """
            invoice INV-1 C100 100.00 CNY
            receipt RC-1 60.00 CNY
            apply   RC-1 INV-1 60.00 residual 40.00 PRICE by C100
            unapply RC-1
            unapply RC-1 -> nothing-applied
            balance 1122R = 0.00
            apply   RC-1 INV-1 60.00 residual 40.00 PRICE
            unapply RC-1
            unapply RC-1 -> nothing-applied
            open    INV-1 100.00
            balance 1122 = 100.00
            balance 1122R = 0.00
            """)
    }

    /// The rest of a receipt paid the residual it had left itself: both come back.
    @Test func aReceiptThatPaidItsOwnResidualComesBackWhole() throws {
        var ledger = Scenario(
            Self.books + """
                invoice INV-1 C100 100.00 CNY
                receipt RC-1 100.00 CNY
                apply   RC-1 INV-1 60.00 residual 40.00 PRICE by C100
                """
        ).ledger
        let residual = try #require(ledger.books.items.values.first { $0.kind == .residual })
        let receipt = try #require(ledger.books.receipts.keys.first)
        _ = try ledger.perform(
            ApplyReceipt(
                receipt: receipt, lines: [ApplyReceipt.Line(item: residual.id, cash: 40_00)]))
        _ = try ledger.perform(UnapplyReceipt(receipt: receipt, why: "not theirs"))
        #expect(ledger.books.items[residual.id]?.status == .reversed)
        #expect(ledger.books.items[residual.id]?.open == 0)
        #expect(ledger.books.receipts[receipt]?.holdings.unapplied.amount == 100_00)
        #expect(ledger.balance(.receivables) == 100_00)
        #expect(ledger.balance(.deductions) == 0)
        #expect(Invariant.brokenAsOf(ledger) == nil)
    }

    /// The clerk put RC-1 on the wrong invoice and finds out weeks later. RC-2, of the same day as
    /// RC-1, then pays it: from today on, for in between it was paid by RC-1.
    @Test func aReopenedItemIsPaidFromTodayOn() {
        expect(
            """
            invoice INV-1 C100 100.00 CNY issued 2026-03-01
            receipt RC-1 100.00 CNY on 2026-03-05
            receipt RC-2 100.00 CNY on 2026-03-05
            today   2026-03-06
            apply   RC-1 INV-1 100.00 by C100
            posted-on 2026-03-05
            status  INV-1 cleared
            today   2026-04-20
            unapply RC-1
            posted-on 2026-04-20
            status  INV-1 open
            apply   RC-2 INV-1 100.00 by C100
            posted-on 2026-04-20
            """)
    }

    @Test func moneyThatCameBackIsUsedFromTodayOn() {
        expect(
            """
            invoice INV-1 C100 100.00 CNY issued 2026-03-01
            receipt RC-1 100.00 CNY on 2026-03-05
            today   2026-03-06
            identify RC-1 C200
            posted-on 2026-03-05
            on-account RC-1
            posted-on 2026-03-06
            today   2026-04-01
            off-account RC-1
            withdraw RC-1
            identify RC-1 C100
            posted-on 2026-04-01
            apply   RC-1 INV-1 100.00
            posted-on 2026-04-01
            """)
        expect(
            """
            invoice INV-1 C100 100.00 CNY issued 2026-03-01
            receipt RC-1 100.00 CNY on 2026-03-05
            identify RC-1 C100
            on-account RC-1
            today   2026-05-02
            apply   RC-1 INV-1 100.00 from-account
            posted-on 2026-05-02
            """)
    }

    /// An invoice of a later day is paid on that day; taking it back is no earlier.
    @Test func nothingIsTakenBackBeforeItWasDone() {
        expect(
            """
            today   2026-03-06
            invoice INV-1 C100 100.00 CNY issued 2026-04-01
            receipt RC-1 100.00 CNY on 2026-03-05
            apply   RC-1 INV-1 100.00 by C100
            posted-on 2026-04-01
            unapply RC-1
            posted-on 2026-04-01
            """)
    }

    @Test func aClosedPeriodIsNotPostedInto() {
        expect(
            """
            invoice INV-1 C100 100.00 CNY issued 2026-03-01
            receipt RC-1 300.00 CNY on 2026-03-05
            close   2026-03-31
            apply   RC-1 INV-1 100.00 by C100
            posted-on 2026-04-01
            invoice INV-2 C100 100.00 CNY issued 2026-03-20
            posted-on 2026-04-01
            receipt RC-2 5.00 CNY on 2026-03-20
            posted-on 2026-04-01
            reopen  2026-03-15
            invoice INV-3 C100 100.00 CNY issued 2026-03-20
            posted-on 2026-03-20
            invoice INV-4 C100 100.00 CNY issued 2026-03-14
            posted-on 2026-03-15
            """)
    }
}
