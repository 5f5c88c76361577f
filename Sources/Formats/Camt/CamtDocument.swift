import CExpat
import Ledger

/// A camt message as far as it has been read: where in it we are, and what is being put together
/// there.
///
/// The functions here say which element begins and ends; the files beside this one say what that
/// means for the statement, the entry, the payment and its remittance.
struct CamtDocument {
    let parser: XML_Parser
    let limits: CamtLimits
    let tree = CamtTree.shared
    /// Set for the time of one call of the reader.
    var emit: ((StatementEvent) -> Void)?

    private(set) var stopped = false
    private(set) var findings = 0
    /// Elements of no schema, told once each.
    private var strangers: [String] = []

    var format = ""
    var namespace: String?
    var sawMessage = false
    var header = CamtHeader()
    var statements = 0
    var statement = CamtStatement()
    var entry = CamtEntry()
    var detail = CamtDetail()
    var part = CamtPart()
    var remittance = CamtRemittance()
    /// The code of the entry before, and its text.
    var lastCode: (code: CamtCode, text: String?) = (CamtCode(), nil)
    /// `Ccy` of the amount being read.
    var currency: Currency?

    /// Whether an entry is being read, not only its statement.
    var isInEntry = false
    /// Whether a payment is being read, not only its entry.
    var isInDetail = false

    private let places: UnsafeMutablePointer<CamtTree.Place>
    private let names: UnsafeMutablePointer<CamtTree.Name>
    private var depth = 0
    private let text: UnsafeMutablePointer<UInt8>
    private var textCount = 0
    private var listening = false

    init(parser: XML_Parser, limits: CamtLimits) {
        self.parser = parser
        self.limits = limits
        places = .allocate(capacity: limits.depth + 1)
        names = .allocate(capacity: limits.depth + 1)
        text = .allocate(capacity: limits.text)
        places[0] = CamtTree.outside
        names[0] = CamtTree.unknown
    }

    func deallocate() {
        places.deallocate()
        names.deallocate()
        text.deallocate()
    }

    var isInside: Bool { depth > 0 }
    /// The name of the element that we are in, without its prefix.
    var elementName: String { tree.text(names[depth]) }

    mutating func begin(
        _ name: UnsafePointer<XML_Char>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard !stopped else { return }
        guard XML_GetCurrentByteCount(parser) <= limits.tag else { return refuse(.tagTooLong) }
        guard depth < limits.depth else { return refuse(.tooDeep) }
        if listening { listen(false) }
        let parent = places[depth]
        depth += 1
        guard parent != CamtTree.ignored else {
            places[depth] = CamtTree.ignored
            return
        }
        let known = tree.name(name)
        let place = tree.step(from: parent, to: known)
        places[depth] = place
        names[depth] = known
        if known == CamtTree.unknown, parent != CamtTree.outside { meet(name) }
        let traits = tree.traits[Int(place)]
        if traits.isEmpty { return }
        if traits.contains(.leaf) {
            textCount = 0
            listen(true)
            if traits.contains(.amount) { currency = Self.currency(attributes) }
        }
        if traits.contains(.root) { readNamespace(attributes) }
        if traits.contains(.group) { open(tree.elements[Int(place)]) }
    }

    mutating func end() {
        guard !stopped else { return }
        let place = Int(places[depth])
        let traits = tree.traits[place]
        if traits.contains(.leaf) {
            let read = CamtText(UnsafeBufferPointer(start: text, count: textCount))
            if !read.isEmpty { take(tree.elements[place], read) }
            textCount = 0
            if listening { listen(false) }
        } else if traits.contains(.group) {
            close(tree.elements[place])
        }
        depth -= 1
    }

    mutating func characters(_ bytes: UnsafePointer<XML_Char>, count: Int) {
        guard !stopped else { return }
        guard textCount + count <= limits.text else { return refuse(.textTooLong) }
        UnsafeMutableRawPointer(text + textCount).copyMemory(from: bytes, byteCount: count)
        textCount += count
    }

    /// An element that no schema has where we look: what it says is lost.
    private mutating func meet(_ name: UnsafePointer<XML_Char>) {
        let name = String(cString: name)
        guard strangers.count < limits.strangers, !strangers.contains(name) else { return }
        strangers.append(name)
        report(.elementUnknown, value: name)
    }

    /// A comment or a processing instruction.
    mutating func passOver() {
        if XML_GetCurrentByteCount(parser) > limits.tag { refuse(.tagTooLong) }
    }

    /// Text is asked for only where it is wanted: most of a message is white space between tags.
    private mutating func listen(_ on: Bool) {
        listening = on
        XML_SetCharacterDataHandler(parser, on ? CamtParser.characters : nil)
    }

    private static func currency(
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) -> Currency? {
        var index = 0
        while let name = attributes[index], let value = attributes[index + 1] {
            if name[0] == 0x43, name[1] == 0x63, name[2] == 0x79, name[3] == 0 {  // Ccy
                var bytes: (UInt8, UInt8, UInt8) = (0, 0, 0)
                guard value[0] != 0, value[1] != 0, value[2] != 0, value[3] == 0 else { return nil }
                bytes = (
                    UInt8(bitPattern: value[0]), UInt8(bitPattern: value[1]),
                    UInt8(bitPattern: value[2])
                )
                return withUnsafeBytes(of: &bytes) { Currency(utf8: $0) }
            }
            index += 2
        }
        return nil
    }

    /// Gives up the file: what follows cannot be trusted.
    mutating func refuse(_ finding: CamtFinding, value: String? = nil, detail: String? = nil) {
        guard !stopped else { return }
        report(finding, value: value, detail: detail)
        stopped = true
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    /// Whether a list may grow; one beyond all reason is refused.
    @inline(__always)
    mutating func hasRoom(_ count: Int) -> Bool {
        if count < limits.details { return true }
        refuse(.listTooLong)
        return false
    }

    mutating func report(
        _ finding: CamtFinding, at suffix: String = "", value: String? = nil,
        detail: String? = nil, line: UInt? = nil
    ) {
        report(Finding(finding, at: path(suffix, line), value: value, detail: detail))
    }

    /// Past the bound one finding says that there are more; the file is refused for them anyway.
    mutating func report(_ finding: Finding) {
        guard !stopped, findings <= limits.findings else { return }
        findings += 1
        if findings <= limits.findings {
            emit?(.finding(finding))
        } else {
            emit?(.finding(Finding(CamtFinding.findingsTooMany, at: finding.place)))
        }
    }

    var line: UInt { UInt(XML_GetCurrentLineNumber(parser)) }

    /// `Stmt[1]/Ntry[3]/Amt, line 12`.
    func path(_ suffix: String = "", _ line: UInt? = nil) -> String {
        var parts: [String] = []
        for level in stride(from: 1, through: depth, by: 1) {
            let element = tree.elements[Int(places[level])]
            guard element != .outside, element != .message, element != .ignored else { continue }
            let name = tree.text(names[level])
            switch element {
            case .statement: parts.append("\(name)[\(statements)]")
            case .entry: parts.append("\(name)[\(statement.entries)]")
            case .detail: parts.append("\(name)[\(entry.detailsSeen)]")
            default: parts.append(name)
            }
        }
        if !suffix.isEmpty { parts.append(suffix) }
        let place = parts.isEmpty ? "" : parts.joined(separator: "/") + ", "
        return place + "line \(line ?? self.line)"
    }
}
