import Formats
import Testing

/// Amounts and dates in the forms of domain.md §9.3, each where a table has it.
@Suite struct AdviceValueTests {
    static let amounts: [(String, String)] = [
        ("1,234.56", "1234.56"), ("1.234,56", "1234.56"), ("1 234,56", "1234.56"),
        ("1\u{202F}234,56", "1234.56"), ("1'234.56", "1234.56"), ("12,34,567.00", "1234567.00"),
        ("12,34,567/-", "1234567"), ("￥12.5万", "125000"), ("１２．５０", "12.50"),
        ("壹万贰仟叁佰元整", "12300.00"), ("人民币壹亿零叁万元伍角陆分", "100030000.56"),
        ("三千五百元", "3500.00"), ("贰拾元整", "20.00"), ("拾万元整", "100000.00"),
        ("-5.00", "-5.00"), ("(5.00)", "-5.00"), ("5.00-", "-5.00"), ("5.00 CR", "-5.00"),
        ("−5.00", "-5.00"), ("5.00 DR", "5.00"), ("EUR 5,00", "5.00"), ("5,00 €", "5.00"),
        ("US$5.00", "5.00"), ("-$5.00", "-5.00"), ("($5.00)", "-5.00"), ("***5.00", "5.00"),
        ("5.00元", "5.00"), ("0.123", "0.123"), ("12345.678", "12345.678"), ("1,234,567", "1234567"),
        (".50", "0.50"),
    ]

    @Test(arguments: amounts) func isRead(_ written: String, _ amount: String) {
        let reading = AdviceReading(rows: "Invoice|Amount paid\nINV-1|\(written)")
        #expect(reading.advices.first?.lines.first?.net?.description == amount)
        #expect(Set(reading.codes) == ["advice-amount-missing"])
    }

    @Test(arguments: [
        "1O0.00", "1,2,3.00", "12.34.56", "1,23,4.5,6", "壹万", "元", "5.00.", "--5", "1.234.56",
        "1 2", "9999999999999999999",
    ])
    func isUnreadable(_ written: String) {
        let reading = AdviceReading(rows: "Invoice|Amount paid\nINV-1|\(written)\nINV-2|5.00")
        #expect(reading.advices.first?.lines.first?.net == nil)
        #expect(reading.codes.contains("advice-amount-unreadable"))
    }

    /// The whole table shows what `1.234` is.
    @Test func decimalsOfTheTable() {
        let german = AdviceReading(rows: "Rechnung|Zahlbetrag\nA-1|1.234\nA-2|5,50\nSumme|1.239,50")
        #expect(german.advices.first?.lines.map(\.net?.description) == ["1234", "5.50"])
        #expect(german.codes == [])
        let three = AdviceReading(rows: "Invoice|Amount paid\nA-1|1.234\nA-2|5.500,00")
        #expect(three.advices.first?.lines.map(\.net?.description) == ["1234", "5500.00"])
        let comma = AdviceReading(rows: "Invoice|Amount paid\nA-1|1,234\nA-2|5.50")
        #expect(comma.advices.first?.lines.map(\.net?.description) == ["1234", "5.50"])
    }

    static let dates = [
        "2026-03-05", "2026/3/5", "2026.03.05", "2026年3月5日", "2026年03月05日", "20260305",
        "05.03.2026", "5.3.26", "5 Mar 2026", "05-MAR-2026", "5. März 2026", "March 5, 2026",
        "5 mars 2026", "2026-03-05 00:00:00", "2026-03-05T10:15", "5th March 2026",
    ]

    @Test(arguments: dates) func dateIsRead(_ written: String) {
        let reading = AdviceReading(rows: "Invoice|Date|Amount paid\nINV-1|\(written)|5.00")
        #expect(reading.advices.first?.lines.first?.date?.description == "2026-03-05")
    }

    @Test(arguments: ["2026-02-30", "31.02.2026", "13/13/2026", "soon", "2026-03", "05/03"])
    func isNoDate(_ written: String) {
        let reading = AdviceReading(rows: "Invoice|Date|Amount paid\nINV-1|\(written)|5.00")
        #expect(reading.advices.first?.lines.first?.date == nil)
        #expect(reading.codes.contains("advice-date-unreadable"))
    }

    /// One date of a column shows the order of all.
    @Test func orderOfDayAndMonth() {
        func dates(_ rows: String) -> [String?] {
            AdviceReading(rows: "Invoice|Date|Amount paid\n" + rows).advices.first?.lines.map {
                $0.date?.description
            } ?? []
        }
        #expect(dates("A|03/04/2026|1.00\nB1|13/04/2026|1.00").last == "2026-04-13")
        #expect(dates("A1|03/04/2026|1.00\nB1|13/04/2026|1.00").first == "2026-04-03")
        #expect(dates("A1|03/04/2026|1.00\nB1|04/13/2026|1.00").first == "2026-03-04")
        #expect(
            dates("A1|03/04/2026|1.00\nB1|04/13/2026|1.00\nC1|13/04/2026|1.00").first == .some(nil))
        #expect(dates("A1|03/03/2026|1.00").first == "2026-03-03")
        let said = AdviceReading(rows: "Invoice|Date (DD/MM/YYYY)|Amount paid\nA1|03/04/2026|1.00")
        #expect(said.advices.first?.lines.first?.date?.description == "2026-04-03")
    }
}
