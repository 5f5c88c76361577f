import Ledger

/// The order being read.
struct PainOrder {
    var document = PaymentOrder()
    var line: UInt = 0
    var announced = false
    var groups = 0
    var tally = PainTally()
}

/// The group being read.
struct PainGroup {
    var document = PaymentGroup()
    var line: UInt = 0
    /// Whether it was handed on, so that nothing can be added.
    var announced = false
    var transfers = 0
    var tally = PainTally()
    var hasBank = false
}

/// How many transfers there were, and their sum whatever their currencies.
struct PainTally {
    private(set) var count = 0
    /// In units of 10^-12; nil once an amount was missing.
    private(set) var sum: Int128? = 0

    mutating func add(_ amount: Amount?) {
        count += 1
        sum = amount.flatMap { amount in sum.map { $0 &+ Footing.scaled(amount) } }
    }
}

extension PainDocument {
    mutating func takeOrder(_ element: PainElement, _ text: XMLText) {
        guard !order.announced else { return report(.elementLate) }
        switch element {
        case .messageId: order.document.id = text.string
        case .createdAt: order.document.createdAt = date(text)
        case .count: order.document.count = count(text)
        default: order.document.sum = sum(text)
        }
    }

    mutating func openGroup() {
        announceOrder()
        order.groups += 1
        group = PainGroup()
        group.line = line
    }

    mutating func takeGroup(_ element: PainElement, _ text: XMLText) {
        guard !group.announced else { return report(.elementLate) }
        switch element {
        case .groupId:
            group.document.id = text.string
            if groupIds.see(text.bytes) { report(.groupTwice, value: text.string) }
        case .method:
            group.document.method = text.string
            let isKnown =
                kind == .collect
                ? text.is("DD") : text.is("TRF") || text.is("CHK") || text.is("TRA")
            if !isKnown { report(.methodUnknown, value: text.string) }
        case .batchBooking: group.document.batchBooking = text.is("true") || text.is("1")
        case .groupCount: group.document.count = count(text)
        case .groupSum: group.document.sum = sum(text)
        case .requestedOn: group.document.requestedOn = date(text)
        default: group.document.creditorId = text.string
        }
    }

    mutating func announceGroup() {
        guard !group.announced else { return }
        let document = group.document
        need(document.id != nil, "PmtInfId", in: .group)
        need(document.method != nil, "PmtMtd", in: .group)
        let collects = kind == .collect
        need(
            document.requestedOn != nil, collects ? "ReqdColltnDt" : "ReqdExctnDt", in: .group)
        let owner = collects ? document.payee : document.payer
        need(owner?.isNamed == true, collects ? "Cdtr" : "Dbtr", in: .group)
        need(owner?.account != nil, collects ? "CdtrAcct" : "DbtrAcct", in: .group)
        need(group.hasBank, collects ? "CdtrAgt" : "DbtrAgt", in: .group)
        group.announced = true
        emit?(.group(document))
    }

    mutating func closeGroup() {
        announceGroup()
        need(group.transfers > 0, transferName, in: .group)
        check(group.tally, group.document.count, group.document.sum, at: "")
    }

    mutating func finishOrder() {
        announceOrder()
        need(order.groups > 0, "PmtInf")
        check(order.tally, order.document.count, order.document.sum, at: "GrpHdr/")
    }

    var transferName: StaticString { kind == .collect ? "DrctDbtTxInf" : "CdtTrfTxInf" }

    private mutating func announceOrder() {
        guard !order.announced else { return }
        let document = order.document
        need(document.id != nil, "GrpHdr/MsgId")
        need(document.createdAt != nil, "GrpHdr/CreDtTm")
        need(document.count != nil, "GrpHdr/NbOfTxs")
        need(document.initiator != nil, "GrpHdr/InitgPty")
        order.announced = true
        emit?(.order(document))
    }

    private mutating func check(_ tally: PainTally, _ count: Int?, _ sum: Amount?, at path: String)
    {
        if let count, count != tally.count {
            report(
                .countDiffers, at: path + "NbOfTxs", value: "\(count)",
                detail: "\(count) ≠ \(tally.count)")
        }
        if let sum, let found = tally.sum, found != Footing.scaled(sum) {
            report(
                .sumDiffers, at: path + "CtrlSum", value: "\(sum)",
                detail: "\(sum) ≠ \(Footing.text(found))")
        }
    }
}
