import Ledger
import Testing

@testable import Matching

/// Small differences (domain.md §3.2): by class, by currency, per receipt, per item and per year.
struct ToleranceTests {
    private static let jpy = Currency("JPY")!
    private static let kwd = Currency("KWD")!

    private static func match(
        _ receipt: Remittance, _ items: [Item], _ tolerance: Tolerance, _ known: Known = Known()
    ) -> [Proposal] {
        var policy = MatchingPolicy()
        policy.tolerance = tolerance
        var matcher = Matcher(
            policies: MatchingPolicies(policy), payers: PayerBook([Desk.payer]), items: items,
            known: known)
        return [matcher.match(receipt)]
    }

    @Test(
        arguments: [
            (Currency("JPY")!, 1_000_000, 5_000, 5_001),
            (Currency("KWD")!, 4_000_000, 15_000, 15_001),
        ] as [(Currency, Int64, Int64, Int64)])
    func `limits are in the currency's own minor unit`(
        currency: Currency, open: Int64, inside: Int64, outside: Int64
    ) {
        // 5,000 yen have no decimals, 15.000 dinars three.
        let tolerance = Tolerance([
            .short: .init(absolute: [Self.jpy: 5_000, Self.kwd: 15_000], share: 50)
        ])
        for (short, isWrittenOff) in [(inside, true), (outside, false)] {
            let proposal = Self.match(
                Desk.receipt(open - short, "INV-1001", currency: currency),
                [Desk.item(1, "INV-1001", open, currency)], tolerance)[0]
            #expect((proposal.lines.first?.writeOff == short) == isWrittenOff, "\(proposal)")
            #expect((proposal.disposition == .apply) == isWrittenOff)
        }
    }

    @Test func `a class has its own limit, by what the payer says`() {
        var tolerance = Tolerance()
        tolerance.limits[.freight] = .init(absolute: [.cny: 200_00], share: 500)
        let items = [Desk.item(1, "INV-1001", 10_000_00)]
        let freight = Self.match(
            Desk.receipt(9_850_00, "INV-1001 LESS FREIGHT"), items, tolerance)[0]
        #expect(freight.disposition == .apply && freight.lines[0].writeOff == 150_00)
        let price = Self.match(Desk.receipt(9_850_00, "INV-1001"), items, tolerance)[0]
        #expect(price.stops == [.shortPayment])
        #expect(tolerance.limit(.tax) == .standard && tolerance.limit(.over) == nil)
    }

    @Test func `no item takes more than its own limit, the next takes the rest`() {
        let limit = Tolerance.Limit(
            absolute: [.cny: 50_00], share: 100, item: .init(absolute: [.cny: 20_00], share: 100))
        let items = [
            Desk.item(1, "INV-1001", 3_000_00), Desk.item(2, "INV-1002", 1_000_00),
        ]
        let both = Self.match(
            Desk.receipt(3_972_00, "INV-1001 INV-1002"), items, Tolerance([.short: limit]))[0]
        #expect(both.disposition == .apply && both.lines.map(\.writeOff) == [20_00, 8_00])
        let more = Self.match(
            Desk.receipt(3_969_00, "INV-1001 INV-1002"), items, Tolerance([.short: limit]))[0]
        #expect(more.stops == [.shortPayment], "30.00 is all that the two may take")
    }

    @Test func `lines of an advice that leave little are written off, each and together`() {
        let items = (0..<20).map { Desk.item(Int64($0) + 1, "INV-10\(10 + $0)", 2_000_00) }
        func advised(_ short: Int64, of count: Int) -> Proposal {
            var receipt = Desk.receipt((2_000_00 - short) * Int64(count))
            receipt.advice = items.prefix(count).map {
                .init(document: $0.number, amount: 2_000_00 - short)
            }
            return Desk.match(receipt, items)
        }
        #expect(advised(9_00, of: 5).lines.map(\.writeOff) == Array(repeating: 9_00, count: 5))
        #expect(advised(9_00, of: 20).lines.allSatisfy { $0.writeOff == 0 }, "180.00 together")
        #expect(advised(12_00, of: 1).lines.map(\.writeOff) == [0], "more than 0.5 %")
        #expect(advised(12_00, of: 1).disposition == .apply, "the payer says so: the rest stays")
    }

    @Test func `a customer's year has a cap, which counts what was written off before`() {
        let items = (0..<14).map { Desk.item(Int64($0) + 1, "INV-10\(10 + $0)", 10_000_00) }
        var known = Known()
        known.writtenOff = [
            WrittenOff(customer: Desk.hairun, currency: .cny, year: 2026, amount: 405_00),
            WrittenOff(customer: Desk.hairun, currency: .cny, year: 2025, amount: 900_00),
            WrittenOff(customer: 7, currency: .cny, year: 2026, amount: 900_00),
        ]
        var matcher = Matcher(
            policies: MatchingPolicies(), payers: PayerBook([Desk.payer]), items: items,
            known: known)
        let proposals = matcher.match(
            (0..<4).map { Desk.receipt(9_960_00, items[$0].number, id: Int64($0) + 1) })
        #expect(proposals.map(\.disposition) == [.apply, .apply, .propose, .propose])
        #expect(proposals[2].stops == [.shortPayment])
        let next = matcher.match(
            Desk.receipt(9_960_00, items[9].number, id: 9, on: Day("2027-01-04")!))
        #expect(next.disposition == .apply)
    }

    @Test func `a discount rounded by the payer is a discount and a rounding`() {
        let items = [
            Desk.item(1, "INV-1001", 1_234_56, discount: 24_69, until: "2026-03-01")
        ]
        let proposal = Desk.match(Desk.receipt(1_209_86, "INV-1001"), items)
        #expect(proposal.disposition == .apply && proposal.rule == .earnedDiscount)
        #expect(proposal.lines[0].writeOff == 1)
        let large = Desk.match(
            Desk.receipt(11_759_99, "INV-1001"),
            [Desk.item(1, "INV-1001", 12_000_00, discount: 240_00, until: "2026-03-01")])
        #expect(large.disposition == .apply && large.rule == .earnedDiscount)
        #expect(large.lines.map(\.discount) == [240_00] && large.lines[0].writeOff == 1)
    }

    @Test func `a small surplus needs no second look where the policy says so`() {
        let items = [Desk.item(1, "INV-1001", 10_000_00)]
        let receipt = Desk.receipt(10_000_50, "INV-1001 INV-7777")
        #expect(Desk.match(receipt, items).stops == [.overpayment])
        var tolerance = Tolerance()
        tolerance.limits[.over] = .init(absolute: [.cny: 1_00], share: 50)
        let proposal = Self.match(receipt, items, tolerance)[0]
        #expect(proposal.disposition == .apply && proposal.unapplied == 50)
        #expect(proposal.lines.map(\.writeOff) == [0], "a surplus is never written off")
    }
}
