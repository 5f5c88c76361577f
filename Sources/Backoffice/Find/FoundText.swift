import Ledger
import Store

extension FoundPage {
    /// For people: kind by kind, why each was found, and what was searched where nothing was.
    public func text(_ language: Language) -> String {
        var text = ""
        for word in query.ignored {
            text += language(
                "“\(word)” is too short to search for\n", "“\(word)”过短，未检索\n")
        }
        if found.isEmpty { return text + nothing(language) }
        for kind in SearchKind.allCases {
            let rows = found.filter { $0.kind == kind }
            if rows.isEmpty { continue }
            let count = more.contains(kind) ? "\(rows.count)+" : "\(rows.count)"
            text += "\(FindWords.kind(kind, language)) (\(count))\n"
            for row in rows { text += Self.line(row, language) }
        }
        return text
    }

    private static func line(_ row: Found, _ language: Language) -> String {
        var parts = [row.name.shown(60)]
        if !row.entity.isEmpty { parts.append(row.entity) }
        if let customer = row.customer {
            parts.append("\(customer.code) \(customer.name)".shown(50))
        }
        if let amount = row.amount { parts.append(amount.description) }
        if let amount = row.plainAmount { parts.append(amount.description) }
        if let open = row.open, !open.isZero, open != row.amount {
            parts.append(language("open \(open.grouped)", "未清 \(open.grouped)"))
        }
        if let day = row.day { parts.append(day.description) }
        if let state = row.state { parts.append(FindWords.state(state, language)) }
        if let text = row.text, !text.isEmpty { parts.append(text.shown(60)) }
        let why = row.reasons.map { reason in
            let field = FindWords.field(reason.field, language)
            let grade = FindWords.grade(reason.grade, language)
            let value = reason.value.isEmpty ? "" : " " + reason.value.shown(40)
            return "\(reason.word.shown(30)) → \(field) \(grade)\(value)"
        }
        return "  " + parts.joined(separator: "  ") + "\n      "
            + why.joined(separator: language("; ", "；")) + "\n"
    }

    private func nothing(_ language: Language) -> String {
        let words = query.words.map { $0.text.shown(40) }.joined(separator: " ")
        let counts = SearchKind.allCases.compactMap { kind in
            searched[kind].map {
                "\(Decimals.text($0, exponent: 0, grouping: true)) "
                    + FindWords.kind(kind, language)
            }
        }.joined(separator: language(", ", "、"))
        return language(
            "nothing found for \(words)\nsearched: \(counts)\n",
            "未找到 \(words)\n已检索：\(counts)\n")
    }
}

extension String {
    /// On one line of a terminal: no control or format characters, cut at a width.
    func shown(_ width: Int) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            // Signs that turn the direction of writing would turn the rest of the line.
            let category = scalar.properties.generalCategory
            clean.append(category == .control || category == .format ? " " : scalar)
        }
        return TextWidth.cut(String(clean), to: width)
    }
}
