import Ledger
import Testing

@testable import Formats

/// What an entry or statement may have besides: other balances, charges, discounts, batches.
@Suite struct CamtPartTests {
    @Test func aBalanceThatIsNeitherOpeningNorClosingIsKept() throws {
        let note = "<AddtlStmtInf>new fees</AddtlStmtInf>"
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.balance("ITAV", "3", "DBIT") + CamtSamples.balance("FWAV", "4") + note))
        let statement = try #require(read.document.statements.first)
        #expect(statement.balances.map(\.type) == ["ITAV", "FWAV"])
        #expect(statement.balances.map(\.amount) == [Amount("-3"), Amount("4")])
        #expect(statement.text == "new fees")
        #expect(statement.opening == nil)
    }

    @Test func chargesOfABatchStayWithTheEntry() {
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.entry(
                    "5", "CRDT",
                    #"""
                    <Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">2</TtlChrgsAndTaxAmt></Chrgs>
                    <NtryDtls><TxDtls/><TxDtls/></NtryDtls>
                    """#)))
        // Of a total without records the total is the charge.
        #expect(read.entries.first?.charges.map(\.amount) == [Amount("-2")!])
        #expect(read.entries.first?.chargesTotal == Amount("2"))
        #expect(read.entries.first?.details.flatMap(\.charges) == [])
    }

    @Test func discountsOfSeveralKindsCountTogether() {
        let discounts = ["1.5", "0.25"].map {
            "<DscntApldAmt><Amt Ccy=\"EUR\">\($0)</Amt></DscntApldAmt>"
        }.joined()
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.entry(
                    "5", "CRDT",
                    CamtSamples.payment(
                        "<RmtInf><Strd><RfrdDocInf><Nb>1</Nb></RfrdDocInf><RfrdDocAmt>\(discounts)"
                            + "</RfrdDocAmt></Strd></RmtInf>"))))
        #expect(read.entries.first?.detail.documents.first?.discount == Amount("1.75"))
    }

    @Test func theTotalOfABatchHasTheSignOfItsEntry() {
        let batch =
            #"<Btch><NbOfTxs>9</NbOfTxs><TtlAmt Ccy="EUR">5</TtlAmt></Btch>"#
        let read = readCamt(
            CamtSamples.statement(
                CamtSamples.entry("5", "DBIT", "<NtryDtls>\(batch)</NtryDtls>")))
        // No payment is shown: nothing to count.
        #expect(read.findings == [])
        #expect(read.entries.first?.batches.map(\.amount) == [Amount("-5")])
        #expect(read.entries.first?.details == [])
    }
}
