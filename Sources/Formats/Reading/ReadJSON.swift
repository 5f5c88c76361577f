import Ledger

/// What `acquit read --json` prints of one bank file: the shape of interfaces.md.
///
/// Beside it stand `uetr`, `ultimatePayer` and `checkDate` of a payment, and the currency of a
/// balance where it is not the statement's. A file that cannot be read at all has `"format": null`
/// and its first error.
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
            json.member("account", statement.account.isEmpty ? nil : statement.account)
            json.member("currency", statement.currency)
            json.member("from", statement.from)
            json.member("to", statement.to)
            json.balance("opening", statement.opening, in: statement.currency)
            json.balance("closing", statement.closing, in: statement.currency)
            json.array("entries", statement.entries) { $0.entry($1) }
        }
    }

    private mutating func balance(
        _ key: StaticString, _ balance: Statement.Balance?, in currency: Currency?
    ) {
        guard let balance else { return }
        object(key) { json in
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
            json.member("text", entry.text)
            json.array("details", entry.details) { $0.detail($1) }
        }
    }

    private mutating func detail(_ detail: PaymentDetail) {
        object { json in
            json.member("amount", detail.amount)
            json.member("currency", detail.currency)
            json.member("endToEndId", detail.endToEndId)
            json.member("uetr", detail.uetr)
            json.party("payer", detail.payer)
            json.party("payee", detail.payee)
            json.party("ultimatePayer", detail.ultimatePayer)
            json.list("remittance", detail.remittance) { $0.element($1) }
            json.references(detail.references)
            json.list("documents", detail.documents) { json, document in
                json.object { json in
                    json.member("type", document.type)
                    json.member("number", document.number)
                    json.member("amount", document.amount)
                }
            }
            json.list("charges", detail.charges) { json, charge in
                json.object { json in
                    json.member("amount", charge.amount)
                    json.member("currency", charge.currency)
                    json.member("bearer", charge.bearer)
                }
            }
            json.member("returnReason", detail.returnReason)
            json.member("checkNumber", detail.checkNumber)
            json.member("checkDate", detail.checkDate)
        }
    }

    mutating func party(_ key: StaticString, _ party: PaymentDetail.Party?) {
        guard let party else { return }
        object(key) { json in
            json.member("name", party.name)
            json.member("account", party.account)
            json.member("bank", party.bank)
        }
    }

    mutating func references(_ references: [PaymentDetail.Reference]) {
        list("references", references) { json, reference in
            json.object { json in
                json.member("type", reference.type)
                json.member("value", reference.value)
            }
        }
    }

    /// Absent values are absent, and so are lists of none.
    package mutating func list<Value>(
        _ key: StaticString, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void
    ) {
        if !values.isEmpty { array(key, values, body) }
    }
}
