import Ledger

/// What `acquit read --json` prints of one file of remittance advices: the array `advices` of
/// interfaces.md.
public func readJSON(_ parsed: Parsed<AdviceFile>, file name: String) -> [UInt8] {
    let file = parsed.document
    return readJSON(of: name, format: file.format, parsed.findings) { json in
        json.array("advices", file.advices) { $0.advice($1) }
    }
}

extension JSONWriter {
    /// - Parameter place: where in a larger document the advice stands.
    package mutating func advice(_ advice: RemittanceAdvice, foundIn place: String? = nil) {
        object { json in
            json.member("foundIn", place)
            json.member("id", advice.id)
            json.member("date", advice.date)
            json.member("valueDate", advice.valueDate)
            json.party("payer", advice.payer)
            json.party("payee", advice.payee)
            json.member("amount", advice.amount)
            json.member("currency", advice.currency)
            json.member("method", advice.method)
            json.member("trace", advice.trace)
            json.array("lines", advice.lines) { $0.line($1) }
            json.list("adjustments", advice.adjustments) { $0.line($1) }
        }
    }

    private mutating func line(_ line: AdviceLine) {
        object { json in
            json.member("type", line.type)
            json.member("number", line.number)
            json.member("date", line.date)
            json.member("gross", line.gross)
            json.member("discount", line.discount)
            json.member("adjustment", line.adjustment)
            json.member("reason", line.reason)
            json.member("net", line.net)
            json.member("text", line.text)
        }
    }
}
