import Ledger

/// The structured remittance being read (`RmtInf/Strd`): documents, their lines, their amounts, and
/// references.
struct CamtRemittance {
    typealias Document = PaymentDetail.ReferredDocument
    typealias Adjustment = PaymentDetail.Adjustment

    fileprivate var documentsBefore = 0
    fileprivate var reference = PaymentDetail.Reference(type: nil, value: "")
    fileprivate var document = Document(type: nil, number: nil, amount: nil)
    fileprivate var line = Document(type: nil, number: nil, amount: nil)
    fileprivate var isInLine = false
    fileprivate var blockDate: Day?
    /// Those of the block, or of the line.
    fileprivate var amounts = CamtDocumentAmounts()
    fileprivate var blockAmounts = CamtDocumentAmounts()
    fileprivate var adjustment = Adjustment(amount: Amount(units: 0, decimals: 0))
    fileprivate var adjustmentAmount: Amount?
    fileprivate var adjustmentIsDebit = false
    fileprivate var typedCode: String?
    fileprivate var typedAmount: Amount?

    mutating func open(_ element: CamtElement) {
        switch element {
        case .referenceInfo: reference = .init(type: nil, value: "")
        case .document: document = Document(type: nil, number: nil, amount: nil)
        case .documentLine:
            line = Document(type: nil, number: nil, amount: nil)
            isInLine = true
        case .documentAmounts: amounts = CamtDocumentAmounts()
        case .adjustment:
            adjustment = Adjustment(amount: Amount(units: 0, decimals: 0))
            (adjustmentAmount, adjustmentIsDebit) = (nil, false)
        case .typedAmount: (typedCode, typedAmount) = (nil, nil)
        default:
            blockDate = nil
            blockAmounts = CamtDocumentAmounts()
        }
    }
}

extension CamtDocument {
    mutating func openStructured() {
        remittance.open(.structured)
        remittance.documentsBefore = detail.detail.documents.count
    }

