import Ledger
import Testing

@testable import Matching

/// The ends of numbers: only for the payer's own open items, and short ones only with the amount
/// (§3.5).
struct ShortNumberTests {
    private static let items = [
        Desk.item(1, "DL25-006919", 92_547_00), Desk.item(2, "DL25-006920", 92_547_00),
        Desk.item(3, "DL26-000117", 27_189_40), Desk.item(4, "DL26-016919", 1_000_00),
        Desk.item(5, "DL25-007700", 50_000_00, discount: 1_000_00, until: "2026-03-10"),
        Desk.item(6, "DL25-008800", 0), Desk.item(7, "DL25-009900", 77_00, customer: 300),
        Desk.item(8, "DL26-006920", 92_547_00, issued: "2026-03-20"),
    ]

    private func match(_ amount: Int64, _ text: String) -> Proposal {
        Desk.match(Desk.receipt(amount, text), Self.items)
    }

    @Test(
        arguments: [
            ("发票6920", 92_547_00, [2]), ("货款006919", 92_547_00, [1]),
            ("06919", 92_547_00, [1]), ("INV 0117/6920", 119_736_40, [2, 3]),
            ("/RFB/7700 2% DISC", 49_000_00, [5]), ("000117;6920", 119_736_40, [2, 3]),
        ] as [(String, Int64, [Int64])])
    func `applies where it fits one item and the amount agrees`(
        text: String, amount: Int64, expected: [Int64]
    ) {
        let proposal = match(amount, text)
        #expect(proposal.disposition == .apply)
        #expect(proposal.lines.map(\.item).sorted() == expected)
    }

    @Test func `does not apply where two items end so`() {
        #expect(match(92_547_00, "发票6919").disposition != .apply)
        #expect(match(92_547_00, "发票6919").stops == [.severalCombinations])
    }

    @Test func `does not apply where the amount differs`() {
        for amount: Int64 in [92_546_00, 92_500_00, 92_548_00, 60_000_00] {
            #expect(match(amount, "发票6920").disposition != .apply)
        }
    }

    @Test func `does not apply to another customer's item`() {
        #expect(match(77_00, "发票9900").lines.isEmpty)
        #expect(match(77_00, "009900").lines.isEmpty)
    }

    @Test func `does not apply for an unknown payer`() {
        let proposal = Desk.match(
            Desk.receipt(27_189_40, "发票000117", account: "11112222"), Self.items)
        #expect(proposal.disposition == .unmatched)
        #expect(proposal.stops == [.payerUnknown, .amountOnly])
    }

    @Test func `is proposed with another amount where nothing else fits`() {
        let proposal = match(60_000_00, "发票6920")
        #expect(proposal.disposition == .propose)
        #expect(proposal.lines.map(\.item) == [2])
        #expect(proposal.lines.map(\.residual) == [32_547_00])
        #expect(proposal.stops == [.shortPayment])
        #expect(match(92_547_01, "发票6920").stops == [.overpayment])
        #expect(match(92_546_99, "发票6920").stops == [.referenceAmbiguous])
    }

    @Test func `digits unread keep a surplus from being applied`() {
        let proposal = match(27_189_40 + 5_000_00, "000117;7654")
        #expect(proposal.disposition == .propose)
        #expect(proposal.stops == [.overpayment])
    }

    @Test func `an end that fits only a paid item is perhaps paid twice`() {
        let proposal = match(12_345_67, "发票8800")
        #expect(proposal.stops.first == .duplicateSuspect)
        #expect(proposal.disposition == .unmatched)
    }

    @Test(arguments: ["货款2026", "TEL 6920", "USD 6920", "订单6920"])
    func `the year, a phone, an amount, an order is no end of a number`(text: String) {
        let items = Self.items + [Desk.item(9, "DL25-002026", 92_547_00)]
        #expect(Desk.match(Desk.receipt(92_547_00, text), items).disposition != .apply)
    }
}
