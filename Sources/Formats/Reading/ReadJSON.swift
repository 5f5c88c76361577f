import Ledger

/// What `acquit read --json` prints of one bank file: the shape of interfaces.md.
///
/// What stands beside it is named in docs/formats/camt.md. A file that cannot be read at all has
/// `"format": null` and its first error.
public func readJSON(_ parsed: Parsed<BankFile>, file name: String) -> [UInt8] {
    let file = parsed.document
    return readJSON(of: name, format: file.format, parsed.findings) { json in
        json.array("statements", file.statements) { $0.statement($1) }
    }
}

/// The object around what a file has, whatever that is.
package func readJSON(
    of name: String, format: String, _ findings: [Finding], _ content: (inout JSONWriter) -> Void
) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.member("file", name)
        guard !format.isEmpty else {
            json.null("format")
            let error = findings.first { $0.severity == .error } ?? findings.first
            json.array("findings", error.map { [$0] } ?? []) { $0.finding($1) }
            return
        }
        json.member("format", format)
        content(&json)
        json.array("findings", findings) { $0.finding($1) }
    }
    json.newline()
    return json.bytes
}

extension JSONWriter {
    public mutating func finding(_ finding: Finding) {
        object { json in
            json.member("code", finding.code)
            json.member("severity", finding.severity.rawValue)
            json.member("where", finding.place)
            json.member("message", finding.en)
            json.member("value", finding.value)
        }
    }

    fileprivate mutating func statement(_ statement: Statement) {
        object { json in
            json.member("id", statement.id)
            json.member("sequence", statement.sequence)
            json.member("page", statement.page?.number)
            json.member("lastPage", statement.page?.isLast)
            json.member("madeAt", statement.madeAt)
            json.member("account", statement.account.isEmpty ? nil : statement.account)
            json.member("currency", statement.currency)
            json.member("owner", statement.owner)
            json.member("bank", statement.bank)
            json.member("relatedAccount", statement.relatedAccount)
            json.member("from", statement.from)
            json.member("to", statement.to)
            json.balance("opening", statement.opening, in: statement.currency)
            json.balance("closing", statement.closing, in: statement.currency)
            json.list("balances", statement.balances) {
                $0.balance(nil, $1, in: statement.currency)
            }
            json.list("floorLimits", statement.floorLimits) {
                $0.balance(nil, $1, in: statement.currency)
            }
            json.interest(statement.interest)
            json.member("text", statement.text)
            json.array("entries", statement.entries) { $0.entry($1) }
        }
    }

    private mutating func balance(
        _ key: StaticString?, _ balance: Statement.Balance?, in currency: Currency?
    ) {
        guard let balance else { return }
        object(key) { json in
            json.member("type", balance.type)
            json.member("amount", balance.amount)
            if balance.currency != currency { json.member("currency", balance.currency) }
            json.member("date", balance.date)
        }
    }

    private mutating func entry(_ entry: StatementEntry) {
        object { json in
            json.member("amount", entry.amount)
            json.member("currency", entry.currency)
            json.member("bookedOn", entry.bookedOn)
            json.member("valueDate", entry.valueDate)
            json.member("status", entry.status.rawValue)
            json.member("reversal", entry.reversal)
            json.member("bankReference", entry.bankReference)
            json.member("customerReference", entry.customerReference)
            json.member("code", entry.code)
            json.member("bankCode", entry.bankCode)
            json.member("text", entry.text)
            json.array("details", entry.details) { $0.detail($1) }
            json.list("batches", entry.batches) { $0.batch($1) }
            json.charges(entry.charges, total: entry.chargesTotal)
            json.amounts(entry.amounts)
            json.availability(entry.availability)
            json.interest(entry.interest)
        }
    }

    /// Absent values are absent, and so are lists of none.
    package mutating func list<Value>(
        _ key: StaticString, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void
    ) {
        if !values.isEmpty { array(key, values, body) }
    }
}
