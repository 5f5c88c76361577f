import Formats
import Testing

/// A random advice, laid out as a text, as rows of cells and with bars, its columns in any order
/// and in either language, is read back as it was.
@Suite struct AdviceRoundTripTests {
    struct Line {
        var number: String
        var date: String
        var gross: Int
        var discount: Int
        var deduction: Int
        /// Of the list of reasons.
        var reason: Int
        var net: Int { gross - discount - deduction }
    }

    static let reasons: [(code: String, en: String, zh: String)] = [
        ("", "", ""), ("QTY_SHORT", "short delivery", "数量短少"), ("DAMAGE", "damaged", "破损"),
        ("PRICE", "price difference", "价格差异"), ("REBATE", "rebate", "返利"),
        ("PENALTY_LD", "late delivery", "违约金"), ("FREIGHT", "freight", "运费"),
    ]

    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }

        mutating func shuffle<T>(_ list: inout [T]) {
            for index in list.indices.reversed() { list.swapAt(index, roll(index + 1)) }
        }
    }

    /// How amounts are written: in English, in German, with blanks, without groups.
    private static func text(_ cents: Int, _ style: Int) -> String {
        let (mark, group) = [(".", ","), (",", "."), (",", "\u{202F}"), (".", "")][style]
        var whole = String(abs(cents) / 100)
        var place = whole.count - 3
        while place > 0, !group.isEmpty {
            whole.insert(contentsOf: group, at: whole.index(whole.startIndex, offsetBy: place))
            place -= 3
        }
        let rest = abs(cents) % 100
        return (cents < 0 ? "-" : "") + whole + mark + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func plain(_ cents: Int) -> String {
        let rest = abs(cents) % 100
        return (cents < 0 ? "-" : "") + "\(abs(cents) / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func lines(_ dice: inout Dice) -> [Line] {
        (0..<1 + dice.roll(12)).map { index in
            let gross = 1_000 + dice.roll(20_000_000)
            let reason = dice.roll(reasons.count)
            let day = 1 + dice.roll(28)
            return Line(
                number: "INV-\(1_000 + index * 7)", date: "2026-03-\(day < 10 ? "0" : "")\(day)",
                gross: dice.roll(5) == 0 ? -gross : gross, discount: 0,
                deduction: reason == 0 ? 0 : 1 + dice.roll(900), reason: reason)
        }
    }

    /// Header, rows and total, each with its columns shuffled alike.
    private static func table(
        _ lines: [Line], chinese: Bool, _ dice: inout Dice
    ) -> [[String]] {
        let style = dice.roll(4)
        let header =
            chinese
            ? ["发票号码", "开票日期", "发票金额", "扣款", "扣款原因", "实付金额"]
            : ["Invoice No.", "Invoice date", "Gross amount", "Deduction", "Reason", "Amount paid"]
        var rows = [header]
        for line in lines {
            let reason = reasons[line.reason]
            rows.append([
                line.number, line.date, text(line.gross, style), text(line.deduction, style),
                chinese ? reason.zh : reason.en, text(line.net, style),
            ])
        }
        rows.append([
            chinese ? "合计" : "Total", "", text(lines.reduce(0) { $0 + $1.gross }, style),
            text(lines.reduce(0) { $0 + $1.deduction }, style), "",
            text(lines.reduce(0) { $0 + $1.net }, style),
        ])
        var order = Array(header.indices)
        dice.shuffle(&order)
        return rows.map { row in order.map { row[$0] } }
    }

    /// Columns of their greatest width, two blanks apart; amounts flush right.
    private static func laidOut(_ rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in
            rows.map { $0[column].unicodeScalars.count }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                let blanks = String(repeating: " ", count: width - cell.unicodeScalars.count)
                let isNumber = cell.utf8.last.map { (0x30...0x39).contains($0) } == true
                line += (isNumber ? blanks + cell : cell + blanks) + "   "
            }
            return line
        }.joined(separator: "\n")
    }

    private static func expected(_ lines: [Line], chinese: Bool) -> [String] {
        lines.map { line in
            let reason = reasons[line.reason]
            var parts = [line.number, line.date, plain(line.gross)]
            parts.append("+ \(plain(-line.deduction))")
            if !reason.code.isEmpty { parts.append(reason.code) }
            parts.append("= \(plain(line.net))")
            if !reason.code.isEmpty { parts.append("\"\(chinese ? reason.zh : reason.en)\"") }
            return parts.joined(separator: " ")
        }
    }

    @Test(arguments: 0..<300) func readsBack(_ seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 7_919 &+ 1)
        let lines = Self.lines(&dice)
        let isChinese = seed % 2 == 0
        let rows = Self.table(lines, chinese: isChinese, &dice)
        let expected = Self.expected(lines, chinese: isChinese)
        let total = "pay \(Self.plain(lines.reduce(0) { $0 + $1.net }))"

        let cells = AdviceReading([AdviceSource(name: "remit.csv", content: .rows(rows))])
        #expect(cells.lines == [total] + expected, "rows, seed \(seed)")
        let before = isChinese ? "我司今日已付款，明细如下：\n\n" : "We have paid these today:\n\n"
        let text = AdviceReading(before + Self.laidOut(rows))
        #expect(text.lines == [total] + expected, "text, seed \(seed):\n\(Self.laidOut(rows))")
        let bars = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        let drawn = AdviceReading(before + bars.joined(separator: "\n"))
        #expect(drawn.lines == [total] + expected, "bars, seed \(seed)")
    }
}
