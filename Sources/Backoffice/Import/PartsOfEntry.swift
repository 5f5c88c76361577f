import Formats
import Ledger
import Receivables

/// The payments that one entry is made of: one for each detail of a batch whose parts sum to it,
/// else one. Each kind of evidence keeps its place (domain.md §3.3).
struct PartsOfEntry {
    private let entry: StatementEntry
    private let money: Money
    private let account: String

    init(_ entry: StatementEntry, _ money: Money, account: String) {
        self.entry = entry
        self.money = money
        self.account = account
    }

    /// Of a debit, one part.
    var parts: [Notice.Part] {
        let amounts = entry.details.compactMap { detail in
            detail.amount.flatMap { $0.money(detail.currency ?? money.currency) }
        }
        let isBatch =
            amounts.count > 1 && amounts.count == entry.details.count
            && amounts.allSatisfy { $0.currency == money.currency && $0.isPositive }
            && amounts.reduce(Int64(0)) { $0 &+ $1.minor } == money.minor
        if isBatch {
            return zip(entry.details, amounts).map { detail, amount in
                var part = source([detail])
                part.bankReference = detail.bankReference ?? entry.bankReference
                return Notice.Part(amount.minor, part)
            }
        }
        return [Notice.Part(money.minor, source(entry.details))]
    }

    private func source(_ details: [PaymentDetail]) -> Receipt.Source {
        var source = Receipt.Source()
        source.account = account
        source.bankReference = entry.bankReference
        source.code = entry.code
        for detail in details { add(detail, to: &source) }
        if source.text.isEmpty, let text = entry.text { source.text = [text] }
        source.text = source.text.flatMap {
            $0.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        }
        source.text = source.text.map(\.printable)
        source.references = source.references.map(\.printable)
        source.documents = source.documents.map(\.printable)
        return source
    }

    private func add(_ detail: PaymentDetail, to source: inout Receipt.Source) {
        source.endToEndId = source.endToEndId ?? detail.endToEndId
        source.payer = source.payer ?? detail.payer?.name ?? detail.ultimatePayer?.name
        source.payerAccount =
            source.payerAccount ?? detail.payer?.account.map(AccountNumber.normalised)
        source.payerBank = source.payerBank ?? detail.payer?.bank
        source.checkNumber = source.checkNumber ?? detail.checkNumber
        source.text += detail.remittance
        if let reason = detail.returnReason {
            source.text.append(Receipt.Source.returnedFor + reason)
        }
        source.references += detail.references.map(\.value)
        for document in detail.documents {
            guard let number = document.number else { continue }
            let minor = document.amount.flatMap { $0.money(money.currency)?.minor }
            source.documents.append(number + "=" + (minor.map(String.init) ?? ""))
        }
        for charge in detail.charges {
            source.chargeBearer = source.chargeBearer ?? charge.bearer
            if charge.currency ?? money.currency == money.currency,
                let minor = charge.amount.money(money.currency)?.minor
            {
                source.charges = source.charges &+ abs(minor)
            }
        }
    }
}

extension RecordReceipt {
    /// The receipt of one part of a bank line.
    init(_ part: Notice.Part, of line: BankLine) {
        self.init(
            entity: line.entity, amount: Money(minor: part.amount, line.currency),
            bookedOn: line.bookedOn, valueDate: line.valueDate)
        source = part.source
        source.line = line.id
        source.account = line.account
    }
}
