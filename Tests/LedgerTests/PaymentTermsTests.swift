import Ledger
import Testing

@Suite struct PaymentTermsTests {
    @Test(
        arguments: [
            ("net30", "net30", "2026-03-02", nil),
            ("Net 30", "net30", "2026-03-02", nil),
            ("n30", "net30", "2026-03-02", nil),
            ("net 30 days", "net30", "2026-03-02", nil),
            ("2/10net30", "2/10net30", "2026-03-02", "2026-02-10"),
            ("2/10, n 30", "2/10net30", "2026-03-02", "2026-02-10"),
            ("1.25/7net14", "1.25/7net14", "2026-02-14", "2026-02-07"),
            ("1.5/0 net 14", "1.5/0net14", "2026-02-14", "2026-01-31"),
            ("eom15", "eom15", "2026-02-15", nil),
            ("EOM", "eom0", "2026-01-31", nil),
            ("2/10eom30", "2/10eom30", "2026-03-02", "2026-02-10"),
            ("月结30天", "eom30", "2026-03-02", nil),
            ("货到付款", "net0", "2026-01-31", nil),
            ("cod", "net0", "2026-01-31", nil),
            ("Due on receipt", "net0", "2026-01-31", nil),
            ("net0", "net0", "2026-01-31", nil),
        ] as [(String, String, String, String?)])
    func read(text: String, canonical: String, due: String, discount: String?) throws {
        let terms = try #require(PaymentTerms(text))
        let issued = try #require(Day("2026-01-31"))
        #expect(terms.description == canonical)
        #expect(PaymentTerms(canonical) == terms)
        #expect(terms.dueOn(from: issued).description == due)
        #expect(terms.discountUntil(from: issued)?.description == discount)
    }

    @Test func countInTenThousandths() throws {
        #expect(try #require(PaymentTerms("2/10net30")).discountPercent == 200)
        #expect(try #require(PaymentTerms("1.25/7net14")).discountPercent == 125)
        #expect(try #require(PaymentTerms("0.5/7net14")).discountPercent == 50)
    }

    @Test func endOfMonthCountsFromItsLastDay() throws {
        let terms = try #require(PaymentTerms("eom15"))
        #expect(terms.dueOn(from: try #require(Day("2028-02-01"))).description == "2028-03-15")
        #expect(terms.dueOn(from: try #require(Day("2026-12-05"))).description == "2027-01-15")
    }

    @Test(arguments: [
        "", "30", "net", "net30x", "2/net30", "2/40net30", "101/10net30", "1.234/5net9", "netnet30",
        "eom-1", "net99999", "net9999", "2/10", "2./10net30", "netl5", "e\u{301}om5", "/10net30",
    ])
    func refuse(text: String) {
        #expect(PaymentTerms(text) == nil)
    }
}
