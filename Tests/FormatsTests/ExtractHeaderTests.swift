import Formats
import Testing

/// Columns by name, and which extract they make.
@Suite struct ExtractHeaderTests {
    @Test(
        arguments: zip(
            ExtractSample.all,
            [
                ExtractKind.invoices, .invoices, .customers, .invoiceLines, .orders, .deliveries,
                .bankAccounts,
                .rates, .balances, .holidays,
            ]))
    func recognised(sample: String, kind: ExtractKind) {
        let parsed = Extract.read(sample.utf8)
        #expect(parsed.document.kind == kind)
        #expect(parsed.complaints == [])
        #expect(!parsed.document.rows.isEmpty)
        let start = Array(sample.utf8.prefix(200))
        #expect(start.withUnsafeBytes { ExtractKind.recognise(start: $0) } == kind)
    }

    @Test(arguments: ExtractKind.allCases)
    func everyKindKnowsItsContractNames(kind: ExtractKind) {
        let contract: [ExtractKind: String] = [
            .customers: """
            customer*, entity*, name*, nameLocal, country, currency, taxId, terms, creditLimit, \
            parent, email, language, accounts, aliases, riskClass, collector
            """,
            .invoices: """
            invoice*, entity*, type, customer*, issued*, due, currency*, net, tax, gross*, po, \
            order, contract, delivery, reference, precedes
            """,
            .invoiceLines:
                """
            invoice*, line*, item, description, quantity, unit, price, net*, taxCategory, \
            taxRate
            """,
            .orders: "order*, entity*, customer*, date*, currency*, amount*, po, status",
            .deliveries: "delivery*, order*, date*, amount",
            .bankAccounts: "account*, entity*, bank, currency*, glAccount",
            .rates: "from*, to*, date*, rate*, type",
            .balances: "entity*, account*, date*, currency*, balance*",
            .holidays: "calendar*, date*, kind*",
        ]
        let columns = (contract[kind] ?? "").split(separator: ", ").map(String.init)
        // All columns: known to the last, in any writing.
        let header = columns.map { $0.uppercased() }.joined(separator: ",")
        let parsed = Extract.read("\(header)\n".utf8)
        #expect(parsed.document.kind == kind)
        #expect(parsed.complaints == [])
        // Each required column is missed; no other is.
        for column in columns {
            let others = columns.filter { $0 != column }
            let recognised = ExtractKind.recognise(header: others)
            if column.hasSuffix("*") {
                #expect(recognised.document != kind, "\(kind) without \(column)")
            } else {
                #expect(recognised.document == kind, "\(kind) without \(column)")
            }
        }
    }

    @Test(arguments: [
        "Bank_Accounts-x", "Credit Limit", "ｃｒｅｄｉｔＬｉｍｉｔ", "CREDIT-LIMIT", "credit_limit", "信用额度",
    ])
    func namesAreFolded(name: String) {
        let parsed = Extract.read("customer,entity,name,\(name)\nC1,E1,N,5\n".utf8)
        let isKnown = name != "Bank_Accounts-x"
        #expect(parsed.document.unknownColumns == (isKnown ? [] : [name]))
        guard case .customer(let customer)? = parsed.document.rows.first else {
            Issue.record("no customer")
            return
        }
        #expect(customer.creditLimit?.description == (isKnown ? "5" : nil))
        #expect(customer.extras[name] == (isKnown ? nil : "5"))
    }

    @Test func unknownColumnIsKeptAndSaidOnce() {
        let text =
            "rate,from,to,Source Desk,date\n7.1,USD,CNY,fx,2026-01-02\n7.2,USD,CNY,,2026-01-03\n"
        let parsed = Extract.read(text.utf8)
        #expect(parsed.complaints == ["extract-column-unknown at header, Source Desk: Source Desk"])
        #expect(parsed.isClean)
        let extras = parsed.document.rows.map { row in
            if case .rate(let rate) = row { rate.extras["Source Desk"] } else { nil as String? }
        }
        #expect(extras == ["fx", nil])
    }

    @Test func nearestKindSaysWhatIsMissing() {
        let near = ExtractKind.recognise(header: [
            "invoice", "entity", "customer", "issued", "gross",
        ])
        #expect(near.document == nil)
        #expect(near.findings.map(\.code) == ["extract-column-missing"])
        #expect(near.findings.first?.en.hasSuffix("invoices: currency") == true)
        let far = ExtractKind.recognise(header: ["Buchungstag", "Betrag"])
        #expect(far.findings.map(\.code) == ["extract-not-recognised"])
    }

    @Test func columnsTwiceUnderTwoNames() {
        let parsed = Extract.read("customer,entity,name,客户名称\nC1,E1,N,M\n".utf8)
        #expect(parsed.complaints == ["extract-column-twice at header, 客户名称: 客户名称"])
        #expect(parsed.document.rows == [])
    }

    @Test func spreadsheetHabitsAreNoFindings() {
        let text =
            "\n ;;\nsep=;\ncustomer ;entity;name;;\n;;;;\nC1;E1; N ;;\n ; ; \nC2;E1;\u{3000}M\u{A0};;\n"
        let parsed = Extract.read(text.utf8)
        #expect(parsed.complaints == [])
        let names = parsed.document.rows.map { row in
            if case .customer(let customer) = row {
                "\(customer.line) \(customer.name)"
            } else {
                ""
            }
        }
        #expect(names == ["6 N", "8 M"])
    }
}
