import Ledger

/// What the fields and words of one entry say about the payment, gathered piece by piece.
struct PaymentDraft {
    var detail = PaymentDetail()
    /// The other side: the payer of a credit, the payee of a debit.
    var party = PaymentDetail.Party()
    var customerReference: String?
    /// Whether the entry is a credit.
    let credit: Bool

    init(credit: Bool) { self.credit = credit }

    var isEmpty: Bool { detail == PaymentDetail() && party == PaymentDetail.Party() }

    mutating func endToEnd(_ bytes: ByteRun) {
        let value = bytes.trimmed
        if value.equals("NOTPROVIDED") || value.equals("NOT PROVIDED") || value.equals("NONREF") {
            return
        }
        detail.endToEndId = value.text
    }

    mutating func reference(_ type: String, _ bytes: ByteRun) {
        guard let value = bytes.text else { return }
        detail.references.append(PaymentDetail.Reference(type: type, value: value))
    }

    mutating func remittance(_ bytes: ByteRun) {
        if let text = bytes.text { detail.remittance.append(text) }
    }

    /// `EUR5,00` or `5,00`.
    mutating func charge(_ bytes: ByteRun, bearer: String? = nil) {
        let bytes = bytes.trimmed
        let currency = Currency(utf8: bytes.upTo(3).buffer)
        let number = currency == nil ? bytes : bytes.from(3)
        let digits = number.upTo(MT940Amount.length(number))
        guard let amount = MT940Amount.read(digits)?.amount else { return }
        detail.charges.append(
            PaymentDetail.Charge(amount: amount, currency: currency, bearer: bearer))
    }

    /// The finished detail, with the other side where it belongs.
    var finished: PaymentDetail {
        var detail = detail
        guard party != PaymentDetail.Party() else { return detail }
        if credit { detail.payer = party } else { detail.payee = party }
        return detail
    }
}
