import Formats
import Ledger

extension DaySummary {
    /// The summary as it is read on a terminal.
    public func text(_ language: Language) -> String {
        var out = SummaryWriter(language: language)
        out.title(language("The day, \(today)", "今日 \(today)"))
        files(&out)
        cameIn(&out)
        touchless(&out)
        told(&out)
        waits(&out)
        for claims in claims { out.line(claims.line(out.language)) }
        aging(&out)
        ties(&out)
        return out.text
    }

    private func files(_ out: inout SummaryWriter) {
        let language = out.language
        let imported = files.filter { $0.state == .imported }
        let rows = imported.reduce(Int64(0)) { $0 + $1.rows }
        let new = imported.reduce(Int64(0)) { $0 + $1.new }
        let known = files.count - imported.count - held.count
        out.section(language("Files", "文件"))
        out.line(
            language(
                "\(files.count) files: \(imported.count) imported (\(new) of \(rows) rows new), "
                    + "\(known) known already, \(held.count) waiting",
                "共 \(files.count) 个文件：导入 \(imported.count)（\(rows) 行中 \(new) 行为新），已知 \(known)，待处理 \(held.count)"
            ))
        for file in held.prefix(10) {
            guard let finding = file.findings.first(where: { $0.severity == .error }) else {
                continue
            }
            let more = file.findings.count - 1
            out.line(
                "  ⏸ \(file.name): \(finding.place): \(language(finding.en, finding.zh))"
                    + (finding.value.map { " [\($0)]" } ?? "")
                    + (more > 0 ? language(" and \(more) more", " 另有 \(more) 项") : ""))
        }
        let earlier = heldFiles - Int64(held.count)
        if earlier > 0 {
            out.line(
                language(
                    "  ⏸ \(earlier) files of earlier runs still wait: acquit imports",
                    "  ⏸ 以前批次仍有 \(earlier) 个文件待处理：acquit imports"))
        }
    }

    private func cameIn(_ out: inout SummaryWriter) {
        let language = out.language
        out.section(language("Came in", "新增"))
        for day in entities {
            out.line(
                language(
                    "\(day.code): \(day.invoices) invoices for "
                        + "\(money(day.invoiced, day.currency)), \(day.receipts) receipts for "
                        + "\(money(day.received, day.currency)), \(day.otherLines) other bank lines",
                    "\(day.code)：发票 \(day.invoices) 张 \(money(day.invoiced, day.currency))，收款 "
                        + "\(day.receipts) 笔 \(money(day.received, day.currency))，其他银行流水 "
                        + "\(day.otherLines) 笔"))
        }
    }

    private func touchless(_ out: inout SummaryWriter) {
        let language = out.language
        out.section(language("Done without touch", "自动完成"))
        for day in entities where day.receipts > 0 {
            out.line(
                language(
                    "\(day.code): \(share(day.touchless, day.receipts)) of receipts "
                        + "(\(day.touchless) of \(day.receipts)), "
                        + "\(share(day.touchlessLines, day.lines)) of lines "
                        + "(\(day.touchlessLines) of \(day.lines)), "
                        + "\(share(day.touchlessValue, day.received)) of value",
                    "\(day.code)：按笔数 \(share(day.touchless, day.receipts))"
                        + "（\(day.touchless)/\(day.receipts)），按明细 "
                        + "\(share(day.touchlessLines, day.lines))"
                        + "（\(day.touchlessLines)/\(day.lines)），按金额 "
                        + share(day.touchlessValue, day.received)))
        }
        if !entities.contains(where: { $0.receipts > 0 }) {
            out.line(language("no new receipts", "没有新的收款"))
        }
    }

    /// What banks and payers told, and whether the money has come.
    private func told(_ out: inout SummaryWriter) {
        let language = out.language
        if lateNotices.isEmpty, advices.tied == 0, advices.waiting == 0 { return }
        out.section(language("Told, and the money", "通知与到账"))
        if advices.tied > 0 || advices.waiting > 0 {
            out.line(
                language(
                    "\(advices.tied) advices tied to their money, \(advices.waiting) wait for it",
                    "汇款通知：本次关联 \(advices.tied) 份，待到账 \(advices.waiting) 份"))
        }
        for late in lateNotices {
            out.line(
                language(
                    "! \(late.account): \(late.count) notices of \(late.value) since \(late.since) "
                        + "without money: acquit export notices",
                    "! \(late.account)：自 \(late.since) 起 \(late.count) 条通知共 \(late.value) 未到账："
                        + "acquit export notices"))
        }
    }

