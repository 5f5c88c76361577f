import Ledger
import Store

extension FoundPage {
    /// For machines: amounts as text with the decimals of their currency, absent values absent.
    public var json: String {
        let words = query.words.map { JSONText.quoted($0.text) }.joined(separator: ", ")
        let ignored = query.ignored.map(JSONText.quoted).joined(separator: ", ")
        let counts = SearchKind.allCases.compactMap { kind in
            searched[kind].map { "\"\(kind)\": \($0)" }
        }.joined(separator: ", ")
        let more = SearchKind.allCases.filter { self.more.contains($0) }
            .map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = found.map { "    " + Self.json($0) }.joined(separator: ",\n")
        return """
            {
              "words": [\(words)],
              "ignored": [\(ignored)],
              "searched": {\(counts)},
              "more": [\(more)],
              "found": [\(rows.isEmpty ? "" : "\n\(rows)\n  ")]
            }

            """
    }

    private static func json(_ row: Found) -> String {
        var fields = [
            ("kind", JSONText.quoted("\(row.kind)")), ("name", JSONText.quoted(row.name)),
        ]
        let add = { (name: String, value: String?) in
            if let value, !value.isEmpty { fields.append((name, JSONText.quoted(value))) }
        }
        add("entity", row.entity)
        add("customer", row.customer?.code)
        add("customerName", row.customer?.name)
        add("amount", row.amount?.plain ?? row.plainAmount?.description)
        add("open", row.open?.plain)
        add("currency", row.amount?.currency.code)
        add("day", row.day?.description)
        add("state", row.state)
        add("text", row.text)
        let why = row.reasons.map { reason in
            "{\"word\": \(JSONText.quoted(reason.word)), \"field\": \"\(reason.field.rawValue)\", "
                + "\"fit\": \"\(reason.grade)\", \"value\": \(JSONText.quoted(reason.value))}"
        }
        fields.append(("why", "[\(why.joined(separator: ", "))]"))
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
}
