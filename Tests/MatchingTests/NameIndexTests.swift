import Testing

@testable import Matching

/// Finding a customer by whatever is typed.
struct NameIndexTests {
    private static let names: [(Int64, String)] = [
        (1, "大连海润贸易有限公司"), (2, "上海润山食品有限公司"), (3, "Müller & Söhne GmbH"),
        (4, "Norvika Pumpen GmbH"), (5, "Norvika Hydraulik AG"), (6, "重庆长安汽车零部件有限公司"),
        (7, "3M Deutschland GmbH"), (8, "青岛海润物流有限公司"),
    ]
    private static let index = NameIndex(names.map { NameIndex.Entry(customer: $0.0, name: $0.1) })

    @Test(arguments: [
        ("大连海润贸易有限公司", 1, NameIndex.Why.same), ("大連海潤", 1, .part), ("hairun dalian", 1, .pinyin),
        ("DALIAN HAIRUN MAOYI", 1, .pinyin), ("Dalian Hairun Trading Co., Ltd.", 1, .translated),
        ("大连海闰贸易", 1, .pinyin), ("大连渤润贸易", 1, .mistyped), ("dalian hairvn maoyi", 1, .mistyped),
        ("mueller soehne", 3, .alike), ("MULLER", 3, .part), ("sohne muller", 3, .part),
        ("norvika pumpn", 4, .mistyped), ("pumpen", 4, .part), ("chang'an", 6, .pinyin),
        ("chongqing auto parts", 6, .translated), ("3m", 7, .part),
        ("chongqing changan", 6, .pinyin),
    ])
    func `the first found`(query: String, customer: Int64, why: NameIndex.Why) {
        let found = Self.index.search(query)
        #expect(found.first?.customer == customer, "\(found)")
        #expect(found.first?.why == why, "\(found)")
    }

    @Test func `a word goes before the same letters across words`() {
        let found = Self.index.search("海润")
        #expect(found.map(\.customer) == [1, 8, 2])
        #expect(Self.index.search("hairun").prefix(2).map(\.customer) == [1, 8])
    }

    @Test func `nothing like it finds nothing, and a limit is kept`() {
        #expect(Self.index.search("zzzz").isEmpty)
        #expect(Self.index.search("").isEmpty)
        #expect(Self.index.search("norvika", limit: 1).count == 1)
        #expect(Self.index.search("norvika", limit: -1).isEmpty)
        #expect(NameIndex([NameIndex.Entry]()).search("norvika").isEmpty)
    }

    @Test func `only the same name has 100, and the order of names does not matter`() {
        for (customer, name) in Self.names {
            let best = Self.index.search(name).first
            #expect(best?.customer == customer && best?.grade == 100)
        }
        let turned = NameIndex(
            Self.names.reversed().map { NameIndex.Entry(customer: $0.0, name: $0.1) })
        for query in ["norvika", "海润", "hai", "gmbh", "上海", "a"] {
            #expect(turned.search(query) == Self.index.search(query), "\(query)")
        }
    }

    /// Every letter of a long name, changed once, still finds it.
    @Test func `one wrong letter anywhere`() {
        let name = Array("NORVIKAHYDRAULIK")
        for place in name.indices {
            var wrong = name
            wrong[place] = wrong[place] == "X" ? "Y" : "X"
            #expect(Self.index.search(String(wrong)).first?.customer == 5, "\(String(wrong))")
            wrong = name
            wrong.remove(at: place)
            #expect(Self.index.search(String(wrong)).first?.customer == 5, "\(String(wrong))")
        }
    }
}
