import CExpat

/// What the elements mean: which draft they belong to, and what comes out when it is complete.
extension CamtDocument {
    mutating func open(_ element: CamtElement) {
        switch element {
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

    mutating func close(_ element: CamtElement) {
        switch element {
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

    /// The text of an element that has some.
    mutating func take(_ element: CamtElement, _ text: CamtText) {
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

    /// The file is at its end, and well-formed if nothing has been refused.
    mutating func finish() {
        if !sawMessage {
            report(.noMessage)
        } else if statements == 0 {
            report(.noStatement)
        }
    }

    mutating func refuse(_ failure: DecodingFailure) {
        switch failure {
        case .unknownEncoding(let name): refuse(.encodingUnknown, value: name)
        case .broken(let offset): refuse(.encodingBroken, detail: "byte \(offset)")
        }
    }

    /// Looks for the namespace of a camt message; the last one said before the message holds.
    mutating func readNamespace(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var index = 0
        while let name = attributes[index], let value = attributes[index + 1] {
            index += 2
            guard String(cString: name).utf8.starts(with: "xmlns".utf8) else { continue }
            let found = String(cString: value)
            if CamtVersion(namespace: found) != nil || namespace == nil && name[5] == 0 {
                namespace = found
            }
        }
    }

    private mutating func openMessage() {
        sawMessage = true
        let family = CamtVersion.family(of: elementName)
        guard let version = CamtVersion(namespace: namespace ?? ""), version.family == family else {
            format = family
            return report(.versionUnknown, value: namespace)
        }
        format = version.text
        if !version.isKnown { report(.versionUnknown, value: namespace) }
    }
}

/// The message and version that a namespace names:
/// `urn:iso:std:iso:20022:tech:xsd:camt.053.001.08`.
struct CamtVersion {
    /// `camt.053.001.08`.
    let text: String
    /// `camt.053`.
    var family: String { String(decoding: text.utf8.prefix(8), as: UTF8.self) }
    private let version: UInt8

    init?(namespace: String) {
        let bytes = Array(namespace.utf8)
        let length = 15
        guard bytes.count >= length else { return nil }
        for start in 0...(bytes.count - length) {
            let part = bytes[start..<start + length]
            guard part.starts(with: "camt.05".utf8), part[start + 8] == UInt8(ascii: "."),
                part[(start + 9)...].starts(with: "001.".utf8)
            else { continue }
            let digits = [part[start + 7], part[start + 13], part[start + 14]].map {
                $0 &- UInt8(ascii: "0")
            }
            guard digits.allSatisfy({ $0 <= 9 }), (2...4).contains(digits[0]) else { continue }
            text = String(decoding: part, as: UTF8.self)
            version = digits[1] * 10 + digits[2]
            return
        }
        return nil
    }

    var isKnown: Bool { (1...14).contains(version) }

    static func family(of message: String) -> String {
        if message.utf8.starts(with: "BkToCstmrStmt".utf8) { return "camt.053" }
        return message.utf8.starts(with: "BkToCstmrAcct".utf8) ? "camt.052" : "camt.054"
    }
}
