import Formats
import Testing

/// Hostile sizes come to an end soon, and broken tables give findings at most.
@Suite struct AdviceHostileTests {
    @Test(arguments: [
        "1 ", "1 234 ", "a", "INV-1 ", "\n", "1,234.56  ", "|x", "\tx", "壹万元", "total: 5 ", "(",
        "INV-1  12.00\n", "Invoice  Amount  Net  Reason\n", "Invoice  Net\n1  2\n", "1/", "mar ",
        "we have paid INV-1 less CM-77 1,130.00 ", "合计", "\u{FEFF}", "1'", "付款日期：",
    ])
    func repeated(_ piece: String) {
        let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
        for before in ["", "Remittance advice\nInvoice  Date  Gross  Discount  Net  Text\n"] {
            let reading = AdviceReading(before + text)
            #expect(reading.findings.count <= 1_001)
        }
    }

    @Test func aCutAnywhereIsNoTrap() {
        let samples =
            AdviceEnglishTests.samples + AdviceChineseTests.samples + AdviceGermanTests.samples
        for sample in samples where sample.form == .text {
            let scalars = Array(sample.text.unicodeScalars)
            for length in stride(from: 0, to: scalars.count, by: 7) {
                var part = String.UnicodeScalarView()
                part.append(contentsOf: scalars[..<length])
                let reading = AdviceReading(String(part))
                for advice in reading.advices { #expect(advice.lines.count <= 100) }
            }
        }
    }

    /// The greatest amounts that there are cannot overflow a sum.
    @Test func greatAmounts() {
        let most = "999999999999999999"
        let rows = String(repeating: "INV-1|\(most)|\(most)|-\(most)\n", count: 2_000)
        let reading = AdviceReading(rows: "Invoice|Gross|Deduction|Amount paid\n" + rows)
        #expect(reading.advices.first?.lines.count == 2_000)
        let wan = AdviceReading(rows: "发票号|实付金额(万元)\nA1|\(most)\nA2|\(most)万")
        #expect(wan.codes.contains("advice-amount-unreadable"))
        let nines = AdviceReading(rows: "发票号|实付金额\nA1|玖亿亿亿亿元\nA2|1.00")
        #expect(nines.codes.contains("advice-amount-unreadable"))
    }

    @Test func manyColumnsAndRows() {
        let row = Array(repeating: "x", count: 5_000)
        let wide = AdviceReading([
            AdviceSource(
                name: "remit", content: .rows([["Invoice", "Paid"], ["A1", "1.00"] + row]))
        ])
        #expect(wide.codes.contains("advice-too-many-columns"))
        let rows = [["Invoice", "Paid"], ["A1", "0"]] + Array(repeating: [], count: 100_000)
        let long = AdviceReading([AdviceSource(name: "remit", content: .rows(rows + rows))])
        #expect(long.codes.contains("advice-too-long"))
        #expect(long.advices.first?.lines.count == 1)
    }
}
