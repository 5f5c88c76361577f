import Formats

/// Advices found in sources, in a form that can be read and compared: one line for the payment and
/// one for each document.
struct AdviceReading {
    let advices: [RemittanceAdvice]
    let findings: [Finding]

    var codes: [String] { findings.map(\.code) }

    init(_ sources: [AdviceSource]) {
        let parsed = findAdvices(in: sources)
        advices = parsed.document
        findings = parsed.findings
    }

    /// The body of a mail.
    init(_ text: String) { self.init([AdviceSource(name: "body", content: .text(text))]) }

    /// The rows of a sheet, cells parted by `|`, where no other words speak of a payment.
    init(rows: String, name: String = "remit.xlsx Sheet1") {
        self.init([AdviceSource(name: name, content: .rows(Self.cells(rows)))])
    }

    static func cells(_ rows: String) -> [[String]] {
        rows.split(separator: "\n").map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
    }

    /// `pay AMOUNT CURRENCY on DAY by PAYER trace N`, then a line `NUMBER (type) date gross -
    /// discount + adjustment REASON = net "text"`, then findings. What is missing is left out.
    var lines: [String] {
        var lines: [String] = []
        for advice in advices {
            var pay = ["pay"]
            pay += [advice.amount.map { "\($0)" }, advice.currency.map { "\($0)" }]
                .compactMap { $0 }
            if let day = advice.valueDate { pay.append("on \(day)") }
            if let day = advice.date { pay.append("dated \(day)") }
            if let name = advice.payer?.name { pay.append("by \(name)") }
            if let account = advice.payer?.account { pay.append("from \(account)") }
            if let name = advice.payee?.name { pay.append("to \(name)") }
            if let trace = advice.trace { pay.append("trace \(trace)") }
            if let method = advice.method { pay.append("method \(method)") }
            lines.append(pay.joined(separator: " "))
            lines += advice.lines.map { Self.text($0, number: $0.number ?? "?") }
            lines += advice.adjustments.map { Self.text($0, number: "*") }
        }
        lines += findings.map { finding in
            let value = finding.value.map { " \($0)" } ?? ""
            return "! \(finding.code)\(value)"
        }
        return lines
    }

    private static func text(_ line: AdviceLine, number: String) -> String {
        var parts = [number]
        if let type = line.type { parts.append("(\(type))") }
        if let date = line.date { parts.append("\(date)") }
        if let gross = line.gross { parts.append("\(gross)") }
        if let discount = line.discount { parts.append("- \(discount)") }
        if let adjustment = line.adjustment { parts.append("+ \(adjustment)") }
        if let reason = line.reason { parts.append(reason) }
        if let net = line.net { parts.append("= \(net)") }
        if let text = line.text { parts.append("\"\(text.replacing("\n", with: " / "))\"") }
        return parts.joined(separator: " ")
    }

    var golden: String { lines.joined(separator: "\n") }
}
