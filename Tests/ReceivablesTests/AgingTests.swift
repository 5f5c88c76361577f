import Ledger
import Receivables
import Testing

/// G-MET-02: aging as of 2026-03-31, by due date and by invoice date.
@Suite struct AgingTests {
    private static let asOf = Day("2026-03-31")!
    private static let items: [(issued: String, due: String, amount: Int64)] = [
        ("2026-03-10", "2026-04-09", 40_000_00), ("2026-02-20", "2026-03-22", 25_000_00),
        ("2026-01-15", "2026-02-14", 10_000_00), ("2025-12-01", "2025-12-31", 8_000_00),
        ("2025-11-30", "2025-12-30", 2_000_00), ("2026-03-05", "2026-03-05", -5_000_00),
    ]

    private func aged(_ basis: AgingBasis) -> AgingBuckets {
        var buckets = AgingBuckets()
        for item in Self.items {
            buckets.add(
                open: item.amount, dueOn: Day(item.due)!, issuedOn: Day(item.issued)!,
                asOf: Self.asOf, basis: basis)
        }
        buckets.add(onAccount: 3_000_00, unapplied: 0, unidentified: 0)
        return buckets
    }

    @Test func byDueDate() {
        let buckets = aged(.dueDate)
        #expect(buckets.debits == [40_000_00, 25_000_00, 10_000_00, 8_000_00, 2_000_00])
        #expect(buckets.credits == -5_000_00)
        #expect(buckets.debit == 85_000_00)
        #expect(buckets.total == 77_000_00)
        #expect(buckets.currentShare == 47_06)
    }

    @Test func byInvoiceDate() {
        #expect(aged(.invoiceDate).debits == [40_000_00, 25_000_00, 10_000_00, 8_000_00, 2_000_00])
    }

    @Test(arguments: [(0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4)])
    func edgesByDueDate(late: Int, bucket: Int) {
        var buckets = AgingBuckets()
        buckets.add(
            open: 1, dueOn: Self.asOf.adding(-late), issuedOn: Self.asOf, asOf: Self.asOf,
            basis: .dueDate)
        #expect(buckets.debits[bucket] == 1)
    }

    @Test(arguments: [
        (0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (120, 3), (121, 4),
    ])
    func edgesByInvoiceDate(age: Int, bucket: Int) {
        var buckets = AgingBuckets()
        buckets.add(
            open: 1, dueOn: Self.asOf, issuedOn: Self.asOf.adding(-age), asOf: Self.asOf,
            basis: .invoiceDate)
        #expect(buckets.debits[bucket] == 1)
    }

    @Test func nothingOwedHasNoShare() { #expect(AgingBuckets().currentShare == nil) }
}
