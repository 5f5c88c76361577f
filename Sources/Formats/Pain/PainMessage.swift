import Ledger

/// What the elements mean: which draft they belong to, and what comes out when it is complete.
extension PainDocument {
    mutating func open(_ element: UInt8) {
        switch PainElement(rawValue: element) {
        case .message: openMessage()
        case .group: openGroup()
        case .transfer: openTransfer()
        case .structured: remittance = PainRemittance()
        case .document: remittance.document = RemittanceDocument()
        case .typedAmount: (remittance.typedCode, remittance.typedAmount) = (nil, nil)
        case .referenceInfo: remittance.reference = .init(type: nil, value: "")
        case .groupStatus: openGroupStatus()
        case .transferStatus: openTransferStatus()
        case .reason: answer.reason = StatusReason()
        case .identification: party.openIdentification()
        case let role?: openParty(role)
        case nil: break
        }
    }

    mutating func close(_ element: UInt8) {
        switch PainElement(rawValue: element) {
        case .message: break
        case .group: closeGroup()
        case .transfer: closeTransfer()
        case .structured: closeStructured()
        case .document: closeDocument()
        case .typedAmount: remittance.closeTyped()
        case .referenceInfo: remittance.closeReference()
        case .groupStatus: closeGroupStatus()
        case .transferStatus: closeTransferStatus()
        case .reason: closeReason()
        case .identification: break
        case let role?: closeParty(role)
        case nil: break
        }
    }

    mutating func take(_ element: UInt8, _ text: XMLText) {
        guard let element = PainElement(rawValue: element) else { return }
        if kind == .answer { return takeAnswer(element, text) }
        switch element {
        case .messageId, .createdAt, .count, .sum: takeOrder(element, text)
        case .groupId, .method, .batchBooking, .groupCount, .groupSum, .requestedOn, .creditorId:
            takeGroup(element, text)
        case .priority, .serviceLevel, .localInstrument, .sequence, .categoryPurpose,
            .chargeBearer:
            takeType(element, text)
        case .name, .street, .building, .postCode, .town, .subdivision, .country, .addressLine,
            .organisationId, .personId, .lei, .anyBIC, .identificationScheme:
            takeParty(element, text)
        case .accountNumber, .accountScheme, .accountCurrency: takeAccount(element, text)
        case .bic, .clearingSystem, .clearingNumber, .bankName, .bankOther:
            takeBank(element, text)
        case .line, .documentType, .documentNumber, .documentDate, .due, .creditNote, .remitted,
            .typedCode, .typedValue, .referenceType, .reference, .additionalLine:
            takeRemittance(element, text)
        default: takeTransfer(element, text)
        }
    }

    mutating func finish() {
        guard !walk.stopped else { return }
        switch kind {
        case nil: report(.noMessage)
        case .answer: finishAnswer()
        default: finishOrder()
        }
    }

    private mutating func openMessage() {
        guard let kind = PainMessageKind(element: walk.elementName) else { return }
        self.kind = kind
        order.line = line
        guard let message = ISOMessage(namespace: walk.namespace ?? ""),
            message.family == kind.family
        else {
            format = kind.family
            return report(.versionUnknown, value: walk.namespace)
        }
        format = message.text
        if !kind.knows(message) { report(.versionUnknown, value: walk.namespace) }
    }
}
