import Formats
import Ledger

/// What both libraries say of a file, in the same order under the same names.
struct CamtFacts {
    private(set) var facts: [(field: String, value: String)] = []

    mutating func add(_ field: String, _ value: (some CustomStringConvertible)?) {
        facts.append((field, value?.description ?? ""))
    }

    init() {}

    init(_ file: BankFile) {
        for statement in file.statements {
            add("statement.id", statement.id)
            add("statement.sequence", statement.sequence)
            add("statement.page", statement.page?.number)
            add("statement.account", statement.account)
            add("statement.from", statement.from)
            add("statement.to", statement.to)
            for balance in [statement.opening, statement.closing] {
                add("balance.amount", balance.map { minor($0.amount, $0.currency) })
                add("balance.date", balance?.date)
            }
        }
        for entry in file.statements.flatMap(\.entries) {
            add("entry.amount", minor(entry.amount, entry.currency))
            add("entry.bookedOn", entry.bookedOn)
            add("entry.valueDate", entry.valueDate)
            add("entry.status", entry.status.rawValue)
            add("entry.reversal", entry.reversal)
            add("entry.bankReference", entry.bankReference)
            add("entry.code", entry.code)
            add("entry.batch", entry.batches.first?.id)
            add("entry.text", entry.text)
            for detail in entry.details { addDetail(detail) }
        }
    }

    private mutating func addDetail(_ detail: PaymentDetail) {
        add("payment.amount", detail.amount.map { minor($0, detail.currency) })
        add("payment.endToEndId", detail.endToEndId)
        add("payment.uetr", detail.uetr)
        add("payment.checkNumber", detail.checkNumber)
        add("payment.bankReference", detail.bankReference)
        add("payment.instructionId", detail.instructionId)
        add("payment.transactionId", detail.transactionId)
        add("payment.mandateId", detail.mandateId)
        add("payment.clearingReference", detail.clearingReference)
        let transaction = detail.amounts.first { $0.type == "transaction" }
        add("payment.transaction", transaction?.amount.map { minor($0, transaction?.currency) })
        for party in [detail.payer, detail.payee] {
            add("payment.party", party?.name)
            add("payment.account", party?.account)
        }
        add(
            "payment.agents",
            [detail.payee?.bank, detail.payer?.bank].compactMap { $0 }.sorted().joined(
                separator: "|"))
        add("payment.remittance", detail.remittance.joined(separator: "|"))
        add(
            "payment.references",
            detail.references.map { "\($0.type ?? ""):\($0.value)" }.joined(separator: "|"))
        add(
            "payment.charges",
            detail.charges.map { minor($0.amount, $0.currency) }.joined(separator: "|"))
        add(
            "payment.chargesTotal",
            detail.chargesTotal.map { minor($0, detail.charges.first?.currency) })
        add("payment.returnReason", detail.returnReason)
    }

    private func minor(_ amount: Amount, _ currency: Currency?) -> String {
        guard let currency, let money = amount.money(currency) else { return "\(amount)" }
        return "\(money.minor) \(currency)"
    }
}
