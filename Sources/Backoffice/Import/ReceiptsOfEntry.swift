import Formats
import Ledger
import Receivables

/// The receipts that one credit entry is made of: one for each payment of a batch whose parts sum
/// to it, else one.
struct ReceiptsOfEntry {
    private let entry: StatementEntry
    private let money: Money
    private let line: BankLine

    init(_ entry: StatementEntry, _ money: Money, _ line: BankLine) {
        self.entry = entry
        self.money = money
        self.line = line
    }

    var commands: [RecordReceipt] {
        let parts = entry.details.compactMap { detail in
            detail.amount.flatMap { $0.money(detail.currency ?? money.currency) }
        }
        let isBatch =
            parts.count > 1 && parts.count == entry.details.count
            && parts.allSatisfy { $0.currency == money.currency && $0.isPositive }
            && parts.reduce(Int64(0)) { $0 &+ $1.minor } == money.minor
        if isBatch {
            return zip(entry.details, parts).map { receipt($1, [$0]) }
        }
        return [receipt(money, entry.details)]
    }

    private func receipt(_ amount: Money, _ details: [PaymentDetail]) -> RecordReceipt {
        var command = RecordReceipt(
            entity: line.entity, amount: amount, bookedOn: line.bookedOn,
            valueDate: line.valueDate)
        var source = Receipt.Source()
        source.line = line.id
        source.account = line.account
        source.bankReference = entry.bankReference
        source.code = entry.code
        for detail in details {
            source.endToEndId = source.endToEndId ?? detail.endToEndId
            source.payer = source.payer ?? detail.payer?.name ?? detail.ultimatePayer?.name
            source.payerAccount =
                source.payerAccount ?? detail.payer?.account.map(AccountNumber.normalised)
            source.text += detail.remittance
            source.references += detail.references.map(\.value)
            for document in detail.documents {
                guard let number = document.number else { continue }
                let minor = document.amount.flatMap { $0.money(amount.currency)?.minor }
                source.documents.append(number + "=" + (minor.map(String.init) ?? ""))
            }
            for charge in detail.charges {
                source.chargeBearer = source.chargeBearer ?? charge.bearer
                if charge.currency ?? amount.currency == amount.currency,
                    let minor = charge.amount.money(amount.currency)?.minor
                {
                    source.charges = source.charges &+ abs(minor)
                }
            }
        }
        if source.text.isEmpty, let text = entry.text { source.text = [text] }
        source.text = source.text.flatMap {
            $0.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        }
        source.text = source.text.map(\.printable)
        source.references = source.references.map(\.printable)
        source.documents = source.documents.map(\.printable)
        command.source = source
        return command
    }
}
