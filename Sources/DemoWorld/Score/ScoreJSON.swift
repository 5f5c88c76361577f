import Ledger

extension Score {
    /// The score for machines: shares as counts, money as text.
    public var json: String {
        let troubles = Trouble.allCases.compactMap { trouble in
            byTrouble[trouble].map { "{\"trouble\": \"\(trouble.rawValue)\", \($0.json)}" }
        }
        let stops = byStop.sorted { $0.key < $1.key }
            .map { "{\"stop\": \(quoted($0.key)), \($0.value.json)}" }
        return """
            {"receipts": \(receipts.json), "knowable": \(knowable.json), \
            "lines": \(recall.json), "precision": \(precision.json), \
            "wrongLines": \(wrong.count), \
            "wrongReceipts": \(cleanReceipts.whole - cleanReceipts.part), \
            "wrongPerTenThousandLines": \(wrongPerTenThousand), \
            "reliefsDiffer": \(reliefsDiffer), \
            "values": [\((values + functional).map(\.json).joined(separator: ", "))], \
            "proposals": \(proposals.json), "payers": \(payers.json), \
            "payersWrong": \(payersWrong), \
            "troubles": [\(troubles.joined(separator: ", "))], \
            "waits": [\(stops.joined(separator: ", "))], \
            "wrong": [\(wrong.map(\.json).joined(separator: ", "))]}

            """
    }
}

extension Score.Share {
    fileprivate var json: String { "{\"part\": \(part), \"whole\": \(whole)}" }
}

extension Score.Value {
    fileprivate var json: String {
        let money = { Money(minor: $0, currency).plain }
        return "{\"entity\": \(entity.map(quoted) ?? "null"), \"currency\": \"\(currency)\", "
            + "\"part\": \"\(money(share.part))\", \"whole\": \"\(money(share.whole))\"}"
    }
}

extension Score.Tally {
    fileprivate var json: String {
        "\"count\": \(count), \"applied\": \(appliedRight), \"proposed\": \(proposedRight), "
            + "\"wrong\": \(wrong), \"open\": \(leftOpen), \"unknowable\": \(unknowable)"
    }
}

extension Score.Wrong {
    fileprivate var json: String {
        let lines = truth.map { line in
            let money = quoted(Money(minor: line.amount, line.currency).plain)
            return "{\"customer\": \(line.customer.map(quoted) ?? "null"), "
                + "\"item\": \(line.item.map(quoted) ?? "null"), \"amount\": \(money), "
                + "\"reason\": \(quoted(line.reason)), "
                + "\"expected\": \"\(line.expected.rawValue)\"}"
        }
        let troubles = truth.first?.troubles.map { quoted($0.rawValue) } ?? []
        return """
            {"bankReference": \(quoted(outcome.bankReference)), "why": \(quoted(why)), \
            "rule": \(outcome.rule.map(quoted) ?? "null"), \
            "customer": \(outcome.customer.map(quoted) ?? "null"), \
            "item": \(outcome.item.map(quoted) ?? "null"), \
            "amount": "\(Decimals.text(outcome.amount, exponent: 2))", \
            "evidence": \(outcome.evidence.map(quoted) ?? "null"), \
            "troubles": [\(troubles.joined(separator: ", "))], \
            "truth": [\(lines.joined(separator: ", "))]}
            """
    }
}

private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": out += "\\" + String(scalar)
        case _ where scalar.value < 0x20: out += " "
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}
