/// What the elements mean: which draft they belong to, and what comes out when it is complete.
extension CamtDocument {
    mutating func open(_ element: UInt8) {
        switch CamtElement(rawValue: element) {
        case .message: openMessage()
        case .statement: openStatement()
        case .balance: statement.balance = CamtBalance()
        case .entry: openEntry()
        case .detail: openDetail()
        case .charge: charge = CamtCharge()
        case .structured: detail.documentsBefore = detail.detail.documents.count
        case .referenceInfo: detail.reference = .init(type: nil, value: "")
        case .document: detail.document = .init(type: nil, number: nil, amount: nil)
        case .typedAmount: detail.typed = CamtDetail.Typed()
        default: break
        }
    }

    mutating func close(_ element: UInt8) {
        switch CamtElement(rawValue: element) {
        case .statement: closeStatement()
        case .balance: closeBalance()
        case .entry: closeEntry()
        case .detail: closeDetail()
        case .charge: closeCharge()
        case .structured: detail.closeStructured()
        case .referenceInfo: detail.closeReference()
        case .document: detail.closeDocument()
        case .typedAmount: detail.closeTyped()
        default: break
        }
    }

    mutating func take(_ element: UInt8, _ text: XMLText) {
        guard let element = CamtElement(rawValue: element) else { return }
        switch element {
        case .page: if !text.is("1") { isPage = true }
        case .lastPage: if text.is("false") || text.is("0") { isPage = true }
        case .statementId, .electronicSequence, .legalSequence, .from, .to, .account,
            .accountCurrency, .entriesCount, .entriesSum, .creditsCount, .creditsSum, .debitsCount,
            .debitsSum, .balanceCode, .balanceAmount, .balanceDirection, .balanceDate:
            takeStatement(element, text)
        case .entryReference, .entryAmount, .entryDirection, .reversal, .entryStatus, .bookedOn,
            .valueDate, .bankReference, .entryText, .batchReference, .domain, .family, .subfamily,
            .proprietaryCode:
            takeEntry(element, text)
        case .chargeAmount, .chargeDirection, .chargeBearer:
            takeCharge(element, text)
        default:
            takeDetail(element, text)
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

    private static func family(of message: String) -> String {
        if message.utf8.starts(with: "BkToCstmrStmt".utf8) { return "camt.053" }
        return message.utf8.starts(with: "BkToCstmrAcct".utf8) ? "camt.052" : "camt.054"
    }
}
