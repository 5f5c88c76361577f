import Ledger
import Testing

@testable import Matching

/// The table of 24 rows (field.md, row m, M3), each a test, and what a receipt is graded by.
struct LadderTests {
    typealias Row = (Ladder.Payer, Ladder.Document, Ladder.Amount, String)

    static let rows: [Row] = [
        (.full, .multiple, .one, "High 1"), (.full, .multiple, .multiple, "High 2"),
        (.full, .yes, .one, "High 3"), (.full, .yes, .multiple, "High 4"),
        (.partial, .multiple, .one, "High 5"), (.partial, .multiple, .multiple, "High 6"),
        (.partial, .yes, .one, "High 7"), (.full, .no, .one, "High 8"),
        (.none, .multiple, .one, "High 9"), (.none, .multiple, .multiple, "High 10"),
        (.full, .multiple, .notConsidered, "Medium 1"), (.full, .yes, .notConsidered, "Medium 2"),
        (.full, .no, .multiple, "Medium 3"), (.partial, .multiple, .notConsidered, "Medium 4"),
        (.partial, .yes, .notConsidered, "Medium 5"), (.none, .yes, .one, "Medium 6"),
        (.none, .multiple, .notConsidered, "Medium 7"), (.partial, .no, .one, "Medium 8"),
        (.none, .yes, .notConsidered, "Medium 9"), (.full, .no, .none, "Low 1"),
        (.partial, .no, .multiple, "Low 2"), (.partial, .no, .none, "Low 3"),
        (.none, .no, .one, "Low 4"), (.none, .no, .multiple, "Low 5"),
    ]

    @Test(arguments: 0..<24) func `row`(number: Int) throws {
        let (payer, document, amount, name) = Self.rows[number]
        let rung = try #require(Ladder(payer, document, amount))
        #expect(rung.en == name)
        #expect(rung.rank == number + 1)
        #expect(Ladder(name) == rung)
        if amount == .notConsidered { #expect(Ladder(payer, document, .none) == rung) }
    }

    @Test func `there are 24, the best first, and nothing else`() {
        #expect(Ladder.all.map(\.rank) == Array(1...24))
        #expect(Ladder.all == Ladder.all.sorted(by: >))
        #expect(Ladder(.none, .no, .none) == nil)
        for payer in Ladder.Payer.allCases {
            #expect(Ladder(payer, .no, .notConsidered) == nil)
        }
        #expect(Ladder("High 11") == nil && Ladder("") == nil)
        #expect(Ladder.all.allSatisfy { $0.zh.utf8.contains { $0 > 127 } })
    }

    /// What a receipt is, and the rung that its proposal stands on.
    @Test(
        arguments: [
            ("INV-1001", 11_300_00, "A", "High 3"), ("INV-1001 INV-1002", 41_300_00, "A", "High 1"),
            ("INV-1001", 11_300_00, "", "Medium 6"), ("INV-1001 INV-1002", 41_300_00, "", "High 9"),
            ("", 11_300_00, "A", "High 8"), ("", 9_99, "A", "Low 1"), ("", 11_300_00, "", "Low 4"),
            ("INV-1001", 9_000_00, "A", "Medium 2"),
            ("INV-1001 INV-1002", 9_000_00, "", "Medium 7"),
            ("INV-1004", 500_00, "A", "High 4"), ("", 500_00, "A", "Medium 3"),
            ("INV-1001", 11_300_00, "Hairun Co Ltd", "High 7"),
            ("", 11_300_00, "Hairun Co Ltd", "Medium 8"),
        ] as [(String, Int64, String, String)])
    func `a receipt stands on`(text: String, amount: Int64, payer: String, rung: String) {
        var known = Payer(customer: Desk.hairun, name: "Hairun Dalian Trade Ltd")
        known.accounts = [Desk.account]
        let items = [
            Desk.item(1, "INV-1001", 11_300_00), Desk.item(2, "INV-1002", 30_000_00),
            Desk.item(4, "INV-1004", 500_00), Desk.item(5, "INV-1005", 500_00),
        ]
        let receipt = Desk.receipt(
            amount, text, account: payer == "A" ? Desk.account : nil,
            name: payer.isEmpty || payer == "A" ? nil : "Hairun Dalian Trad Ltd")
        let proposal = Desk.match(receipt, items, [known])
        #expect(proposal.ladder?.en == rung, "\(proposal)")
    }
}
