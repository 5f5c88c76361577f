import Ledger

/// What the payer says that the payment is for (`RmtInf`), and what it cost (`Chrgs`).
extension CamtDocument {
    mutating func takeRemittance(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .line, .additionalLine, .detailText:
            if let line = text.line { detail.detail.remittance.append(line) }
        case .referenceType: detail.reference.type = text.string
        case .reference: detail.reference.value = text.string ?? ""
        case .documentType: detail.document.type = text.string
        case .documentNumber: detail.document.number = text.string
        case .remittedAmount: detail.remitted = remittanceAmount(text)
        case .dueAmount: detail.due = remittanceAmount(text)
        case .creditNoteAmount: detail.creditNote = remittanceAmount(text)
        case .typedAmountCode: detail.typed.code = text.string
        case .typedAmountValue: detail.typed.amount = remittanceAmount(text)
        default: break
        }
    }

    /// Evidence, not money: the payment can be used without it.
    private mutating func remittanceAmount(_ text: XMLText) -> Amount? {
        if let amount = text.amount { return amount }
        report(.remittanceAmountUnreadable, value: text.string)
        return nil
    }

    mutating func takeCharge(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .chargeAmount:
            charge.amount = remittanceAmount(text)
            charge.currency = currency
        case .chargeDirection: charge.isDebit = isDebit(text) ?? true
        default: charge.bearer = text.string
        }
    }

    /// A charge is a debit unless the bank says that it gives one back.
    mutating func closeCharge() {
        guard let amount = charge.amount else { return }
        let read = PaymentDetail.Charge(
            amount: charge.isDebit ? -amount : amount, currency: charge.currency,
            bearer: charge.bearer)
        charge = CamtCharge()
        if isInDetail { detail.detail.charges.append(read) } else { entry.charges.append(read) }
    }
}

struct CamtCharge {
    var amount: Amount?
    var currency: Currency?
    var isDebit = true
    var bearer: String?
}

extension CamtDetail {
    mutating func closeReference() {
        if !reference.value.isEmpty { detail.references.append(reference) }
    }

    mutating func closeDocument() {
        if document.number != nil || document.type != nil { detail.documents.append(document) }
    }

    /// `REMI` remitted, `DUPA` due, `CREN` credit note (ISO external code set, document amount
    /// type).
    mutating func closeTyped() {
        switch typed.code {
        case "REMI": remitted = typed.amount
        case "DUPA": due = typed.amount
        case "CREN": creditNote = typed.amount
        default: break
        }
    }

    /// The amount of a block belongs to its document where there is but one.
    mutating func closeStructured() {
        defer { (remitted, due, creditNote) = (nil, nil, nil) }
        guard let amount = remitted ?? due ?? creditNote else { return }
        switch detail.documents.count - documentsBefore {
        case 0: detail.documents.append(.init(type: nil, number: nil, amount: amount))
        case 1: detail.documents[documentsBefore].amount = amount
        default: break
        }
    }
}