    private func waits(_ out: inout SummaryWriter) {
        let language = out.language
        out.section(language("Waits", "待处理"))
        if waiting.isEmpty, returned.isEmpty { out.line(language("nothing", "无")) }
        for back in returned {
            out.line(
                language(
                    "! \(back.entity): \(back.count) payments came back, \(back.value): "
                        + "acquit returned",
                    "! \(back.entity)：退票退款 \(back.count) 笔，\(back.value)：acquit returned"))
        }
        for wait in waiting.prefix(16) {
            let proposed =
                wait.proposed > 0
                ? language(" (\(wait.proposed) proposed)", "（建议 \(wait.proposed)）") : ""
            out.columns([
                (wait.entity, 6), ("\(wait.count)", -5),
                (money(wait.value, wait.currency), -20),
                (WaitsFor.why(wait.stop, language) + proposed, 52),
                ("→ " + WaitsFor.whom(wait.stop, language), 0),
            ])
        }
        if waiting.count > 16 {
            out.line(language("… and \(waiting.count - 16) more", "……另有 \(waiting.count - 16) 项"))
        }
    }

    private func aging(_ out: inout SummaryWriter) {
        let language = out.language
        if ages.isEmpty { return }
        out.section(language("Not applied, by age", "未核销账龄"))
        out.columns([
            ("", 6), ("", 16), (language("≤ 3 days", "≤3天"), -18),
            (language("≤ 10 days", "≤10天"), -18), (language("≤ 30 days", "≤30天"), -18),
            (language("older", "更久"), -18),
        ])
        for age in ages {
            out.columns(
                [(age.entity, 6), (state(age.state, language), 16)]
                    + age.values.map { (Money(minor: $0, age.currency).grouped, -18) })
        }
    }

    private func ties(_ out: inout SummaryWriter) {
        let language = out.language
        out.section(language("Ties out", "核对"))
        if untied.isEmpty {
            out.line(
                language(
                    "✓ \(checks.count) checks: items, receipts, bank and ledger agree",
                    "✓ \(checks.count) 项核对一致：未清项、收款、银行、总账"))
        }
        for check in untied {
            out.line(
                "✗ \(check.entity) \(language(check.name, check.nameZh)): "
                    + "\(money(check.subledger, check.currency)) ≠ "
                    + money(check.ledger, check.currency))
        }
        for refusal in refused.prefix(5) {
            out.line("✗ " + language(refusal.en, refusal.zh))
        }
    }

    private func state(_ state: String, _ language: Language) -> String {
        switch state {
        case "unidentified": language("unidentified", "待认领")
        case "unapplied": language("unapplied", "未核销")
        default: language("on account", "挂账")
        }
    }

    private func money(_ minor: Int64, _ currency: Currency) -> String {
        Money(minor: minor, currency).description
    }

    /// `91.3 %`; `n/a` of nothing.
    private func share(_ part: Int64, _ whole: Int64) -> String {
        if whole == 0 { return "n/a" }
        let tenths = Decimals.rounded(Int128(part) * 1000, over: Int128(whole))
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

/// Lines of a summary, with columns that hold in Chinese too.
struct SummaryWriter {
    let language: Language
    private(set) var text = ""

    init(language: Language) { self.language = language }

    mutating func title(_ title: String) { text += title + "\n" }
    mutating func section(_ title: String) { text += "\n" + title + "\n" }
    mutating func line(_ line: String) { text += "  " + line + "\n" }

    /// A negative width is a column of numbers, set right.
    mutating func columns(_ columns: [(String, Int)]) {
        line(
            columns.map { cell, width in
                width == 0
                    ? cell : TextWidth.padded(cell, to: abs(width), right: width < 0)
            }.joined(separator: "  ").trimmingEnd)
    }
}
