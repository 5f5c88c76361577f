import Ledger
import Receivables

/// Claims and receipts of the pool, with every field there and absent.
extension CaseSamples {
    static var claims: [CaseFile.Content] {
        let day = Day("2026-03-31")!
        let receipt = Receipt.ID(1_000_000_000_012)
        let bare = Claim(
            receipt: receipt, claimant: "wang", unit: "", kind: .notOurs,
            amount: Money(minor: 5, .cny), customer: nil, papers: Claim.Papers(), claimedOn: day)
        var papers = Claim.Papers()
        papers.contract = "HT-2026|7"
        papers.order = "SO-1"
        papers.invoices = [Claim.Invoice("INV-1"), Claim.Invoice("INV-2", 500)]
        papers.evidence = "水单"
        papers.file = "00ff"
        papers.bopCode = "121010"
        papers.taxRate = 1300
        papers.isDeclared = true
        var full = Claim(
            receipt: receipt, claimant: "wang", unit: "SALES", kind: .goods,
            amount: Money(minor: 5, .cny), customer: Customer.ID(1_000_000_000_009),
            papers: papers, claimedOn: day)
        full.state = .booked
        full.rival = CaseFile.ID(1_000_000_000_030)
        full.decidedBy = "li"
        full.decidedOn = day
        full.why = "seen"
        full.dueOn = day
        full.part = Receipt.ID(1_000_000_000_013)
        full.notApplied = "exceeds-open"
        let plain = PooledReceipt(
            receipt: receipt, valueDate: day, declareBy: nil, amount: Money(minor: 5, .cny),
            units: [], publishedBy: "acquit", publishedOn: day, stage: .published)
        var pooled = PooledReceipt(
            receipt: receipt, valueDate: day, declareBy: day.adding(7),
            amount: Money(minor: 5, .cny), units: ["SALES", "EXPORT"], publishedBy: "acquit",
            publishedOn: day, stage: .controller)
        pooled.round = 2
        pooled.state = .held
        pooled.nextOn = day
        return [.claim(bare), .claim(full), .pooled(plain), .pooled(pooled)]
    }
}
