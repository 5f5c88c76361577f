import Ledger
import Receivables
import TestKit
import Testing

/// Money for an order that is not delivered yet, and money that is no customer's at all.
@Suite struct AdvanceTests {
    private func expect(_ text: String) {
        let scenario = Scenario(text)
        #expect(scenario.failures.isEmpty)
    }

    /// G-LED-26: 30,000.00 on an order of 113,000.00, 13 % tax.
    @Test func advanceWithTaxInChina() {
        expect(
            """
            entity  DL CN CNY
            customer C100
            receipt RC-1 30000.00 CNY
            identify RC-1 C100
            advance RC-1 30000.00 CNY for SO-1 tax 1300
            posted  Dr 1002 30000.00; Cr 2205 26548.67; Cr 2221-PEND 3451.33
            state   RC-1 advance
            invoice INV-1 C100 113000.00 CNY tax 13000.00
            posted  Dr 1122 113000.00; Cr 6001 100000.00; Cr 2221-OUT 13000.00
            clear-advance RC-1 INV-1
            posted  Dr 2205 26548.67; Dr 2221-PEND 3451.33; Cr 1122 30000.00
            open    INV-1 83000.00
            unapply RC-1
            open    INV-1 113000.00
            advance RC-1 30000.00 CNY for SO-1 tax 1300
            state   RC-1 advance
            """)
    }

    /// Parts of it are released in proportion, the last one with what is left.
    @Test func taxGoesWithTheAdvance() throws {
        var ledger = Scenario(
            """
            entity  DL CN CNY
            customer C100
            receipt RC-1 30000.00 CNY
            identify RC-1 C100
            advance RC-1 30000.00 CNY for SO-1 tax 1300
            """
        ).ledger
        let receipt = try #require(ledger.books.receipts.values.first)
        for amount in [1, 1_000_000, nil] as [Int64?] {
            _ = try ledger.perform(
                MoveReceipt(
                    receipt: receipt.id,
                    .releaseAdvance(amount.map { Money(minor: $0, .cny) }), why: "delivered"))
        }
        #expect(ledger.balance(.pendingVAT) == 0 && ledger.balance(.contractLiabilities) == 0)
        #expect(ledger.balance(.unapplied) == -3_000_000)
        #expect(ledger.books.receipts[receipt.id]?.advanceTax.amount == 0)
    }

    /// In the EU the tax is due on the advance; in the US there is none.
    @Test func taxByCountry() {
        expect(
            """
            entity  HH DE EUR
            customer C100
            receipt RC-1 1190.00 EUR
            identify RC-1 C100
            advance RC-1 1190.00 EUR for SO-1 tax 1900
            posted  Dr 1002 1190.00; Cr 2205 1000.00; Cr 2221-OUT 190.00
            """)
        expect(
            """
            entity  US US USD
            customer C100
            receipt RC-1 1190.00 USD
            identify RC-1 C100
            advance RC-1 1190.00 USD for SO-1 tax 1900
            posted  Dr 1002 1190.00; Cr 2205 1190.00
            """)
    }

    /// G-LED-21a: 7,000.00 that are not ours, and back.
    @Test func moneyThatIsNotOurs() {
        expect(
            """
            entity  DL CN CNY
            customer C100
            receipt RC-1 7000.00 CNY
            elsewhere RC-1 2241B
            posted  Dr 1002 7000.00; Cr 2241B 7000.00
            bring-back RC-1
            posted  Dr 2241B 7000.00; Cr 2241U 7000.00
            state   RC-1 unidentified
            """)
    }

    /// A check taken in by hand is on its way to the bank; the statement's line clears it.
    @Test func moneyOnItsWay() {
        expect(
            """
            entity  US US USD
            customer C100
            receipt RC-1 4500.00 USD in 1009
            posted  Dr 1009 4500.00; Cr 2241U 4500.00
            receipt RC-2 4500.00 USD
            elsewhere RC-2 1009
            posted  Dr 1002 4500.00; Cr 1009 4500.00
            state   RC-2 applied
            """)
    }
}
