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

    var isEmpty: Bool {
        // Nearly every payment says something: no need to compare all that it could say.
        detail.remittance.isEmpty && party.name == nil && detail == PaymentDetail()
            && party == PaymentDetail.Party()
    }

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

    mutating func mandate(_ bytes: ByteRun) {
        guard let value = bytes.text else { return }
        detail.mandateId = value
        reference("MREF", bytes)
    }

    /// `USD100,00`: what was ordered, before exchange and charges.
    mutating func original(_ bytes: ByteRun) {
        guard let (amount, currency) = Self.amount(bytes) else { return }
        detail.amounts.append(
            AmountDetail(type: "instructed", amount: amount, currency: currency))
    }

    /// `1,0832`: the rate at which it was exchanged.
    mutating func rate(_ bytes: ByteRun) {
        guard let (rate, _) = Self.amount(bytes) else { return }
        var exchange = AmountDetail.Exchange()
        exchange.rate = rate
        if let last = detail.amounts.indices.last {
            detail.amounts[last].exchange = exchange
        } else {
            detail.amounts.append(AmountDetail(type: "transaction", exchange: exchange))
        }
    }

    private static func amount(_ bytes: ByteRun) -> (Amount, Currency?)? {
        let bytes = bytes.trimmed
        let currency = Currency(utf8: bytes.upTo(3).buffer)
        let number = currency == nil ? bytes : bytes.from(3)
        let digits = number.upTo(MT940Amount.length(number))
        return MT940Amount.read(digits).map { ($0.amount, currency) }
    }

    /// `EUR5,00` or `5,00`.
    mutating func charge(_ bytes: ByteRun, bearer: String? = nil) {
        guard let (amount, currency) = Self.amount(bytes) else { return }
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
