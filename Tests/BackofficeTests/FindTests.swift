import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// One search over everything in the books (domain.md §3: research of what cannot be matched).
@Suite struct FindTests {
    private let entries = [
        TestEntry(
            amount: 119_00, reference: "BR-7001", payer: "Adler GmbH",
            text: "Rechnung HH-260001", endToEnd: "E2E-4711"),
        TestEntry(
            amount: 11_270_00, reference: "BR-7002", payer: "DALIAN HAIRUN TRADING",
            text: "货款 INVDL26-002422"),
        TestEntry(amount: -2_50, reference: "BR-7003", text: "Kontofuehrung April"),
    ]

    private func desk(_ engine: Engine) throws -> ImportDesk {
        let desk = try ImportDesk(engine)
        try desk.take(
            "customers-2.csv",
            """
            customer,entity,name,nameLocal,accounts,aliases
            C7,HH,"Hairun Trading (Dalian) Co., Ltd.",大连海润贸易有限公司,DE02120300000000202051,Hairun Old|海润商贸

            """)
        try desk.take(
            "i.csv",
            """
            invoice,entity,customer,issued,due,currency,gross,po,reference
            HH-260001,HH,C1,2026-03-02,2026-04-01,EUR,119.00,PO-7788,
            INVDL26-002422,HH,C7,2026-03-05,2026-04-04,EUR,11300.00,,RF18INVDL26002422
            HH-260003,HH,C2,2026-03-20,2026-04-19,EUR,11300.00,,

            """)
        try desk.take(
            "o.csv",
            "order,entity,customer,date,currency,amount,po\nSO-55,HH,C7,2026-02-01,EUR,9000.00,P-9\n"
        )
        try desk.take(
            "s.xml", TestStatement.camt("STMT-9", "2026-04-02", opening: 1_000_00, entries))
        return desk
    }

    private func find(_ desk: ImportDesk, _ words: String...) throws -> FoundPage {
        let query = try FindQuery(words)
        return try desk.database.read { try Finder($0, query).run() }
    }

    /// `item HH-260001 number ends`, best first: all reasons of each.
    private func lines(_ desk: ImportDesk, _ words: String...) throws -> [String] {
        let query = try FindQuery(words)
        return try desk.database.read { try Finder($0, query).run() }.found.map { found in
            let name = found.kind == .receipt ? found.amount?.plain ?? "" : found.name
            let why = found.reasons.map { "\($0.field.rawValue) \($0.grade)" }
            return "\(found.kind) \(name): \(why.joined(separator: ", "))"
        }
    }

