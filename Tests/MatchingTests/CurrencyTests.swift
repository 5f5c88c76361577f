import Ledger
import Testing

@testable import Matching

/// A receipt in another currency than the items it names: proposed at the rate of the day, never
/// applied (domain.md §3.1).
struct CurrencyTests {
    private static let items = [
        Desk.item(5, "INV-2001", 20_000_00, .usd), Desk.item(7, "INV-2002", 10_000_00, .usd),
    ]

    private static func match(_ receipt: Remittance, rate: String? = "0.14") -> Proposal {
        var known = Known()
        if let rate = rate.flatMap({ Rate($0) }) { known.rates.set(.cny, .usd, rate) }
        var matcher = Matcher(
            policies: MatchingPolicies(), payers: PayerBook([Desk.payer]), items: items,
            known: known)
        return matcher.match(receipt)
    }

    @Test func `what is near the rate clears the item`() {
        let proposal = Self.match(Desk.receipt(142_500_00, "INV-2001"))
        #expect(proposal.disposition == .propose && proposal.stops == [.currencyDiffers])
        #expect(proposal.lines.map(\.amount) == [142_500_00])
        #expect(proposal.lines.map(\.converted) == [20_000_00])
        #expect(proposal.unapplied == 0 && proposal.ladder?.en == "High 3")
        #expect(proposal.evidence.contains { $0.en == "19,950.00 USD at 0.14" })
    }

    @Test func `less pays a part, over several items in proportion`() {
        let proposal = Self.match(Desk.receipt(100_000_01, "INV-2001 INV-2002"))
        #expect(proposal.stops == [.currencyDiffers, .shortPayment])
        #expect(proposal.lines.reduce(0) { $0 + $1.amount } == 100_000_01)
        #expect(proposal.lines.compactMap(\.converted) == [9_333_33, 4_666_67])
    }

    @Test func `without a rate, or with more money than the items, a person looks`() {
        for proposal in [
            Self.match(Desk.receipt(142_500_00, "INV-2001"), rate: nil),
            Self.match(Desk.receipt(200_000_00, "INV-2001")),
        ] {
            #expect(proposal.disposition == .unmatched && proposal.lines.isEmpty)
            #expect(proposal.stops == [.currencyDiffers])
        }
    }
}
