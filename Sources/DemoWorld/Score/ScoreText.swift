import Ledger

extension Score: CustomStringConvertible {
    public var description: String { text(isChinese: false) { $0 } }

    /// The figures and the tables as they are shown; `stop` says a stop's code in words.
    public func text(isChinese: Bool, stop: (String) -> String) -> String {
        ScoreText(score: self, isChinese: isChinese).figures
            + ScoreText(score: self, isChinese: isChinese).troubles
            + ScoreText(score: self, isChinese: isChinese).remains(stop)
            + ScoreText(score: self, isChinese: isChinese).mistakes
    }
}

/// The score in words, English or Chinese.
private struct ScoreText {
    let score: Score
    let isChinese: Bool

    private func say(_ en: String, _ zh: String) -> String { isChinese ? zh : en }

    private func row(_ head: String, _ text: String) -> String { left(head, 34) + text + "\n" }

    private func share(_ share: Score.Share) -> String {
        share.whole == 0
            ? "n/a"
            : share.percent
                + say(
                    " (\(share.part) of \(share.whole))", "（\(share.part)/\(share.whole)）")
    }

    private func value(_ value: Score.Value) -> String {
        let money = { Money(minor: $0, value.currency).plain }
        let (part, whole) = (money(value.share.part), money(value.share.whole))
        return (value.entity.map { $0 + " " } ?? "") + "\(value.currency) \(value.share.percent)"
            + say(" (\(part) of \(whole))", "（\(part)/\(whole)）")
    }

    var figures: String {
        let wrong = score.wrong.count
        let receipts = score.cleanReceipts.whole - score.cleanReceipts.part
        var text =
            row(say("receipts applied without touch", "自动核销的收款"), share(score.receipts))
            + row(say("  of those anybody could resolve", "  占可核销的收款"), share(score.knowable))
            + row(say("lines applied right, recall", "正确核销的明细（召回率）"), share(score.recall))
            + row(say("of the lines applied, precision", "自动核销的正确率"), share(score.precision))
            + row(
                say("wrong applications", "错误核销"),
                say(
                    "\(wrong) lines of \(receipts) receipts; "
                        + "\(score.wrongPerTenThousand) in 10,000 lines",
                    "\(wrong) 行，\(receipts) 笔收款；每万行 \(score.wrongPerTenThousand) 行"))
        if score.reliefsDiffer > 0 {
            text += row(
                say("  right, but settled otherwise", "  行对、差额处理不同"),
                "\(score.reliefsDiffer)")
        }
        for (at, one) in score.values.enumerated() {
            text += row(at == 0 ? say("value applied", "核销金额") : "", value(one))
        }
        for (at, one) in score.functional.enumerated() {
            text += row(at == 0 ? say("  in functional currency", "  折合记账本位币") : "", value(one))
        }
        text +=
            row(say("proposals right", "建议正确"), share(score.proposals))
            + row(
                say("payer named rightly", "付款客户识别正确"),
                share(score.payers)
                    + say("; \(score.payersWrong) wrongly", "；错 \(score.payersWrong) 笔"))
            + row(
                say("could be resolved at best", "最多可核销"),
                share(Score.Share(part: score.knowable.whole, whole: score.receipts.whole)))
        return text + "\n"
    }

    var troubles: String {
        var text = heads(say("trouble", "情形"))
        for trouble in Trouble.allCases {
            guard let tally = score.byTrouble[trouble] else { continue }
            text += line(isChinese ? trouble.zh : trouble.rawValue, tally)
        }
        return text + "\n"
    }

    func remains(_ stop: (String) -> String) -> String {
        if score.byStop.isEmpty { return "" }
        var text = heads(say("waits because", "等待原因"))
        let order = score.byStop.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        for (code, tally) in order {
            switch code {
            case "none": text += line(say("nothing said", "未说明"), tally)
            case "in-part": text += line(say("applied in part", "部分核销"), tally)
            default: text += line(stop(code), tally)
            }
        }
        return text + "\n"
    }

    private func heads(_ first: String) -> String {
        let columns =
            isChinese
            ? ["笔数", "已核销", "建议对", "错误", "待处理", "无人可知"]
            : ["count", "applied", "proposed", "wrong", "open", "unknowable"]
        return left(first, 44) + zip(columns, Self.widths).map { right($0, $1) }.joined() + "\n"
    }

    private static let widths = [8, 9, 10, 8, 8, 12]

    private func line(_ name: String, _ tally: Score.Tally) -> String {
        let numbers = [
            tally.count, tally.appliedRight, tally.proposedRight, tally.wrong, tally.leftOpen,
            tally.unknowable,
        ]
        return left(name, 44) + zip(numbers, Self.widths).map { right("\($0)", $1) }.joined()
            + "\n"
    }

    /// The first ten.
    var mistakes: String {
        var text = ""
        for wrong in score.wrong.prefix(10) {
            let done = wrong.outcome
            text += say("wrong: ", "错误：") + "\(done.bankReference) "
            text +=
                wrong.truth.first?.troubles.map { isChinese ? $0.zh : $0.rawValue }
                .joined(separator: ", ") ?? say("no such receipt", "无此收款")
            text += "\n  " + say("done ", "所做：") + "\(done.rule ?? "–") \(done.customer ?? "–") "
            text += "\(done.item ?? "–") \(Decimals.text(done.amount, exponent: 2))\n"
            for truth in wrong.truth.prefix(5) {
                text += "  " + say("true ", "实为：") + "\(truth.customer ?? "–") "
                text += "\(truth.item ?? truth.expected.rawValue) "
                text += "\(Money(minor: truth.amount, truth.currency)) \(truth.reason)\n"
            }
        }
        return text
    }

    private func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - Self.columns(text)))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - Self.columns(text))) + text
    }

    /// A Chinese character is two columns wide.
    private static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }
}
