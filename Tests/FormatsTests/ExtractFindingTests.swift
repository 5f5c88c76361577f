import Formats
import Testing

/// An example of every finding, so that none is only a name.
@Suite struct ExtractFindingTests {
    private static let invoice = "invoice,entity,customer,issued,due,currency,net,tax,gross\n"
    private static let customer = "customer,entity,name,country,currency,terms,creditLimit,parent\n"

    private static let examples: [(text: String, complaint: String)] = [
        ("", "csv-file-empty at row 1"),
        ("order,delivery,date\nO,D,2026-01-01", "csv-last-line-not-ended at row 2"),
        ("order,delivery,date\nO\0,D,2026-01-01\n", "csv-nul-byte at row 2, order: O␀"),
        (
            "order,delivery,date\nO\u{1B}[1m,D,2026-01-01\n",
            "extract-control-character at row 2, order: O␛[1m"
        ),
        (
            "order,delivery,date\n\"O\nP\",D,2026-01-01\n",
            "extract-control-character at row 2, order: O␊P"
        ),
        ("order,delivery,date\n\"O\"P,D,2026-01-01\n", "csv-quote-misplaced at row 2"),
        ("order,delivery,date\nO,D,2026-01-01\n\"O,D\n", "csv-quote-not-closed at row 3"),
        (
            "order,delivery,date\n" + String(repeating: "O", count: 70_000) + ",D,2026-01-01\n",
            "csv-field-too-long at row 2"
        ),
        (
            "order,delivery,date\n"
                + String(repeating: String(repeating: "O", count: 60_000) + ",", count: 20),
            "csv-row-too-long at row 2"
        ),
        (
            "order,delivery,date\n" + String(repeating: ",", count: 600) + "\n",
            "csv-too-many-columns at row 2"
        ),
        ("Buchungstag;Betrag\n", "extract-not-recognised at header: Buchungstag, Betrag"),
        ("order,delivery,amount\n", "extract-column-missing at header: order, delivery, amount"),
        ("order,delivery,date,Order\n", "extract-column-twice at header, Order: Order"),
        ("order,delivery,date,x,X\n", "extract-column-twice at header, X: X"),
        ("order,delivery,date,x\n", "extract-column-unknown at header, x: x"),
        ("order,delivery,date\nO,D\n", "extract-fields-missing at row 2"),
        ("order,delivery,date\nO,D,2026-01-01,7\n", "extract-fields-surplus at row 2: 7"),
        ("order,delivery,date\nO, ,2026-01-01\n", "extract-value-missing at row 2, delivery"),
        ("发货单,订单,日期\n,O,2026-01-01\n", "extract-value-missing at row 2, delivery (发货单)"),
        (
            "order,delivery,date\n6.22E+18,D,2026-01-01\n",
            "extract-number-mangled at row 2, order: 6.22E+18"
        ),
        ("order,delivery,date\nO,D,1.2.2026\n", "extract-date-unreadable at row 2, date: 1.2.2026"),
        (
            "order,delivery,date,amount\nO,D,2026-01-01,\"1,5\"\n",
            "extract-amount-unreadable at row 2, amount: 1,5"
        ),
        (
            "order,delivery,date,amount\nO,D,2026-01-01,10000000000000000\n",
            "extract-amount-too-large at row 2, amount: 10000000000000000"
        ),
        (invoice + "I,E,C,2026-01-01,,JPY,,,1.5\n", "extract-amount-decimals at row 2, gross: 1.5"),
        (invoice + "I,E,C,2026-01-01,,JPY,,,0\n", "extract-amount-not-positive at row 2, gross: 0"),
        (
            invoice + "I,E,C,2026-01-01,,JPY,-1,2,1\n",
            "extract-amount-not-positive at row 2, net: -1"
        ),
        (
            invoice + "I,E,C,2026-01-01,,XYZ,,,1\n",
            "extract-currency-unknown at row 2, currency: XYZ"
        ),
        (
            invoice + "I,E,C,2026-01-02,2026-01-01,EUR,,,1\n",
            "invoice-due-before-issued at row 2, due: 2026-01-01"
        ),
        (invoice + "I,E,C,2026-01-01,,EUR,1,1,3\n", "invoice-does-not-foot at row 2, gross: 3"),
        (
            "invoice,entity,type,customer,issued,currency,gross\nI,E,384,C,2026-01-01,EUR,1\n",
            "invoice-type-unknown at row 2, type: 384"
        ),
        (customer + "C,E,N,Germany,,,,\n", "extract-country-unreadable at row 2, country: Germany"),
        (customer + "C,E,N,,,soon,,\n", "extract-terms-unreadable at row 2, terms: soon"),
        (customer + "C,E,N,,,,-1,\n", "extract-amount-not-positive at row 2, creditLimit: -1"),
        (customer + "C,E,N,,,,,C\n", "customer-own-parent at row 2, parent: C"),
        ("from,to,date,rate\nEUR,USD,2026-01-01,0\n", "extract-rate-unreadable at row 2, rate: 0"),
        (
            "from,to,date,rate\nEUR,EUR,2026-01-01,1\n",
            "extract-rate-of-one-currency at row 2, to: EUR"
        ),
        (
            "invoice,line,net,taxRate\nI,1,5,101\n",
            "extract-percent-unreadable at row 2, taxRate: 101"
        ),
        (
            "calendar,date,kind\nCN,2026-10-01,free\n",
            "holiday-kind-unknown at row 2, kind: free"
        ),
        (
            "order,delivery,date\nO,D,2026-01-01\n\"O\",D, 2026-01-01\n",
            "extract-row-repeated at row 3, delivery: D"
        ),
        (
            "order,delivery,date\nO,D,2026-01-01\nO,D,2026-01-01,,\n",
            "extract-row-repeated at row 3, delivery: D"
        ),
        (
            "order,delivery,date\nO,D,2026-01-01\nO,D,2026-01-02\n",
            "extract-row-contradicts at row 3, delivery: D"
        ),
    ]

