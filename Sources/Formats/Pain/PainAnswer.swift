import Ledger

/// The answer to an order being read.
struct PainAnswer {
    var document = PaymentStatus()
    var announced = false
    var groups = 0
    var group = GroupStatus()
    var groupAnnounced = false
    var groupLine: UInt = 0
    var isInGroup = false
    var transfers = 0
    var transfer = TransferStatus()
    var isInTransfer = false
    var reason = StatusReason()
}

extension PainDocument {
    mutating func takeAnswer(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .originator: answer.reason.originator = answer.reason.originator ?? text.string
        case .reasonCode: answer.reason.code = code(text)
        case .reasonLine:
            if let line = text.line, hasRoom() { answer.reason.lines.append(line) }
        default:
            if answer.isInTransfer {
                takeTransferStatus(element, text)
            } else if answer.isInGroup {
                takeGroupStatus(element, text)
            } else {
                takeStatus(element, text)
            }
        }
    }

    private mutating func takeStatus(_ element: PainElement, _ text: XMLText) {
        guard !answer.announced else { return report(.elementLate) }
        switch element {
        case .messageId: answer.document.id = text.string
        case .createdAt: answer.document.createdAt = date(text)
        case .originalId: answer.document.originalId = text.string
        case .originalMessage: answer.document.originalMessage = text.string
        case .originalCount: answer.document.originalCount = count(text)
        case .originalSum: answer.document.originalSum = sum(text)
        default: answer.document.status = text.string
        }
    }

    private mutating func takeGroupStatus(_ element: PainElement, _ text: XMLText) {
        guard !answer.groupAnnounced else { return report(.elementLate) }
        switch element {
        case .originalGroupId: answer.group.originalId = text.string
        case .originalCount: answer.group.originalCount = count(text)
        case .originalSum: answer.group.originalSum = sum(text)
        default: answer.group.status = text.string
        }
    }

    private mutating func takeTransferStatus(_ element: PainElement, _ text: XMLText) {
        switch element {
        case .statusId: answer.transfer.id = text.string
        case .instructionId: answer.transfer.instructionId = text.string
        case .endToEndId:
            if !text.is("NOTPROVIDED") { answer.transfer.endToEndId = text.string }
        case .uetr: answer.transfer.uetr = text.string
        case .acceptedAt: answer.transfer.acceptedAt = date(text)
        case .bankReference: answer.transfer.bankReference = text.string
        case .repeatedAmount:
            answer.transfer.amount = sum(text)
            answer.transfer.currency = currency
        default: answer.transfer.status = text.string
        }
    }

    mutating func openGroupStatus() {
        announceAnswer()
        answer.groups += 1
        answer.transfers = 0
        answer.group = GroupStatus()
        answer.groupAnnounced = false
        answer.groupLine = line
        answer.isInGroup = true
        transfer.pieces = 0
    }

    mutating func openTransferStatus() {
        announceGroupStatus()
        answer.transfers += 1
        answer.transfer = TransferStatus()
        answer.isInTransfer = true
        transfer.pieces = 0
    }

    mutating func closeTransferStatus() {
        answer.isInTransfer = false
        emit?(.transferStatus(answer.transfer))
    }

    mutating func closeGroupStatus() {
        announceGroupStatus()
        answer.isInGroup = false
    }

    mutating func closeReason() {
        guard answer.reason != StatusReason(), hasRoom() else { return }
        if answer.isInTransfer {
            answer.transfer.reasons.append(answer.reason)
        } else if answer.isInGroup {
            guard !answer.groupAnnounced else { return report(.elementLate) }
            answer.group.reasons.append(answer.reason)
        } else {
            guard !answer.announced else { return report(.elementLate) }
            answer.document.reasons.append(answer.reason)
        }
    }

    mutating func finishAnswer() { announceAnswer() }

    private mutating func announceAnswer() {
        guard !answer.announced else { return }
        let document = answer.document
        need(document.id != nil, "GrpHdr/MsgId")
        need(document.createdAt != nil, "GrpHdr/CreDtTm")
        need(document.originalId != nil, "OrgnlGrpInfAndSts/OrgnlMsgId")
        need(document.originalMessage != nil, "OrgnlGrpInfAndSts/OrgnlMsgNmId")
        answer.announced = true
        emit?(.status(document))
    }

    private mutating func announceGroupStatus() {
        guard !answer.groupAnnounced else { return }
        need(answer.group.originalId != nil, "OrgnlPmtInfId", in: .groupStatus)
        answer.groupAnnounced = true
        emit?(.groupStatus(answer.group))
    }
}
