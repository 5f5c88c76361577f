import Ledger

/// The transfer being read.
struct PainTransfer {
    var document = PaymentTransfer()
    var line: UInt = 0
    var isOpen = false
    var hasEndToEndId = false
    var hasBank = false
    var unreadable = false
    /// Lines and documents.
    var pieces = 0
}

extension PainDocument {
    mutating func openTransfer() {
        announceGroup()
        group.transfers += 1
        transfer = PainTransfer()
        transfer.isOpen = true
        transfer.line = line
    }

    mutating func takeTransfer(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .instructionId: transfer.document.instructionId = text.string
        case .endToEndId:
            transfer.hasEndToEndId = true
            guard !text.is("NOTPROVIDED") else { return }
            transfer.document.endToEndId = text.string
            if endToEndIds.see(text.bytes) { report(.endToEndTwice, value: text.string) }
        case .uetr: transfer.document.uetr = text.string
        case .amount, .equivalentAmount: takeAmount(text)
        case .transferCurrency: transfer.document.transferCurrency = Currency(utf8: text.bytes)
        case .checkType: edit(&transfer.document.check) { $0.type = text.string }
        case .checkNumber: edit(&transfer.document.check) { $0.number = text.string }
        case .checkDelivery:
            let delivery = code(text)
            edit(&transfer.document.check) { $0.delivery = delivery }
        case .checkMemo:
            guard hasRoom(), let line = text.line else { return }
            edit(&transfer.document.check) { $0.memo.append(line) }
        case .mandateId: edit(&transfer.document.mandate) { $0.id = text.string }
        case .signedOn:
            let day = date(text)?.day
            edit(&transfer.document.mandate) { $0.signedOn = day }
        default: transfer.document.purpose = code(text)
        }
    }

    /// Of the transfer where we are in one, else of the group.
    mutating func takeType(_ element: PainElement, _ text: XMLText) {
        if element == .chargeBearer {
            if transfer.isOpen {
                transfer.document.chargeBearer = text.string
            } else if group.announced {
                report(.elementLate)
            } else {
                group.document.chargeBearer = text.string
            }
            return
        }
        let code = code(text)
        if transfer.isOpen {
            transfer.document.type.take(element, text, code)
        } else if group.announced {
            report(.elementLate)
        } else {
            group.document.type.take(element, text, code)
        }
    }

    mutating func closeTransfer() {
        transfer.isOpen = false
        let document = transfer.document
        need(transfer.hasEndToEndId, "PmtId/EndToEndId", in: .transfer)
        if document.amount == nil, !transfer.unreadable {
            report(.amountMissing, at: kind == .collect ? "InstdAmt" : "Amt", line: transfer.line)
        }
        if kind == .collect {
            need(transfer.hasBank, "DbtrAgt", in: .transfer)
            need(document.payer?.isNamed == true, "Dbtr", in: .transfer)
            need(document.payer?.account != nil, "DbtrAcct", in: .transfer)
        }
        group.tally.add(document.amount)
        order.tally.add(document.amount)
        emit?(.transfer(document))
    }

    /// Whether one more line or document may be kept; says once where not.
    mutating func hasRoom() -> Bool {
        transfer.pieces += 1
        if transfer.pieces == limits.pieces + 1 { report(.tooMuch) }
        return transfer.pieces <= limits.pieces
    }

    private mutating func takeAmount(_ text: XMLText) {
        transfer.document.currency = currency
        if currency == nil { report(.currencyMissing) }
        guard let amount = text.amount, amount.units > 0 else {
            transfer.unreadable = true
            return report(.amountUnreadable, value: text.string)
        }
        transfer.document.amount = amount
    }

    private func edit(_ check: inout CheckInstruction?, _ body: (inout CheckInstruction) -> Void) {
        var known = check.take() ?? CheckInstruction()
        body(&known)
        check = known
    }

    private func edit(_ mandate: inout PaymentMandate?, _ body: (inout PaymentMandate) -> Void) {
        var known = mandate.take() ?? PaymentMandate()
        body(&known)
        mandate = known
    }
}

extension PaymentType {
    fileprivate mutating func take(_ element: PainElement, _ text: XMLText, _ code: PaymentCode?) {
        switch element {
        case .priority: priority = text.string
        case .serviceLevel: serviceLevel = serviceLevel ?? code
        case .localInstrument: localInstrument = code
        case .sequence: sequence = text.string
        default: categoryPurpose = code
        }
    }
}
