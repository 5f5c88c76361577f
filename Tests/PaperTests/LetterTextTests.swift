import Ledger
import Receivables
import TestKit
import Testing

@testable import Paper

/// Letters as text for a mail.
@Suite struct LetterTextTests {
    @Test(arguments: LetterKind.allCases, Language.allCases) func isAsWritten(
        _ kind: LetterKind, _ language: Language
    ) throws {
        let text = try Sample.letter(kind, language).text()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        // Lines of a golden file are sorted; their numbers keep the order.
        let numbered = lines.enumerated().map { place, line in
            let number = String(place + 1001).dropFirst()
            return line.isEmpty ? "\(number)" : "\(number) \(line)"
        }
        let name = "\(kind.rawValue).\(language.rawValue).txt"
        #expect(Golden.difference(numbered, name) == nil)
    }

    @Test(arguments: LetterKind.allCases, Language.allCases) func linesFit(
        _ kind: LetterKind, _ language: Language
    ) throws {
        for line in try Sample.letter(kind, language).text().split(separator: "\n") {
            #expect(TextWidth.of(String(line)) <= 72, "\(line)")
        }
    }

    @Test func chineseIsBrokenBetweenCharactersButNotBeforeAMark() {
        #expect(TextWrap.lines("我司已收到款项，谨此致谢。", width: 10) == ["我司已收到", "款项，谨此", "致谢。"])
        #expect(TextWrap.lines("我司已收到，谨", width: 10) == ["我司已收", "到，谨"])
        #expect(TextWrap.lines("见（附件）", width: 5) == ["见", "（附", "件）"])
        #expect(
            TextWrap.lines("我方编号R-1000000000042。", width: 17) == ["我方编号", "R-1000000000042。"])
    }

    @Test func wordsAreKeptAndLongOnesBroken() {
        #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
        #expect(TextWrap.lines("abcdefgh ij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(TextWrap.lines("", width: 4) == [""])
        #expect(TextWrap.lines("a\n\nb", width: 4) == ["a", "", "b"])
    }

    @Test func anAmountIsNeverBroken() {
        let lines = TextWrap.lines("pay EUR\u{A0}1,234,567.00 now", width: 18)
        #expect(lines == ["pay", "EUR\u{A0}1,234,567.00", "now"])
    }

    @Test func amountsOfATableStandAtTheRight() throws {
        var letter = try Sample.letter(.shortPayment, .zh)
        letter.body = [
            .table(
                Letter.Table(
                    columns: [.init("客户"), .init("金额", isAmount: true)],
                    rows: [
                        ["大连石化有限公司销售分公司东北区第一营业部结算中心大连石化有限公司销售分公司", "1,000,000.00"], ["B", "1.00"],
                    ]))
        ]
        let lines = letter.text(width: 40).split(separator: "\n").map(String.init)
        let rows = lines.filter { $0.hasSuffix("  1,000,000.00") || $0.hasSuffix("  1.00") }
        #expect(rows.count == 2)
        #expect(Set(rows.map { TextWidth.of($0) }).count == 1)
        #expect(lines.allSatisfy { TextWidth.of($0) <= 40 })
    }

    @Test func marksOfAListStandBeforeIt() {
        let marks = { (text: String) in ListItem.items(text).map(\.mark) }
        #expect(marks("(a) one\n(b) two\nthree") == ["(a)", "(b)", ""])
        #expect(marks("1. one\n12. two\n3.5 is a number") == ["1.", "12.", ""])
        #expect(marks("（一）甲\n（注）") == ["（一）", "（注）"])
        #expect(marks("") == [""])
        #expect(marks("(see below) it") == [""])
        #expect(ListItem.items("（一）甲").map(\.text) == ["甲"])
    }
}
