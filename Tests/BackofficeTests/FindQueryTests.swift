import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// What a typed word may mean, and how well it fits a thing: on plain values.
@Suite struct FindQueryTests {
    private func amounts(_ text: String) -> [String] {
        FindAmount.readings(text).map(\.description)
    }

    @Test func amountsAsPeopleTypeThem() {
        #expect(amounts("11300") == ["11300"])
        #expect(amounts("11,300.00") == ["11300.00"])
        #expect(amounts("11.300,00") == ["11300.00"])
        #expect(amounts("11'300.50") == ["11300.50"])
        #expect(amounts("¥11,300") == ["11300", "11.300"] || amounts("¥11,300") == ["11300"])
        // Eleven and three tenths, or eleven thousand and three hundred.
        #expect(Set(amounts("11.300")) == ["11.300", "11300"])
        #expect(amounts("2.50") == ["2.50"])
        #expect(amounts("2,5") == ["2.5"])
        for text in ["26-0024", "1,30,00", "1.2.3", "12a", "", ".", "0", "0.00", "1,1234"] {
            #expect(amounts(text).isEmpty, "\(text)")
        }
        #expect(amounts(String(repeating: "9", count: 19)).isEmpty)
    }

    @Test func daysInThreeWritings() throws {
        let day = try #require(Day("2026-04-02"))
        for text in ["2026-04-02", "2026/4/2", "2026年4月2日"] {
            #expect(try FindQuery([text]).words.first?.day == day)
        }
        // Not a day that exists: a number like any other.
        let word = try #require(try FindQuery(["2026-02-31"]).words.first)
        #expect(word.day == nil && word.key == Array("20260231".utf8))
    }

    @Test func aCurrencyIsOneOnlyBesideAnAmount() throws {
        #expect(try FindQuery(["EUR 100"]).words.map(\.currency) == [.eur, nil])
        #expect(try FindQuery(["EUR"]).words.map(\.currency) == [nil])
        #expect(try FindQuery(["Eur", "100"]).words.map(\.currency) == [nil, nil])
    }

    @Test func gradesOfText() {
        let grade = { (word: String, text: String) in
            FindGrading.grade(Folding.key(word), in: Folding.key(text))
        }
        #expect(grade("inv 26-0024", "INV260024") == .exact)
        #expect(grade("0024", "INV-26-0024") == .ends)
        #expect(grade("inv", "INV-26-0024") == .begins)
        #expect(grade("26", "INV-26-0024") == .part)
        #expect(grade("27", "INV-26-0024") == nil)
        #expect(grade("INV-26-00245", "INV-26-0024") == nil)
        #expect(grade("海润", "大连海润贸易有限公司") == .part)
        #expect(grade("ＡＤＬＥＲ", "Ädler") == .exact)
    }

    private func found(
        _ name: String, _ grades: [FindGrade], _ field: SearchField = .number,
        state: String = "open", day: String = "2026-04-01"
    ) -> Found {
        var found = Found(kind: .item, name: name, entity: "HH")
        found.state = state
        found.day = Day(day)
        found.reasons = grades.map {
            Found.Reason(word: "", field: field, grade: $0, value: "")
        }
        return found
    }

    @Test func betterThenOpenThenLatestComesFirst() {
        let sorted = [
            found("near", [.near]), found("old", [.exact], day: "2025-01-01"),
            found("cleared", [.exact], state: "cleared", day: "2026-06-01"),
            found("part", [.part]), found("new", [.exact]), found("ends", [.ends]),
            found("customer", [.exact], .customer),
        ].sorted { Finder.isBefore($0, $1) }.map(\.name)
        #expect(sorted == ["new", "old", "cleared", "ends", "customer", "part", "near"])
    }

    @Test func nearIsWhatABankMayHaveTaken() throws {
        let grading = FindGrading()
        let word = try #require(try FindQuery(["1000.00"]).words.first)
        for (minor, grade) in [
            (1_000_00, FindGrade.exact), (950_00, .near), (1_050_00, .near), (949_99, nil),
            (-1_000_00, .exact),
        ] as [(Int64, FindGrade?)] {
            let item = SearchThing(TestItem.item(minor))
            let candidate = FindCandidate(
                found: found("x", []), thing: item, customer: nil, currency: .eur)
            #expect(grading.reason(word, in: candidate)?.grade == grade, "\(minor)")
        }
    }
}

/// An open item of an amount in euro.
private enum TestItem {
    static func item(_ minor: Int64) -> OpenItem {
        let day = Day(number: 20_000)
        return OpenItem(
            id: OpenItem.ID(1), entity: Entity.ID(1), customer: Customer.ID(1), kind: .invoice,
            number: "X", issuedOn: day, postedOn: day, dueOn: day, currency: .eur, rate: .one,
            original: minor, originalFunctional: minor, tax: 0, taxFunctional: 0)
    }
}
