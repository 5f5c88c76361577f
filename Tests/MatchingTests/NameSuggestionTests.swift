import Ledger
import Testing

@testable import Matching

/// A name alone never applies money (domain.md §3.6): it suggests, says how it is like, and asks
/// for an alias only where an account or a number says the same.
struct NameSuggestionTests {
    private static let unsure = [
        "DALIAN HAIRUN MAOYI YOUXIAN GONGSI", "DALIAN HAIRUN TRADING CO LTD", "大连海闰贸易有限公司",
        "DALIAN HAIRUM TRADING CO LTD",
    ]

    @Test(arguments: unsure)
    func `pinyin, translation and likeness are never applied`(name: String) {
        for amount: Int64 in [11_300_00, 41_300_00] {
            for text in ["", "INV-1001", "货款INV-1001/1002"] {
                let proposal = Desk.match(Desk.receipt(amount, text, account: nil, name: name))
                #expect(proposal.disposition != .apply, "\(name) \(text)")
                #expect(!proposal.payerIsKnown)
                #expect(proposal.lines.isEmpty || proposal.score <= 90)
            }
        }
    }

    @Test func `G-MAT-06 with the number the payer is suggested and an alias proposed`() {
        let name = "DALIAN HAIRUN MAOYI YOUXIAN GONGSI"
        let proposal = Desk.match(Desk.receipt(11_300_00, "INV-1001", account: nil, name: name))
        #expect(proposal.disposition == .propose && proposal.customer == Desk.hairun)
        #expect(proposal.score == 90 && proposal.stops == [.payerUnknown])
        #expect(proposal.evidence.first?.en == "name sounds like 大连海润贸易有限公司")
        #expect(
            proposal.aliasProposal
                == AliasProposal(
                    customer: Desk.hairun, name: name, kind: .pinyin, how: .pinyin,
                    isByAccount: false))
    }

    @Test func `a translated name becomes the registered English one`() {
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-1001", account: nil, name: "DALIAN HAIRUN TRADING CO LTD"))
        #expect(proposal.evidence.first?.zh == "名称为 大连海润贸易有限公司 的译名")
        #expect(proposal.aliasProposal?.kind == .registered)
        #expect(proposal.aliasProposal?.how == .translated)
    }

    @Test func `somebody else's name with a number of ours is perhaps a paying agent`() {
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-1001", account: nil, name: "Ostrava Handel s.r.o."))
        #expect(proposal.aliasProposal?.kind == .payingAgent)
        #expect(proposal.aliasProposal?.how == .other)
        #expect(proposal.disposition == .propose && proposal.stops == [.payerUnknown])
    }

    @Test func `no alias from a likeness alone, nor from a name that is known`() {
        for name in Self.unsure {
            let proposal = Desk.match(Desk.receipt(11_300_00, "", account: nil, name: name))
            #expect(proposal.aliasProposal == nil)
        }
        #expect(
            Desk.match(Desk.receipt(11_300_00, "INV-1001", name: "大連海潤貿易有限公司"))
                .aliasProposal == nil)
    }

    @Test func `a new name at the payer's own account is proposed as its alias`() {
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-1001", name: "HAIRUN TRADING DALIAN"))
        #expect(proposal.disposition == .apply)
        #expect(proposal.aliasProposal?.isByAccount == true)
        #expect(proposal.aliasProposal?.how == .translated)
        let other = Desk.match(Desk.receipt(11_300_00, "INV-1001", name: "海润商行"))
        #expect(other.aliasProposal?.kind == .chineseShort && other.aliasProposal?.how == .other)
    }

    @Test func `two that sound alike are nobody`() {
        let payers = [
            Payer(customer: 1, name: "大连海润贸易有限公司"), Payer(customer: 2, name: "大连海闰贸易有限公司"),
        ]
        let items = [Desk.item(1, "INV-1001", 100_00, customer: 1)]
        let proposal = Desk.match(
            Desk.receipt(100_00, account: nil, name: "DALIAN HAIRUN MAOYI YOUXIAN GONGSI"), items,
            payers)
        #expect(proposal.customer == nil && proposal.stops.first == .payerAmbiguous)
    }

    @Test func `a confirmed alias counts in its days, its currency and on its account alone`() {
        var payer = Payer(customer: 1, name: "Alba Nord SARL")
        payer.names = [
            OtherName(
                "Alba Nordique", .former, Scope(from: Day("2026-01-01"), until: Day("2026-06-30"))),
            OtherName("Nord Trading", .trading, Scope(currency: .usd)),
            OtherName("Alba Paris", .trading, Scope(creditedAccount: "DE89 3704 0044")),
        ]
        func isKnown(
            _ name: String, on day: String = "2026-03-01", _ currency: Currency = .eur,
            credited: String? = nil
        ) -> Bool {
            var receipt = Desk.receipt(
                1_00, currency: currency, on: Day(day) ?? Desk.today, account: nil, name: name)
            receipt.creditedAccount = credited
            return Desk.match(receipt, [], [payer]).payerIsKnown
        }
        #expect(isKnown("ALBA NORDIQUE SA"))
        #expect(isKnown("Alba Nordique", on: "2026-06-30"))
        #expect(!isKnown("Alba Nordique", on: "2026-07-01"))
        #expect(!isKnown("Alba Nordique", on: "2025-12-31"))
        #expect(isKnown("Nord Trading", .usd) && !isKnown("Nord Trading"))
        #expect(isKnown("Alba Paris", credited: "de8937040044"))
        #expect(!isKnown("Alba Paris") && !isKnown("Alba Paris", credited: "DE00"))
    }
}