    @Test(arguments: examples)
    func example(text: String, complaint: String) {
        let parsed = Extract.read(text.utf8)
        #expect(parsed.complaints.contains(complaint), "\(parsed.complaints)")
    }

    @Test func everyFindingHasAnExampleAndTexts() {
        var seen = Set(Self.examples.flatMap { Extract.read($0.text.utf8).codes })
        seen.formUnion(Extract.read([0x61, 0x2C, 0xFF, 0x0A]).codes)
        seen.formUnion(manyBadRows().codes)
        for kind in ExtractFinding.allCases {
            #expect(seen.contains(kind.rawValue), "no example of \(kind.rawValue)")
            #expect(!kind.en.isEmpty && kind.zh.unicodeScalars.contains { $0.value > 0x4E00 })
        }
        #expect(seen.count == ExtractFinding.allCases.count)
    }

    private func manyBadRows() -> Parsed<Extract> {
        var text = "order,delivery,date\n"
        for number in 0..<10_005 { text += "O\(number),D,never\n" }
        return Extract.read(text.utf8)
    }

    @Test func findingsAreBounded() {
        let parsed = manyBadRows()
        #expect(parsed.findings.count == 10_001)
        #expect(parsed.findings.last?.code == "extract-findings-cut")
        #expect(parsed.findings.last?.en.hasSuffix(": 5") == true)
    }

    @Test func allOfARowAtOnce() {
        let parsed = Extract.read((Self.invoice + ",E,C,x,y,EURO,a,b,\n").utf8)
        #expect(
            parsed.codes.sorted() == [
                "extract-amount-unreadable", "extract-amount-unreadable",
                "extract-currency-unknown",
                "extract-date-unreadable", "extract-date-unreadable", "extract-value-missing",
                "extract-value-missing",
            ])
        #expect(parsed.document.rows == [])
    }

    /// A line that cannot be used names its invoice, so that the importer holds back the whole of
    /// it.
    @Test func rejectedDocumentsAreNamed() {
        let parsed = Extract.read("invoice,line,net\nI1,1,5\nI1,2,x\nI2,1,7\nI3,1\n".utf8)
        #expect(parsed.document.rejected == ["I1", "I3"])
        #expect(parsed.document.rows.count == 2)
        let twice = Extract.read("order,delivery,date\nO,D,2026-01-01\nO,D,2026-01-02\n".utf8)
        #expect(twice.document.rejected == ["D"])
    }

    @Test func oneNumberInTwoEntitiesIsTwoInvoices() {
        let rows = "I,E1,C,2026-01-01,,EUR,,,1\nI,E2,C,2026-01-01,,EUR,,,2\n"
        let parsed = Extract.read((Self.invoice + rows).utf8)
        #expect(parsed.complaints == [])
        #expect(parsed.invoices.count == 2)
    }

    @Test func repeatedRowsAreFoundAmongMany() {
        var text = "order,delivery,date\n"
        for number in 0..<5000 { text += "O\(number),D\(number),2026-01-01\n" }
        for number in 0..<5000 { text += "O\(number),D\(number),2026-01-01\n" }
        let parsed = Extract.read(text.utf8)
        #expect(parsed.document.rows.count == 5000)
        #expect(parsed.codes.filter { $0 == "extract-row-repeated" }.count == 5000)
        #expect(parsed.findings.first?.en.hasSuffix(": row 2") == true)
    }
}
