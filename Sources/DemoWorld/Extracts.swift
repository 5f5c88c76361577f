import Ledger

/// The ERP's extracts as CSV (interfaces.md): customers, invoices, bank accounts, rates; and the
/// truth.
struct Extracts {
    let customers: [Customer]
    let documents: [Document]

    private static func quoted(_ text: String) -> String {
        text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
            ? "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : text
    }

    private static func row(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\n"
    }

    private static func cents(_ minor: Int64) -> String { Decimals.text(minor, exponent: 2) }

    func customersCSV() -> String {
        var text = Self.row([
            "customer", "entity", "name", "nameLocal", "country", "currency", "taxId", "terms",
            "creditLimit", "parent", "email", "language", "accounts", "aliases", "riskClass",
            "collector",
        ])
        for customer in customers {
            text += Self.row([
                customer.id, customer.house.rawValue, customer.name, customer.local ?? "",
                customer.country, customer.currency.code, customer.taxId, customer.terms.code,
                Self.cents(customer.creditLimit), customer.parent.map { customers[$0].id } ?? "",
                customer.email, customer.language, customer.accountListed ? customer.account : "",
                customer.aliases.joined(separator: "|"), customer.risk, customer.collector,
            ])
        }
        return text
    }

    func invoicesCSV(_ isWanted: (Document) -> Bool) -> String {
        var text = Self.row([
            "invoice", "entity", "type", "customer", "issued", "due", "currency", "net", "tax",
            "gross", "po", "order", "contract", "delivery", "reference", "precedes",
        ])
        for document in documents where isWanted(document) {
            text += Self.row([
                document.number, document.house.rawValue, "\(document.kind.rawValue)",
                customers[document.customer].id, "\(document.issued)", "\(document.due)",
                document.currency.code, Self.cents(document.net), Self.cents(document.tax),
                Self.cents(document.gross), document.purchaseOrder, document.order,
                document.contract, document.delivery, document.reference,
                document.precedes.map { documents[$0].number } ?? "",
            ])
        }
        return text
    }

    static func bankAccountsCSV(_ tills: [Till]) -> String {
        let hasLockbox = tills.contains(.ohio)
        var text = row(
            ["account", "entity", "bank", "currency", "glAccount"]
                + (hasLockbox ? ["aliases"] : []))
        for till in tills {
            text += row(
                [till.account, till.house.rawValue, till.bank, till.currency.code, "1002"]
                    + (hasLockbox ? [till == .ohio ? Till.lockbox : ""] : []))
        }
        return text
    }

    static func ratesCSV(_ rates: Rates, _ isWanted: (Day) -> Bool) -> String {
        var text = row(["from", "to", "date", "rate", "type"])
        for rate in rates.rows where isWanted(rate.day) {
            text += row([rate.from.code, rate.to.code, "\(rate.day)", "\(rate.rate)", "spot"])
        }
        return text
    }

    func truth(of receipts: [Receipt]) -> [TruthLine] {
        let references = Dictionary(
            receipts.map { ($0.place, $0.reference) }, uniquingKeysWith: { first, _ in first })
        return receipts.flatMap { receipt in
            receipt.parts.map { part in
                TruthLine(
                    account: receipt.till.account, bankReference: receipt.reference,
                    bookedOn: receipt.bookedOn, currency: receipt.till.currency,
                    receiptAmount: receipt.amount, trouble: receipt.trouble,
                    customer: part.customer.map { customers[$0].id },
                    item: part.item.map { documents[$0].number }, amount: part.amount,
                    discount: part.discount, bankCharge: part.bankCharge, writeOff: part.writeOff,
                    expected: part.expected, entryReference: receipt.entryReference,
                    endToEndId: receipt.endToEndId, also: receipt.also,
                    residual: part.residual, reason: part.reason, itemAmount: part.itemAmount,
                    repeats: receipt.repeats.flatMap { references[$0] },
                    payer: receipt.sender.map { customers[$0].id })
            }
        }
    }
}
