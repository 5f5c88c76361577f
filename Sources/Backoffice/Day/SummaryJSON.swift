import Ledger

extension DaySummary {
    /// The summary for machines.
    public var json: String {
        var parts: [String] = []
        parts.append("\"today\": \(JSONText.quoted(today.description))")
        parts.append("\"files\": " + Self.filesJSON(files))
        let entities = entities.map { day in
            let money = { JSONText.quoted(Money(minor: $0, day.currency).plain) }
            return """
                {"entity": \(JSONText.quoted(day.code)), "currency": "\(day.currency)", \
                "invoices": \(day.invoices), "invoiced": \(money(day.invoiced)), \
                "receipts": \(day.receipts), "received": \(money(day.received)), \
                "touchless": {"receipts": \(day.touchless), "lines": \(day.touchlessLines), \
                "ofLines": \(day.lines), "value": \(money(day.touchlessValue))}}
                """
        }
        parts.append("\"entities\": [\(entities.joined(separator: ", "))]")
        let waiting = waiting.map { wait in
            """
            {"entity": \(JSONText.quoted(wait.entity)), "why": \(JSONText.quoted(wait.stop)), \
            "count": \(wait.count), "proposed": \(wait.proposed), \
            "value": \(JSONText.quoted(Money(minor: wait.value, wait.currency).plain)), \
            "currency": "\(wait.currency)"}
            """
        }
        parts.append("\"waiting\": [\(waiting.joined(separator: ", "))]")
        parts.append("\"claims\": [\(claims.map(\.json).joined(separator: ", "))]")
        let returned = returned.map { back in
            """
            {"entity": \(JSONText.quoted(back.entity)), "count": \(back.count), \
            "value": \(JSONText.quoted(back.value.plain)), "currency": "\(back.value.currency)"}
            """
        }
        parts.append("\"returned\": [\(returned.joined(separator: ", "))]")
        let untied = untied.map { check in
            """
            {"entity": \(JSONText.quoted(check.entity)), "check": \(JSONText.quoted(check.name)), \
            "currency": "\(check.currency)", \
            "difference": \(JSONText.quoted(Money(minor: check.difference, check.currency).plain))}
            """
        }
        parts.append("\"checks\": \(checks.count)")
        parts.append("\"untied\": [\(untied.joined(separator: ", "))]")
        return "{\(parts.joined(separator: ",\n "))}\n"
    }

    /// The outcome of an import for machines.
    public static func filesJSON(_ files: [FileOutcome]) -> String {
        let rows = files.map { file in
            let state =
                switch file.state {
                case .imported: "imported"
                case .known: "known"
                case .held: "held"
                case .tried: "tried"
                }
            let findings = file.findings.map { finding in
                """
                {"code": \(JSONText.quoted(finding.code)), \
                "severity": "\(finding.severity.rawValue)", \
                "where": \(JSONText.quoted(finding.place)), \
                "message": \(JSONText.quoted(finding.en))\
                \(finding.value.map { ", \"value\": " + JSONText.quoted($0) } ?? "")}
                """
            }
            return """
                {"file": \(JSONText.quoted(file.name)), "state": "\(state)", \
                "format": \(file.format.map(JSONText.quoted) ?? "null"), "rows": \(file.rows), \
                "new": \(file.new), "findings": [\(findings.joined(separator: ", "))]}
                """
        }
        return "[\(rows.joined(separator: ",\n  "))]"
    }
}
