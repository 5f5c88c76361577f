import Ledger

/// The block of structured remittance being read.
struct PainRemittance {
    var block = StructuredRemittance()
    var document = RemittanceDocument()
    var reference = PaymentDetail.Reference(type: nil, value: "")
    /// An amount that says what it is by a code, since .13.
    var typedCode: String?
    var typedAmount: RemittanceAmount?

    mutating func closeReference() {
        if !reference.value.isEmpty { block.reference = reference }
    }

    /// `REMI` remitted, `DUPA` due, `CREN` credit note (ISO external code set, document amount
    /// type).
    mutating func closeTyped() {
        switch typedCode {
        case "REMI": block.remitted = typedAmount
        case "DUPA": block.due = typedAmount
        case "CREN": block.creditNote = typedAmount
        default: break
        }
    }
}

extension PainDocument {
    mutating func takeRemittance(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .line:
            if let line = text.line, hasRoom() { transfer.document.remittance.append(line) }
        case .additionalLine:
            if let line = text.line, hasRoom() { remittance.block.lines.append(line) }
        case .documentType: remittance.document.type = text.string
        case .documentNumber: remittance.document.number = text.string
        case .documentDate: remittance.document.date = date(text)?.day
        case .due: remittance.block.due = remittanceAmount(text)
        case .creditNote: remittance.block.creditNote = remittanceAmount(text)
        case .remitted: remittance.block.remitted = remittanceAmount(text)
        case .typedCode: remittance.typedCode = text.string
        case .typedValue: remittance.typedAmount = remittanceAmount(text)
        case .referenceType: remittance.reference.type = text.string
        default: remittance.reference.value = text.string ?? ""
        }
    }

    mutating func closeDocument() {
        guard remittance.document != RemittanceDocument(), hasRoom() else { return }
        remittance.block.documents.append(remittance.document)
    }

    mutating func closeStructured() {
        guard remittance.block != StructuredRemittance(), hasRoom() else { return }
        transfer.document.structured.append(remittance.block)
    }

    /// Evidence, not money: the payment can be made without it.
    private mutating func remittanceAmount(_ text: XMLText) -> RemittanceAmount? {
        if let amount = text.amount { return RemittanceAmount(amount, currency) }
        report(.remittanceAmountUnreadable, value: text.string)
        return nil
    }
}