    mutating func takeRemittance(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .line, .additionalLine: addLine(text)
        case .referenceType: remittance.reference.type = text.string
        case .reference: remittance.reference.value = text.string ?? ""
        case .documentType: remittance.document.type = text.string
        case .documentNumber: remittance.document.number = text.string
        case .documentDate: remittance.document.date = day(text)
        case .blockDate: remittance.blockDate = day(text)
        // A line may have several numbers; the first holds.
        case .lineType: remittance.line.type = remittance.line.type ?? text.string
        case .lineNumber: remittance.line.number = remittance.line.number ?? text.string
        case .lineDate: remittance.line.date = remittance.line.date ?? day(text)
        case .lineText: remittance.line.text = text.line
        case .remittedAmount: remittance.amounts.remitted = evidence(text)
        case .dueAmount: remittance.amounts.due = evidence(text)
        case .creditNoteAmount: remittance.amounts.creditNote = evidence(text)
        case .discountAmount: add(text, to: \.discount)
        case .documentTax: add(text, to: \.tax)
        case .adjustmentAmount: remittance.adjustmentAmount = evidence(text)
        case .adjustmentDirection: remittance.adjustmentIsDebit = isDebit(text) ?? false
        case .adjustmentReason: remittance.adjustment.reason = text.string
        case .adjustmentText: remittance.adjustment.text = text.string
        case .typedAmountCode: remittance.typedCode = text.string
        case .typedAmountValue: remittance.typedAmount = evidence(text)
        default: break
        }
    }

    mutating func closeRemittance(_ element: CamtElement) {
        switch element {
        case .structured: closeStructured()
        case .referenceInfo:
            guard !remittance.reference.value.isEmpty, hasRoom(detail.detail.references.count)
            else { return }
            detail.detail.references.append(remittance.reference)
        case .document:
            let document = remittance.document
            guard document.number != nil || document.type != nil || !document.lines.isEmpty,
                hasRoom(detail.detail.documents.count)
            else { return }
            detail.detail.documents.append(document)
        case .documentLine:
            remittance.isInLine = false
            guard hasRoom(remittance.document.lines.count) else { return }
            remittance.document.lines.append(remittance.line)
        case .documentAmounts:
            if remittance.isInLine {
                remittance.amounts.give(to: &remittance.line)
            } else {
                remittance.blockAmounts = remittance.amounts
            }
        case .adjustment:
            guard var amount = remittance.adjustmentAmount,
                hasRoom(remittance.amounts.adjustments.count)
            else { return }
            if remittance.adjustmentIsDebit { amount = -amount }
            remittance.adjustment.amount = amount
            remittance.amounts.adjustments.append(remittance.adjustment)
        default: closeTyped()
        }
    }

    /// A line of the remittance, in the order of the file.
    mutating func addLine(_ text: XMLText) {
        guard let line = text.line, hasRoom(detail.detail.remittance.count) else { return }
        detail.detail.remittance.append(line)
    }

    /// An amount that is evidence, not money: the payment can be used without it.
    mutating func evidence(_ text: XMLText) -> Amount? {
        if let amount = text.amount { return amount }
        report(.remittanceAmountUnreadable, value: text.string)
        return nil
    }

    /// Discounts and taxes of several kinds count together.
    private mutating func add(
        _ text: XMLText, to kind: WritableKeyPath<CamtDocumentAmounts, Amount?>
    ) {
        guard let amount = evidence(text) else { return }
        remittance.amounts.add(amount, to: kind)
    }

    /// The amounts of a block belong to its document where there is but one. Where there are more,
    /// or none, they stand beside them as a document without a number.
    private mutating func closeStructured() {
        let first = remittance.documentsBefore
        if let date = remittance.blockDate {
            for index in detail.detail.documents.indices.dropFirst(first)
            where detail.detail.documents[index].date == nil {
                detail.detail.documents[index].date = date
            }
        }
        guard !remittance.blockAmounts.isEmpty else { return }
        if detail.detail.documents.count - first != 1 {
            guard hasRoom(detail.detail.documents.count) else { return }
            detail.detail.documents.append(.init(type: nil, number: nil, amount: nil))
        }
        let last = detail.detail.documents.count - 1
        remittance.blockAmounts.give(to: &detail.detail.documents[last])
    }

    /// ISO external code set, document amount type. What is no part of a settlement, such as the
    /// balance of a credit card, is passed over.
    private mutating func closeTyped() {
        guard let code = remittance.typedCode, let amount = remittance.typedAmount else { return }
        switch code {
        case "REMI": remittance.amounts.remitted = amount
        case "DUPA": remittance.amounts.due = amount
        case "CREN": remittance.amounts.creditNote = amount
        case "DISC", "APDS", "STDS", "TMDS": remittance.amounts.add(amount, to: \.discount)
        case "TAXS", "CITY", "CNTY", "LOCL", "PROV", "STAT":
            remittance.amounts.add(amount, to: \.tax)
        default: break
        }
    }
}

/// What a payer says of the amounts of a document.
struct CamtDocumentAmounts: Equatable {
    var remitted: Amount?
    var due: Amount?
    var creditNote: Amount?
    var discount: Amount?
    var tax: Amount?
    var adjustments: [PaymentDetail.Adjustment] = []

    var isEmpty: Bool { self == CamtDocumentAmounts() }

    mutating func add(_ amount: Amount, to kind: WritableKeyPath<Self, Amount?>) {
        self[keyPath: kind] = self[keyPath: kind].map { $0.plus(amount) ?? $0 } ?? amount
    }

    func give(to document: inout PaymentDetail.ReferredDocument) {
        document.amount = remitted ?? due ?? creditNote
        document.due = due
        document.creditNote = creditNote
        document.discount = discount
        document.tax = tax
        document.adjustments = adjustments
    }
}

extension Amount {
    /// The sum, with the decimals of the finer one; nil where it is too large to be one.
    fileprivate func plus(_ other: Amount) -> Amount? {
        let decimals = max(self.decimals, other.decimals)
        let (a, overflowA) = units.multipliedReportingOverflow(
            by: Decimals.power(Int(decimals - self.decimals)))
        let (b, overflowB) = other.units.multipliedReportingOverflow(
            by: Decimals.power(Int(decimals - other.decimals)))
        let (sum, overflow) = a.addingReportingOverflow(b)
        guard !overflowA, !overflowB, !overflow, sum.magnitude < 1_000_000_000_000_000_000 else {
            return nil
        }
        return Amount(units: sum, decimals: Int(decimals))
    }
}
