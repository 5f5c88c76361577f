import CExpat

/// What the elements mean: which draft they belong to, and what comes out when it is complete.
extension CamtDocument {
    mutating func open(_ element: CamtElement) {
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

    mutating func close(_ element: CamtElement) {
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

    /// The text of an element that has some.
    mutating func take(_ element: CamtElement, _ text: CamtText) {
        switch element.owner {
        case .message: header.take(element, text)
        case .statement: takeStatement(element, text)
        case .entry: takeEntry(element, text)
        case .part: takePart(element, text)
        case .detail: takeDetail(element, text)
        case .remittance: takeRemittance(element, text)
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
        header = CamtHeader()
        let family = CamtVersion.family(of: elementName)
        guard let version = CamtVersion(namespace: namespace ?? ""), version.family == family else {
            format = family
            return report(.versionUnknown, value: namespace)
        }
        format = version.text
        if !version.isKnown { report(.versionUnknown, value: namespace) }
    }

    /// No money hangs on the header, but a bank's own software does not leave it out.
    private mutating func closeMessage() {
        if !header.isComplete { report(.headerMissing, at: "GrpHdr") }
    }
}

/// What the group header says.
struct CamtHeader {
    private var hasId = false
    private var hasMoment = false
    private(set) var page = CamtPage()

    var isComplete: Bool { hasId && hasMoment }

    mutating func take(_ element: CamtElement, _ text: CamtText) {
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
