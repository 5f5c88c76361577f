import Ledger
import Receivables
import TestKit
import Testing

/// Each command of the claim desk refuses for each of its reasons.
@Suite struct ClaimRefusalTests {
    private static let books = """
        entity  HH DE EUR
        customer H1
        entity  DL CN CNY
        customer X
        customer Y
        rate    EUR CNY 7.8
        receipt RC-0 10.00 CNY
        receipt RC-1 100.00 CNY from A1
        receipt RC-2 100.00 CNY
        receipt RC-3 100.00 EUR
        publish RC-1 to SALES
        publish RC-3

        """

    private func seen(_ steps: String) -> Set<String> {
        let scenario = Scenario(Self.books + steps)
        #expect(scenario.failures == [])
        return scenario.seen
    }

    private func all<Reason: CaseIterable & RawRepresentable<String>>(_: Reason.Type) -> Set<String>
    {
        Set(Reason.allCases.map(\.rawValue))
    }

    @Test func publish() {
        #expect(
            seen(
                """
                publish RC-9 -> receipt-not-found
                identify RC-2 X
                publish RC-2 -> already-identified
                publish RC-1 -> already-published
                """) == all(PublishReceipt.Reason.self))
    }

    @Test func make() {
        #expect(
            seen(
                """
                claim K1 RC-9 1.00 CNY goods X by wang -> receipt-not-found
                claim K1 RC-1 1.00 CNY goods X by wang named zhou -> not-the-claimant
                claim K1 RC-2 1.00 CNY goods X by wang -> not-published
                claim K1 RC-1 1.00 CNY goods X by wang of EXPORT -> unit-not-addressed
                claim K1 RC-1 1.00 CNY goods X by wang undeclared -> declaration-missing
                claim K1 RC-1 1.00 CNY goods X by wang unproved -> evidence-missing
                claim K1 RC-3 1.00 EUR goods X by wang -> bop-code-missing
                claim K1 RC-3 1.00 EUR goods X by wang bop 12101 -> bop-code-missing
                claim K1 RC-3 1.00 EUR goods X by wang bop 12101A -> bop-code-missing
                claim K1 RC-1 1.00 CNY advance X by wang tax 10001 -> tax-rate-malformed
                claim K1 RC-1 1.00 EUR goods X by wang -> currencies-differ
                claim K1 RC-1 0.00 CNY goods X by wang -> amount-not-positive
                claim K1 RC-1 1.00 CNY goods - by wang -> customer-missing
                claim K1 RC-1 1.00 CNY goods Z by wang -> customer-not-found
                claim K1 RC-1 1.00 CNY goods H1 by wang -> entities-differ
                claim K1 RC-1 1.00 CNY goods X by wang against K9 -> claim-not-found
                claim K1 RC-1 100.01 CNY goods X by wang -> exceeds-unclaimed
                claim K1 RC-1 60.00 CNY goods X by wang
                claim K2 RC-1 60.00 CNY goods X by wang against K1 -> own-claim
                claim K2 RC-1 40.00 CNY goods X by wang
                confirm K2 by li
                claim K3 RC-1 40.00 CNY goods X by zhou against K2 -> claim-decided
                refuse K1 by li
                claim K3 RC-1 40.00 CNY goods X by zhou -> not-claimable
                identify RC-1 X
                claim K3 RC-1 40.00 CNY goods X by zhou -> already-identified
                """) == all(MakeClaim.Reason.self))
    }

    @Test func withdraw() {
        #expect(
            seen(
                """
                withdraw-claim K1 -> claim-not-found
                claim K1 RC-1 60.00 CNY goods X by wang
                withdraw-claim K1 by zhou -> not-the-claimant
                confirm K1 by li
                withdraw-claim K1 by wang -> claim-decided
                """) == all(WithdrawClaim.Reason.self))
    }

    @Test func confirm() {
        let seen = seen(
            """
            confirm K1 -> claim-not-found
            claim K1 RC-1 60.00 CNY goods X by wang
            confirm K1 by wang -> maker-is-checker
            claim K2 RC-1 60.00 CNY goods Y by zhou against K1
            confirm K2 by li -> claim-in-conflict
            stands K1 by lead
            confirm K2 by li -> claim-decided
            identify RC-1 Y
            confirm K1 by li -> already-identified
            """)
        #expect(seen == all(ConfirmClaim.Reason.self))
    }

    @Test func refuse() {
        #expect(
            seen(
                """
                refuse K1 -> claim-not-found
                claim K1 RC-1 60.00 CNY goods X by wang
                refuse K1 by wang -> maker-is-checker
                refuse K1 by li silently -> why-missing
                refuse K1 by li
                refuse K1 by li -> claim-decided
                """) == all(RefuseClaim.Reason.self))
    }

    @Test func giveBack() {
        #expect(
            seen(
                """
                return-claim K1 -> claim-not-found
                claim K1 RC-1 60.00 CNY goods X by wang
                return-claim K1 by wang -> maker-is-checker
                return-claim K1 1.00 EUR by li -> currencies-differ
                return-claim K1 0.00 CNY by li -> amount-not-positive
                return-claim K1 60.01 CNY by li -> exceeds-claimed
                claim K2 RC-1 60.00 CNY goods Y by zhou against K1
                return-claim K1 by li -> claim-in-conflict
                stands K2 by lead
                return-claim K1 by li -> claim-decided
                """) == all(ReturnClaim.Reason.self))
    }

    @Test func conflict() {
        #expect(
            seen(
                """
                stands K1 -> claim-not-found
                claim K1 RC-1 60.00 CNY goods X by wang
                stands K1 by lead -> not-in-conflict
                claim K2 RC-1 60.00 CNY goods Y by zhou against K1
                stands K1 by zhou -> maker-is-checker
                stands K1 by lead silently -> why-missing
                """) == all(DecideConflict.Reason.self))
    }

    @Test func bankQuery() {
        #expect(
            seen(
                """
                bank-says K1 -> claim-not-found
                claim K1 RC-1 100.00 CNY not-ours - by wang
                bank-says K1 by li -> bank-not-asked
                confirm K1 by li
                bank-says K1 by li silently -> why-missing
                """) == all(CloseBankQuery.Reason.self))
    }

    @Test func takeBack() {
        #expect(
            seen(
                """
                take-back K1 -> claim-not-found
                claim K1 RC-1 100.00 CNY deposit X by wang
                take-back K1 by zhao asked wang -> claim-not-confirmed
                confirm K1 by li
                take-back K1 by wang asked zhao -> maker-is-checker
                take-back K1 by zhao asked zhao -> maker-is-checker
                take-back K1 by zhao asked wang silently -> why-missing
                refund approve RC-1 50.00 CNY asked wang
                take-back K1 by zhao asked wang -> receipt-in-use
                """) == all(TakeBackClaim.Reason.self))
    }

    @Test func follow() {
        #expect(
            seen(
                """
                follow RC-9 -> receipt-not-found
                follow RC-2 -> not-published
                """) == all(FollowPool.Reason.self))
    }

    /// What claimants see.
    @Test func masked() {
        #expect(Masked.payer("大连海润贸易有限公司") == "大连**公司")
        #expect(Masked.payer("张三") == "张**")
        #expect(Masked.payer("DALIAN HAIRUN TRADING CO., LTD.") == "DA** LTD")
        #expect(Masked.payer("John Smith") == "Jo**")
        #expect(Masked.payer("") == "**")
        #expect(Masked.account("6222021001112345") == "****2345")
        #expect(Masked.account("2345") == "****")
        #expect(Masked.amount(Money(minor: 50_000_00, .cny)) == "5*,***.**")
        #expect(Masked.amount(Money(minor: 5, .cny)) == "0.**")
    }
}