    @Test(arguments: Books.engines) func whatPeopleTypeIsFound(_ engine: Engine) throws {
        let desk = try desk(engine)
        #expect(
            try lines(desk, "11300") == [
                "item HH-260003: amount exact", "item INVDL26-002422: amount exact",
                "receipt 11270.00: amount near",
            ])
        let whole = try lines(desk, "11,300.00")
        #expect(try whole == lines(desk, "11300") && whole == lines(desk, "¥11.300,00"))
        #expect(
            try lines(desk, "26-0024") == [
                "item INVDL26-002422: number part", "receipt 11270.00: text part",
            ])
        #expect(
            try lines(desk, "002422") == [
                "item INVDL26-002422: number ends", "receipt 11270.00: text ends",
            ])
        #expect(
            try lines(desk, "hh26") == [
                "item HH-260003: number begins", "item HH-260001: number begins",
                "receipt 119.00: text part",
            ])
        #expect(try lines(desk, "海润") == ["customer C7: alias begins"])
        #expect(try lines(desk, "大连海润") == ["customer C7: localName begins"])
        #expect(try lines(desk, "海润商贸") == ["customer C7: alias exact"])
        #expect(try lines(desk, "hairun").first == "customer C7: name begins")
        #expect(try lines(desk, "货款") == ["receipt 11270.00: text begins"])
        #expect(try lines(desk, "202051") == ["customer C7: account ends"])
        #expect(try lines(desk, "BR-7001") == ["receipt 119.00: bankReference exact"])
        #expect(try lines(desk, "e2e4711") == ["receipt 119.00: endToEndId exact"])
        #expect(try lines(desk, "PO-7788") == ["item HH-260001: po exact"])
        #expect(try lines(desk, "RF18INVDL26002422") == ["item INVDL26-002422: reference exact"])
        #expect(try lines(desk, "kontofuehrung") == ["bankLine BR-7003: text begins"])
        #expect(try lines(desk, "2.50") == ["bankLine BR-7003: amount exact"])
        #expect(try lines(desk, "so-55") == ["order SO-55: number exact"])
        #expect(try lines(desk, "9000") == ["order SO-55: amount exact"])
        #expect(try lines(desk, "s.xml") == ["file s.xml: number exact"])
        #expect(try lines(desk, "STMT-9") == ["statement STMT-9: number exact"])
        #expect(
            try lines(desk, "2026-04-02").filter { $0.hasPrefix("receipt") }.count == 2)
        try desk.verify()
    }

    @Test(arguments: Books.engines) func allWordsFitOneThingOrItsCustomer(
        _ engine: Engine
    ) throws {
        let desk = try desk(engine)
        #expect(
            try lines(desk, "hairun", "11300") == [
                "item INVDL26-002422: customer begins, amount exact",
                "receipt 11270.00: payer part, amount near",
            ])
        #expect(
            try lines(desk, "货款 11270.00 EUR") == [
                "receipt 11270.00: text begins, amount exact, currency part"
            ])
        #expect(try lines(desk, "货款", "11270", "USD").isEmpty)
        #expect(
            try lines(desk, "海润", "2026-03-05", "002422") == [
                "item INVDL26-002422: customer begins, day exact, number ends"
            ])
        #expect(try lines(desk, "adler", "11300").isEmpty)
        // The customer alone is no reason to list all that it owes.
        #expect(try lines(desk, "hairun", "trading").first == "customer C7: name begins, name part")
        #expect(try lines(desk, "hairun", "trading").count == 2)
    }

    @Test(arguments: Books.engines) func receiptsAreFoundByTheItemsTheyPay(
        _ engine: Engine
    ) throws {
        let desk = try desk(engine)
        try desk.take(
            "t.xml",
            TestStatement.camt(
                "STMT-10", sequence: 2, "2026-04-03", opening: 12_386_50,
                [TestEntry(amount: 77_00, reference: "BR-8", text: "ohne Angabe")]))
        let id = try desk.count("SELECT MAX(id) FROM receipt")
        let item = try desk.count("SELECT id FROM item WHERE number = 'HH-260003'")
        let customer = try desk.count("SELECT id FROM customer WHERE code = 'C2'")
        _ = try Office(desk.database).perform(
            ApplyReceipt(
                receipt: Receipt.ID(id), lines: [.init(item: OpenItem.ID(item), cash: 77_00)],
                customer: Customer.ID(customer), basis: .hand("by phone")),
            key: "a", at: desk.desk)
        #expect(
            try lines(desk, "77", "260003").contains("receipt 77.00: amount exact, document ends"))
        // What is left open of an item is an amount of it.
        #expect(try lines(desk, "11223.00").first == "item HH-260003: open exact")
    }

    @Test(arguments: Books.engines) func whatWasSaidFormerlyIsFoundToo(_ engine: Engine) throws {
        let desk = try desk(engine)
        try desk.take(
            "customers-3.csv", "customer,entity,name\nC1,HH,Falke SE\n")
        #expect(try lines(desk, "falke") == ["customer C1: name begins"])
        let adler = try lines(desk, "adler")
        #expect(adler.first == "customer C1: formerly part", "\(adler)")
        try desk.verify()
    }

    @Test(arguments: Books.engines) func kindsEntitiesAndLimits(_ engine: Engine) throws {
        let desk = try desk(engine)
        let query = try FindQuery(["11300"])
        let page = try desk.database.read {
            try Finder($0, query, entity: "HH", kinds: [.item], limit: 1).run()
        }
        #expect(page.found.map(\.name) == ["HH-260003"] && page.more == [.item])
        #expect(page.searched == [.item: 3])
        #expect(throws: Refusal.self) {
            try desk.database.read { try Finder($0, query, entity: "XX") }
        }
    }

    @Test(arguments: Books.engines) func nothingFoundSaysWhatWasSearched(_ engine: Engine) throws {
        let desk = try desk(engine)
        let page = try find(desk, "zzz")
        #expect(
            page.text(.en)
                == """
                nothing found for zzz
                searched: 3 customers, 3 items, 2 receipts, 1 other bank lines, 1 statements, \
                1 orders, 6 files

                """)
        #expect(page.text(.zh).hasPrefix("未找到 zzz\n已检索：3 客户、3 应收项目"))
        #expect(page.json.contains("\"found\": []"))
    }

    @Test(arguments: Books.engines) func nothingTypedDoesHarm(_ engine: Engine) throws {
        let desk = try desk(engine)
        let words = [
            "' OR 1=1 --", "\"; DROP TABLE item; --", "100%", "a_b", "$1", "\\'x1", "@20260402",
            "=11300", "HH-260001\tHH-260003", String(repeating: "9", count: 5_000),
            String(repeating: "海", count: 5_000), "\u{202E}adler", "99999999999999999999",
            "1e9", "0x11", "NULL", "\u{1F4B0}\u{1F4B0}", "ſ\u{301}\u{301}x", "-11300", "2026-02-31",
        ]
        for word in words {
            let page = try find(desk, word)
            for text in [page.text(.en), page.text(.zh), page.json] {
                let isClean = !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
                #expect(isClean, "\(word)")
            }
        }
        #expect(try lines(desk, "a\u{0}dler") == lines(desk, "a", "dler"))
        #expect(try find(desk, "%", "adler").ignored(["%"]))
        #expect(try desk.count("SELECT COUNT(*) FROM item") == 3)
        for (words, code) in [
            ([], "nothing-to-find"), (["%"], "nothing-to-find"), (["x", "'"], "nothing-to-find"),
            (Array(repeating: "ab", count: 9), "too-many-words"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try FindQuery(words) }
            #expect(refusal?.code == code)
        }
    }
}

extension FoundPage {
    fileprivate func ignored(_ words: [String]) -> Bool { query.ignored == words }
}
