/// What the elements mean: which draft they belong to, and what comes out when it is complete.
extension CamtDocument {
    mutating func open(_ element: UInt8) {
        guard let element = CamtElement(rawValue: element) else { return }
        switch element {
        case .message: openMessage()
        case .statement: openStatement()
        case .balance: statement.balance = CamtBalance()
        case .entry: openEntry()
        case .batch: entry.batch = Batch()
        case .detail: openDetail()
        case .payer, .payee, .ultimatePayer, .ultimatePayee: detail.exchange(element)
        case .tax: detail.tax = Tax()
        case .structured: openStructured()
        default:
            if element.owner == .part { openPart(element) } else { remittance.open(element) }
        }
    }

    mutating func close(_ element: UInt8) {
        guard let element = CamtElement(rawValue: element) else { return }
        switch element {
        case .message: closeMessage()
        case .statement: closeStatement()
        case .balance: closeBalance()
        case .entry: closeEntry()
        case .batch: closeBatch()
        case .detail: closeDetail()
        case .payer, .payee, .ultimatePayer, .ultimatePayee: detail.exchange(element)
        case .tax: closeTax()
        default:
            if element.owner == .part { closePart(element) } else { closeRemittance(element) }
        }
    }

    mutating func take(_ element: UInt8, _ text: XMLText) {
        guard let element = CamtElement(rawValue: element) else { return }
        switch element.owner {
        case .message: header.take(element, text)
        case .statement: takeStatement(element, text)
        case .entry: takeEntry(element, text)
        case .part: takePart(element, text)
        case .detail: takeDetail(element, text)
        case .remittance: takeRemittance(element, text)
        }
    }

    mutating func finish() {
        if !sawMessage {
            report(.noMessage)
        } else if statements == 0 {
            report(.noStatement)
        }
    }

    private mutating func openMessage() {
        sawMessage = true
        header = CamtHeader()
        let family = Self.family(of: walk.elementName)
        guard let message = ISOMessage(namespace: walk.namespace ?? ""), message.family == family
        else {
            format = family
            return report(.versionUnknown, value: walk.namespace)
        }
        format = message.text
        if message.variant != 1 || !(1...14).contains(message.version) {
            report(.versionUnknown, value: walk.namespace)
        }
    }

    /// No money hangs on the header, but a bank's own software does not leave it out.
    private mutating func closeMessage() {
        if !header.isComplete { report(.headerMissing, at: "GrpHdr") }
    }

    private static func family(of message: String) -> String {
        if message.utf8.starts(with: "BkToCstmrStmt".utf8) { return "camt.053" }
        return message.utf8.starts(with: "BkToCstmrAcct".utf8) ? "camt.052" : "camt.054"
    }
}

/// What the group header says.
struct CamtHeader {
    private var hasId = false
    private var hasMoment = false
    private(set) var page = CamtPage()

    var isComplete: Bool { hasId && hasMoment }

    mutating func take(_ element: CamtElement, _ text: XMLText) {
        switch element {
        case .messageId: hasId = true
        case .messageMadeAt: hasMoment = true
        case .messagePage: page.number = text.string
        default: page.isLast = text.flag
        }
    }
}

/// Which page of how many a message or statement is.
struct CamtPage {
    var number: String?
    var isLast: Bool?

    /// Whether there are more pages, so that totals span more than this one.
    var isOneOfSeveral: Bool { number.map { $0 != "1" } ?? false || isLast == false }
    var page: Statement.Page? { number.map { Statement.Page(number: $0, isLast: isLast) } }
}
