import Ledger
import Testing

@testable import Matching

/// Numbers that are not written quite as ours are: proposed where the payer is known and the amount
/// agrees to the cent, never applied.
struct NearNumberTests {
    private static let items = [
        Desk.item(1, "INV-204817", 11_300_00), Desk.item(2, "INV-204863", 30_000_00),
        Desk.item(3, "INV-309455", 8_700_00), Desk.item(4, "INV-204999", 500_00, customer: 200),
    ]

    @Test(arguments: [
        "INV-204871", "INV-20481", "INV-2048171", "INV-204877", "INV-204B17", "INV 204 871",
        "IMV-204817", "INV-2O4817", "INV-2048l7", "lNV204817", "IN-204817",
    ])
    func `one sign wrong`(written: String) {
        // The same amount twice, so that the amount alone says nothing.
        let items = Self.items + [Desk.item(9, "INV-777777", 11_300_00)]
        let proposal = Desk.match(Desk.receipt(11_300_00, written), items)
        #expect(proposal.disposition == .propose, "\(written): \(proposal)")
        #expect(proposal.cash == [1: 11_300_00], "\(written): \(proposal)")
        #expect(proposal.stops == [.referenceMistyped])
        #expect(proposal.score == 85 && proposal.rule == .invoiceNumber)
        #expect(proposal.evidence.contains { $0.en.hasSuffix("is nearly INV-204817") })
    }

    @Test func `beside a number that is right`() {
        let proposal = Desk.match(Desk.receipt(20_000_00, "INV-204817/INV-309445"), Self.items)
        #expect(proposal.cash == [1: 11_300_00, 3: 8_700_00])
        #expect(proposal.disposition == .propose && proposal.stops == [.referenceMistyped])
    }

    @Test func `the amount must agree to the cent`() {
        for amount: Int64 in [11_299_99, 11_300_01] {
            let proposal = Desk.match(Desk.receipt(amount, "INV-204871"), Self.items)
            #expect(!proposal.stops.contains(.referenceMistyped))
            #expect(proposal.disposition != .apply)
        }
    }

    @Test func `the payer must be known`() {
        let proposal = Desk.match(
            Desk.receipt(11_300_00, "INV-204871", account: nil), Self.items)
        #expect(proposal.lines.isEmpty && proposal.stops.first == .referenceUnknown)
    }

    @Test func `two that fit with one amount are none`() {
        let items = [Desk.item(1, "INV-204817", 100_00), Desk.item(2, "INV-204818", 100_00)]
        let proposal = Desk.match(Desk.receipt(100_00, "INV-204819"), items)
        #expect(proposal.disposition != .apply && !proposal.stops.contains(.referenceMistyped))
        // With two amounts the amount tells them apart.
        let apart = [Desk.item(1, "INV-204817", 100_00), Desk.item(2, "INV-204818", 101_00)]
        #expect(Desk.match(Desk.receipt(101_00, "INV-204819"), apart).cash == [2: 101_00])
    }

    @Test func `somebody else's number, one sign from the payer's own`() {
        let items = Self.items + [Desk.item(5, "INV-204996", 900_00)]
        let proposal = Desk.match(Desk.receipt(900_00, "INV-204999"), items)
        #expect(proposal.cash == [5: 900_00] && proposal.stops == [.referenceMistyped])
    }

    @Test func `a number cut at its end`() {
        let items =
            Self.items + [
                Desk.item(6, "RE-2026-004411", 70_00), Desk.item(7, "RE-2026-009999", 70_00),
            ]
        let proposal = Desk.match(Desk.receipt(70_00, "RE-2026-0044"), items)
        #expect(proposal.cash == [6: 70_00] && proposal.stops == [.referenceMistyped])
    }

    @Test func `dates, phones and amounts are nearly nothing`() {
        let items = [Desk.item(1, "20260303", 100_00), Desk.item(2, "84123457", 100_00)]
        for text in ["2026-03-02", "TEL 84123456", "USD 84,123,456.00"] {
            let proposal = Desk.match(Desk.receipt(100_00, text), items)
            #expect(!proposal.stops.contains(.referenceMistyped), "\(text)")
        }
    }

    @Test func `a number split by the end of a line, beside one that is whole`() {
        var receipt = Desk.receipt(41_300_00)
        receipt.text = ["PAYMENT INV-204817 INV-20", "4863 THANK YOU"]
        let proposal = Desk.match(receipt, Self.items)
        #expect(proposal.disposition == .apply && proposal.cash.count == 2)
    }

    @Test func `numbers written on without a separator`() {
        let proposal = Desk.match(Desk.receipt(41_300_00, "INV204817INV204863"), Self.items)
        #expect(proposal.disposition == .apply && proposal.cash.count == 2)
        // What goes on with other letters is another number.
        #expect(
            Desk.match(Desk.receipt(11_300_00, "INV204817ABC"), Self.items).disposition != .apply)
    }

    @Test(arguments: [
        ("ABCDE", "ABXDE", true), ("ABCDE", "ABDCE", true), ("ABCDE", "ABCD", true),
        ("ABCDE", "ABCDEF", true), ("ABCDE", "XABCDE", true), ("ABCDE", "ABCDE", false),
        ("ABCDE", "BADEC", false), ("ABCDE", "AXXDE", false), ("ABCDE", "ABC", false),
        ("", "A", true), ("", "", false), ("AB", "BA", true), ("AAB", "AAAB", true),
    ])
    func `one step`(a: String, b: String, isOne: Bool) {
        #expect(Edits.areOneApart(Array(a.utf8), Array(b.utf8)) == isOne)
        #expect(Edits.areOneApart(Array(b.utf8), Array(a.utf8)) == isOne)
    }

    @Test func `each way of naming has its grade`() {
        func manners(_ text: String) -> [Int64: Mention.Manner] {
            var book = PayerBook([Desk.payer])
            let open = OpenItems(Self.items, &book)
            let named = NamedItems(items: open, book: book).find(
                Desk.receipt(1_00, text), Folding.fold(text), payer: book.index(of: Desk.hairun))
            return Dictionary(
                named.manners.map { (open[$0.key].id, $0.value) }, uniquingKeysWith: { a, _ in a })
        }
        #expect(manners("INV-204817") == [1: .number])
        #expect(manners("INV-204817/63") == [1: .number, 2: .listed])
        #expect(manners("发票 309455") == [3: .shortened])
        #expect(manners("RF16INV20260001") == [:])
    }
}
