import Ledger

/// The payment being read inside an entry.
struct CamtDetail {
    var detail = PaymentDetail()
    var amount: Amount?
    var currency: Currency?
    /// `AmtDtls/TxAmt`, which stands for the amount up to .03.
    var transactionAmount: Amount?
    var transactionCurrency: Currency?
    var isDebit: Bool?
    var code = CamtCode()

    var documentsBefore = 0
    var reference = PaymentDetail.Reference(type: nil, value: "")
    var document = PaymentDetail.ReferredDocument(type: nil, number: nil, amount: nil)
    var remitted: Amount?
    var due: Amount?
    var creditNote: Amount?
    var typed = Typed()

    /// An amount that says what it is by a code, since .13.
    struct Typed {
        var code: String?
        var amount: Amount?
    }
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
        case .detailAmount:
            detail.amount = amount(text)
            detail.currency = currency
        case .transactionAmount:
            detail.transactionAmount = amount(text)
            detail.transactionCurrency = currency
        case .detailDirection:
            detail.isDebit = isDebit(text)
            if detail.isDebit == nil { report(.directionMissing, value: text.string) }
        case .detailDomain: detail.code.domain = text.string
        case .detailFamily: detail.code.family = text.string
        case .detailSubfamily: detail.code.subfamily = text.string
        case .detailProprietaryCode: detail.code.proprietary = text.string
        case .returnReason:
            detail.detail.returnReason = detail.detail.returnReason ?? text.string
        case .payerName: detail.detail.payer.name(text.string)
        case .payerAccount: detail.detail.payer.account(text.string)
        case .payerBank: detail.detail.payer.bank(text.string)
        case .payeeName: detail.detail.payee.name(text.string)
        case .payeeAccount: detail.detail.payee.account(text.string)
        case .payeeBank: detail.detail.payee.bank(text.string)
        case .ultimatePayerName: detail.detail.ultimatePayer.name(text.string)
        default: takeRemittance(element, text)
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
        entry.detailCode = detail.code.text
        entry.document.details.append(detail.detail)
    }
}

extension PaymentDetail.Party? {
    /// The first that the file gives holds.
    fileprivate mutating func name(_ text: String?) { put(\.name, text) }
    fileprivate mutating func account(_ text: String?) { put(\.account, text) }
    fileprivate mutating func bank(_ text: String?) { put(\.bank, text) }

    @inline(__always)
    private mutating func put(
        _ field: WritableKeyPath<PaymentDetail.Party, String?>, _ text: String?
    ) {
        if self == nil { self = PaymentDetail.Party() }
        if self?[keyPath: field] == nil { self?[keyPath: field] = text }
    }
}
