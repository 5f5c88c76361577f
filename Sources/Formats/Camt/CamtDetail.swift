import Ledger

/// The payment being read inside an entry.
struct CamtDetail {
    var detail = PaymentDetail()
    var amount: Amount?
    var currency: Currency?
    /// `AmtDtls/TxAmt`, which stands for the amount where the file has no other.
    var transactionAmount: Amount?
    var transactionCurrency: Currency?
    var isDebit: Bool?
    var code = CamtCode()
    /// The code of the payment that is given back.
    var originalCode = CamtCode()
    var tax = Tax()
    var party = CamtParty()
    var ultimatePayee: PaymentDetail.Party?
}

extension CamtDocument {
    mutating func openDetail() {
        entry.detailsSeen += 1
        isInDetail = true
        detail = CamtDetail()
    }

    mutating func takeDetail(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .endToEndId:
            if !text.is("NOTPROVIDED") { detail.detail.endToEndId = text.string }
        case .uetr: detail.detail.uetr = text.string
        case .checkNumber: detail.detail.checkNumber = text.string
        case .detailReference: detail.detail.bankReference = text.string
        case .instructionId: detail.detail.instructionId = text.string
        case .transactionId: detail.detail.transactionId = text.string
        case .mandateId: detail.detail.mandateId = text.string
        case .clearingReference: detail.detail.clearingReference = text.string
        case .detailAmount:
            detail.amount = amount(text)
            detail.currency = currency
        case .detailDirection:
            detail.isDebit = isDebit(text)
            if detail.isDebit == nil { report(.directionMissing, value: text.string) }
        case .detailText: addLine(text)
        case .purpose: detail.detail.purpose = text.string
        case .detailDomain: detail.code.domain = text.string
        case .detailFamily: detail.code.family = text.string
        case .detailSubfamily: detail.code.subfamily = text.string
        case .detailProprietaryCode: detail.code.proprietary = text.string
        case .returnReason:
            detail.detail.returnReason = detail.detail.returnReason ?? text.string
        case .returnText:
            if let line = text.line, hasRoom(detail.detail.returnText.count) {
                detail.detail.returnText.append(line)
            }
        case .originalDomain: detail.originalCode.domain = text.string
        case .originalFamily: detail.originalCode.family = text.string
        case .originalSubfamily: detail.originalCode.subfamily = text.string
        case .originalProprietaryCode: detail.originalCode.proprietary = text.string
        case .taxAmount:
            detail.tax.amount = evidence(text)
            detail.tax.currency = currency
        case .taxBase: detail.tax.base = evidence(text)
        case .taxReference: detail.tax.reference = text.string
        case .taxDate: detail.tax.date = day(text)
        default:
            detail.party.take(element, text)
            if detail.party.added > limits.details { refuseList() }
        }
    }

    mutating func closeDetail() {
        isInDetail = false
        guard entry.document.details.count < limits.details else {
            if entry.detailsSeen == limits.details + 1 { report(.detailsTooMany) }
            return
        }
        let amount = detail.amount ?? detail.transactionAmount
        detail.detail.currency =
            detail.amount != nil ? detail.currency : detail.transactionCurrency
        let isDebit = detail.isDebit ?? entry.isDebit
        if isDebit == nil, amount != nil { entry.undirected.append(entry.document.details.count) }
        detail.detail.amount = isDebit == true ? amount.map { -$0 } : amount
        if let payee = detail.ultimatePayee { detail.detail.ultimatePayee = payee }
        if let original = detail.originalCode.text { detail.detail.originalCode = original }
        entry.detailCode = detail.code.text
        entry.document.details.append(detail.detail)
    }
}

extension CamtDocument {
    mutating func closeTax() {
        guard detail.tax != Tax(), hasRoom(detail.detail.taxes.count) else { return }
        detail.detail.taxes.append(detail.tax)
    }
}

extension CamtDetail {
    /// Takes a party out of the payment to be read on, or puts it back: what is said of a payer
    /// stands in three places.
    mutating func exchange(_ side: CamtElement) {
        party.settle()
        switch side {
        case .payer: swap(&party.party, &detail.payer)
        case .payee: swap(&party.party, &detail.payee)
        case .ultimatePayer: swap(&party.party, &detail.ultimatePayer)
        default: swap(&party.party, &ultimatePayee)
        }
    }
}
