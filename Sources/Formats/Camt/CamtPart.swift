import Ledger

/// What an entry and a payment can both have, while it is read: charges, other amounts,
/// availability, interest.
struct CamtPart {
    fileprivate var charge = CamtCharge()
    /// Whether the charges, or the interest, around have had a record.
    fileprivate var hasRecord = false
    fileprivate var chargesTotal: (amount: Amount, currency: Currency?)?
    fileprivate var amount = AmountDetail(type: "")
    fileprivate var exchange = AmountDetail.Exchange()
    fileprivate var available: Amount?
    fileprivate var availability = Availability(
        amount: Amount(units: 0, decimals: 0), currency: nil)
    fileprivate var availableIsDebit: Bool?
    fileprivate var interest = Interest()
    fileprivate var interestIsDebit = false
    fileprivate var interestTotal: Interest?

    struct CamtCharge {
        var amount: Amount?
        var isDebit = true
        var rest = PaymentDetail.Charge(
            amount: Amount(units: 0, decimals: 0), currency: nil, bearer: nil)
    }
}

extension CamtDocument {
    mutating func openPart(_ element: CamtElement) {
        switch element {
        case .charges: (part.charge, part.hasRecord, part.chargesTotal) = (.init(), false, nil)
        case .charge: part.charge = .init()
        case .exchange: part.exchange = .init()
        case .available:
            part.available = nil
            part.availableIsDebit = nil
            part.availability = Availability(
                amount: Amount(units: 0, decimals: 0), currency: nil)
        case .interests:
            (part.interest, part.hasRecord, part.interestTotal) = (.init(), false, nil)
            part.interestIsDebit = false
        case .interest:
            part.interest = .init()
            part.interestIsDebit = false
        case .instructed: part.amount = AmountDetail(type: "instructed")
        case .transaction: part.amount = AmountDetail(type: "transaction")
        case .countervalue: part.amount = AmountDetail(type: "countervalue")
        case .announced: part.amount = AmountDetail(type: "announced")
        default: part.amount = AmountDetail(type: "")
        }
    }

    mutating func takePart(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .chargesTotal:
            part.chargesTotal = evidence(text).map { ($0, currency) }
        case .chargeAmount:
            part.charge.amount = evidence(text)
            part.charge.rest.currency = currency
        case .chargeDirection: part.charge.isDebit = isDebit(text) ?? true
        case .chargeBearer: part.charge.rest.bearer = text.string
        case .chargeType: part.charge.rest.type = text.string
        case .chargeIncluded: part.charge.rest.isIncluded = text.flag
        case .chargeBank: part.charge.rest.bank = part.charge.rest.bank ?? text.string
        case .chargeTax: part.charge.rest.tax = evidence(text)
        case .amountType: part.amount.type = text.string ?? ""
        case .amountValue:
            part.amount.amount = evidence(text)
            part.amount.currency = currency
        case .exchangeSource: part.exchange.source = text.currency
        case .exchangeTarget: part.exchange.target = text.currency
        case .exchangeUnit: part.exchange.unit = text.currency
        case .exchangeRate: part.exchange.rate = evidence(text)
        case .exchangeBase: part.exchange.base = evidence(text)
        case .exchangeContract: part.exchange.contract = text.string
        case .exchangeQuotedOn: part.exchange.quotedOn = day(text)
        case .availableAmount:
            part.available = evidence(text)
            part.availability.currency = currency
        case .availableDirection: part.availableIsDebit = isDebit(text)
        case .availableOn: part.availability.date = day(text)
        case .availableDays: part.availability.days = text.signedCount
        default: takeInterest(element, text)
        }
    }

    private mutating func takeInterest(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .interestTotal:
            var total = Interest()
            total.amount = evidence(text)
            total.currency = currency
            part.interestTotal = total
        case .interestAmount:
            part.interest.amount = evidence(text)
            part.interest.currency = currency
        case .interestDirection: part.interestIsDebit = isDebit(text) ?? false
        case .interestType: part.interest.type = text.string
        case .interestRate: part.interest.rate = part.interest.rate ?? text.string
        case .interestFrom: part.interest.from = day(text)
        case .interestTo: part.interest.to = day(text)
        case .interestReason: part.interest.reason = text.string
        default: part.interest.tax = evidence(text)
        }
    }

    mutating func closePart(_ element: CamtElement) {
        switch element {
        case .charge: closeCharge()
        case .charges:
            closeCharge()
            guard let (total, currency) = part.chargesTotal else { return }
            if isInDetail {
                detail.detail.chargesTotal = total
            } else {
                entry.document.chargesTotal = total
            }
            guard !part.hasRecord else { return }
            part.charge.amount = total
            part.charge.rest.currency = currency
            closeCharge()
        case .exchange: part.amount.exchange = part.exchange
        case .available: closeAvailability()
        case .interest: closeInterest()
        case .interests:
            closeInterest()
            guard !part.hasRecord, let total = part.interestTotal else { return }
            part.interest = total
            closeInterest()
        default: closeAmount(element)
        }
    }

    /// A charge is a debit unless the bank says that it gives one back.
    private mutating func closeCharge() {
        guard let amount = part.charge.amount else { return }
        var charge = part.charge.rest
        charge.amount = part.charge.isDebit ? -amount : amount
        part.charge = .init()
        part.hasRecord = true
        if isInDetail {
            if hasRoom(detail.detail.charges.count) { detail.detail.charges.append(charge) }
        } else if hasRoom(entry.document.charges.count) {
            entry.hasCharges = true
            entry.document.charges.append(charge)
        }
    }

    private mutating func closeAmount(_ element: CamtElement) {
        if element == .transaction, isInDetail, detail.transactionAmount == nil {
            detail.transactionAmount = part.amount.amount
            detail.transactionCurrency = part.amount.currency
        }
        guard part.amount.amount != nil || part.amount.exchange != nil else { return }
        if isInDetail {
            if hasRoom(detail.detail.amounts.count) { detail.detail.amounts.append(part.amount) }
        } else if hasRoom(entry.document.amounts.count) {
            entry.document.amounts.append(part.amount)
        }
    }

    private mutating func closeAvailability() {
        guard let amount = part.available else { return }
        let isDebit = part.availableIsDebit ?? false
        part.availability.amount = isDebit ? -amount : amount
        if isInDetail {
            if hasRoom(detail.detail.availability.count) {
                detail.detail.availability.append(part.availability)
            }
        } else if hasRoom(entry.document.availability.count) {
            entry.document.availability.append(part.availability)
        }
    }

    /// Interest stands in a payment, in an entry or on the statement.
    private mutating func closeInterest() {
        guard part.interest != Interest() else { return }
        var interest = part.interest
        if part.interestIsDebit { interest.amount = interest.amount.map { -$0 } }
        part.interest = Interest()
        part.interestIsDebit = false
        part.hasRecord = true
        if isInDetail {
            if hasRoom(detail.detail.interest.count) { detail.detail.interest.append(interest) }
        } else if isInEntry {
            if hasRoom(entry.document.interest.count) { entry.document.interest.append(interest) }
        } else if hasRoom(statement.document.interest.count) {
            statement.document.interest.append(interest)
        }
    }
}
