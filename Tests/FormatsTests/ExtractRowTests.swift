import Formats
import Ledger
import Testing

/// Values of the rows, at their edges.
@Suite struct ExtractRowTests {
    @Test func invoices() throws {
        let rows = Extract.read(ExtractSample.invoices.utf8).invoices
        try #require(rows.count == 3)
        #expect(rows.map(\.line) == [2, 3, 4])
        #expect(rows.map(\.type) == [.invoice, .invoice, .creditNote])
        #expect(rows.map(\.gross.description) == ["119.00 EUR", "5,000 JPY", "11.90 EUR"])
        #expect(rows.map(\.net?.plain) == ["100.00", nil, "10.00"])
        #expect(rows.map(\.tax?.plain) == ["19.00", nil, "1.90"])
        #expect(rows[0].dueOn?.description == "2026-03-31")
        #expect(rows[1].dueOn == nil)
        #expect(rows[0].reference == "RF18539007547034")
        #expect(rows[2].precedes == "INV-1")
        #expect(rows[1].po == nil)
    }

    @Test func theOtherRows() throws {
        var rows: [ExtractRow] = []
        for sample in ExtractSample.all.dropFirst(2) {
            rows += Extract.read(sample.utf8).document.rows
        }
        try #require(rows.count == 11)
        guard case .customer(let mueller) = rows[0], case .customer(let second) = rows[1],
            case .invoiceLine(let first) = rows[2], case .invoiceLine(let other) = rows[3],
            case .order(let order) = rows[4], case .delivery(let delivery) = rows[5],
            case .bankAccount(let account) = rows[6], case .rate(let rate) = rows[7],
            case .balance(let balance) = rows[8], case .holiday(let holiday) = rows[9],
            case .holiday(let worked) = rows[10]
        else {
            Issue.record("\(rows)")
            return
        }
        #expect(mueller.name == "Müller, Söhne")
        #expect(mueller.terms == PaymentTerms("2/10net30"))
        #expect(mueller.accounts == ["DE89370400440532013000", "6222021001"])
        #expect(mueller.creditLimit?.description == "25000.00")
        #expect(second.name == "He said \"no\"")
        #expect(second.aliases == ["Peking", "北京"])
        #expect(second.parent == "C1")
        #expect(second.currency == nil)
        #expect(first.description == "two\nlines")
        #expect(first.number == "1" && first.net.description == "80.00")
        #expect(other.line == 4 && other.taxRate?.description == "13")
        #expect(order.orderedOn.description == "2026-02-01" && order.amount.plain == "500.00")
        #expect(delivery.amount?.description == "250.00")
        #expect(account.account == "DE89370400440532013000" && account.currency == .eur)
        #expect(rate.rate.description == "7.8123" && rate.type == "month-end")
        #expect(holiday.calendar == "CN" && holiday.kind == .rest)
        #expect(worked.date.description == "2026-10-10" && worked.kind == .work)
        #expect(balance.balance.description == "-1,234.567 KWD")
    }

    private func gross(_ amount: String, _ currency: String) -> String {
        let header = "invoice,entity,customer,issued,currency,gross"
        let parsed = Extract.read("\(header)\nI,E,C,2026-01-01,\(currency),\(amount)\n".utf8)
        return parsed.invoices.first?.gross.plain ?? parsed.codes.joined(separator: " ")
    }

    @Test(arguments: [
        ("0.01", "EUR", "0.01"),
        ("12", "EUR", "12.00"),
        ("12.5", "EUR", "12.50"),
        ("12.500", "EUR", "12.50"),
        ("+12.50", "EUR", "12.50"),
        ("12.505", "EUR", "extract-amount-decimals"),
        ("100", "JPY", "100"),
        ("100.00", "JPY", "100"),
        ("100.5", "JPY", "extract-amount-decimals"),
        ("1.234", "KWD", "1.234"),
        ("1.2345", "KWD", "extract-amount-decimals"),
        ("1.2345", "CLF", "1.2345"),
        ("10000000000000.00", "EUR", "10000000000000.00"),
        ("10000000000000.01", "EUR", "extract-amount-too-large"),
        ("1000000000000000", "JPY", "1000000000000000"),
        ("1000000000000001", "JPY", "extract-amount-too-large"),
        ("999999999999999999", "KWD", "extract-amount-too-large"),
        ("9223372036854775808", "JPY", "extract-amount-too-large"),
        ("99999999999999999999999999999999", "JPY", "extract-amount-too-large"),
        ("0000000000000000000000012.00", "EUR", "12.00"),
        ("0", "EUR", "extract-amount-not-positive"),
        ("-5.00", "EUR", "extract-amount-not-positive"),
        ("1,234.50", "EUR", "extract-fields-surplus"),
        ("\"1,234.50\"", "EUR", "extract-amount-unreadable"),
        ("1 234.50", "EUR", "extract-amount-unreadable"),
        ("1.234.50", "EUR", "extract-amount-unreadable"),
        ("5.", "EUR", "extract-amount-unreadable"),
        (".5", "EUR", "extract-amount-unreadable"),
        ("-", "EUR", "extract-amount-unreadable"),
        ("1e3", "EUR", "extract-amount-unreadable"),
        ("12.50-", "EUR", "extract-amount-unreadable"),
        ("１２", "EUR", "extract-amount-unreadable"),
        ("1.0000000000001", "EUR", "extract-amount-unreadable"),
        ("", "EUR", "extract-value-missing"),
        ("5", "RMB", "extract-currency-unknown"),
        ("5", "eur", "extract-currency-unknown"),
    ])
    func amounts(amount: String, currency: String, expected: String) {
        #expect(gross(amount, currency) == expected)
    }

    @Test(
        arguments: [
            ("100.00", "19.00", "119.00", nil),
            ("100.00", "", "119.00", nil),
            ("", "0.00", "119.00", nil),
            ("100.00", "19.00", "119.01", "100.00 + 19.00 ≠ 119.01"),
            ("119.02", "", "119.01", "119.02 + -0.01 ≠ 119.01"),
            ("", "119.02", "119.01", "-0.01 + 119.02 ≠ 119.01"),
        ] as [(String, String, String, String?)])
    func footing(net: String, tax: String, gross: String, problem: String?) {
        let header = "invoice,entity,customer,issued,currency,net,tax,gross"
        let row = "I,E,C,2026-01-01,EUR,\(net),\(tax),\(gross)"
        let parsed = Extract.read("\(header)\n\(row)\n".utf8)
        #expect(parsed.codes == (problem == nil ? [] : ["invoice-does-not-foot"]))
        #expect(parsed.findings.first?.en.hasSuffix(problem ?? "") ?? true)
        #expect(parsed.invoices.count == (problem == nil ? 1 : 0))
        if let invoice = parsed.invoices.first, let net = invoice.net, let tax = invoice.tax {
            #expect(net + tax == invoice.gross)
        }
    }

    @Test(arguments: [
        "2026-2-01", "20260201", "01.02.2026", "2026-02-30", "2026/02/01", "2026-02-01T00:00",
        "２０２６-02-01",
        "0000-01-01",
    ])
    func datesAreISO(date: String) {
        let parsed = Extract.read("delivery,order,date\nD,O,\(date)\n".utf8)
        #expect(parsed.complaints == ["extract-date-unreadable at row 2, date: \(date)"])
    }
}
