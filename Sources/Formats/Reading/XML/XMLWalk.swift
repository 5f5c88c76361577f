import CExpat
import Ledger

/// Where in an XML file its reading is: the elements that are open, and the text of the one that is
/// being read. It tells its listener which elements of the message begin and end.
final class XMLWalk {
    let tree: XMLTree
    let limits: XMLLimits
    private let parser: XML_Parser
    private(set) var stopped = false
    private(set) var findings = 0
    /// `Ccy` of the amount being read.
    private(set) var currency: Currency?
    /// The namespace of the message; the last one said before it holds.
    private(set) var namespace: String?
    private let family: String

    /// What the elements are told to; set by ``XMLReading``.
    var onOpen: (UInt8) -> Void = { _ in }
    var onClose: (UInt8) -> Void = { _ in }
    var onText: (UInt8, XMLText) -> Void = { _, _ in }
    var onFault: (XMLFault, _ value: String?) -> Void = { _, _ in }
    var onStranger: (String) -> Void = { _ in }
    /// Elements of no schema, told once each.
    private var strangers: [String] = []

    private let places: UnsafeMutablePointer<XMLTree.Place>
    private let names: UnsafeMutablePointer<XMLTree.Name>
    private var depth = 0
    private let text: UnsafeMutablePointer<UInt8>
    private var textCount = 0
    private var listening = false

    init(_ parser: XML_Parser, tree: XMLTree, family: StaticString, limits: XMLLimits) {
        self.parser = parser
        self.tree = tree
        self.family = "\(family)"
        self.limits = limits
        places = .allocate(capacity: limits.depth + 1)
        names = .allocate(capacity: limits.depth + 1)
        text = .allocate(capacity: limits.text)
        places[0] = XMLTree.outside
        names[0] = XMLTree.unknown
    }

    deinit {
        places.deallocate()
        names.deallocate()
        text.deallocate()
    }

    /// The name of the element that we are in, without its prefix.
    var elementName: String { tree.text(names[depth]) }
    /// Whether the element that we are in, or whose text has just been read, is called so.
    func isAt(_ name: StaticString) -> Bool { tree.isCalled(names[depth], name) }
    var line: UInt { UInt(XML_GetCurrentLineNumber(parser)) }

    func begin(
        _ name: UnsafePointer<XML_Char>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard !stopped else { return }
        guard XML_GetCurrentByteCount(parser) <= limits.tag else {
            return onFault(.tagTooLong, nil)
        }
        guard depth < limits.depth else { return onFault(.tooDeep, nil) }
        if listening { listen(false) }
        let parent = places[depth]
        depth += 1
        guard parent != XMLTree.ignored else {
            places[depth] = XMLTree.ignored
            return
        }
        let known = tree.name(name)
        let place = tree.step(from: parent, to: known)
        places[depth] = place
        names[depth] = known
        if known == XMLTree.unknown, parent != XMLTree.outside, tree.knowsAll { meet(name) }
        let traits = tree.traits[Int(place)]
        if traits.isEmpty { return }
        if traits.contains(.leaf) {
            textCount = 0
            listen(true)
            if traits.contains(.amount) { currency = Self.currency(attributes) }
        }
        if traits.contains(.root) { readNamespace(attributes) }
        if traits.contains(.group) { onOpen(tree.elements[Int(place)]) }
    }

    func end() {
        guard !stopped else { return }
        let place = Int(places[depth])
        let traits = tree.traits[place]
        if traits.contains(.leaf) {
            let read = XMLText(UnsafeBufferPointer(start: text, count: textCount))
            if !read.isEmpty { onText(tree.elements[place], read) }
            textCount = 0
            if listening { listen(false) }
        } else if traits.contains(.group) {
            onClose(tree.elements[place])
        }
        depth -= 1
    }

    func characters(_ bytes: UnsafePointer<XML_Char>, count: Int) {
        guard !stopped else { return }
        guard textCount + count <= limits.text else { return onFault(.textTooLong, nil) }
        UnsafeMutableRawPointer(text + textCount).copyMemory(from: bytes, byteCount: count)
        textCount += count
    }

    private func meet(_ name: UnsafePointer<XML_Char>) {
        let name = String(cString: name)
        guard strangers.count < limits.strangers, !strangers.contains(name) else { return }
        strangers.append(name)
        onStranger(name)
    }

    /// A comment or a processing instruction.
    func passOver() {
        if XML_GetCurrentByteCount(parser) > limits.tag { onFault(.tagTooLong, nil) }
    }

    func stop() {
        stopped = true
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    /// Nil past the bound; the first one past it becomes the finding that there are more.
    func admit(_ finding: Finding, of family: StaticString) -> Finding? {
        guard !stopped, findings <= limits.findings else { return nil }
        findings += 1
        if findings <= limits.findings { return finding }
        return XMLFault.findingsTooMany.finding(of: family, at: finding.place)
    }

    /// `Stmt[1]/Ntry[3]/Amt, line 12`.
    func path(_ suffix: String, _ line: UInt?, _ mark: (UInt8) -> XMLMark) -> String {
        var parts: [String] = []
        for level in stride(from: 1, through: depth, by: 1) {
            let element = tree.elements[Int(places[level])]
            guard element > XMLTree.ignoredElement else { continue }
            switch mark(element) {
            case .hidden: break
            case .name: parts.append(tree.text(names[level]))
            case .number(let number): parts.append("\(tree.text(names[level]))[\(number)]")
            }
        }
        if !suffix.isEmpty { parts.append(suffix) }
        let place = parts.isEmpty ? "" : parts.joined(separator: "/") + ", "
        return place + "line \(line ?? self.line)"
    }

    /// Text is asked for only where it is wanted: most of a message is white space between tags.
    private func listen(_ on: Bool) {
        listening = on
        XML_SetCharacterDataHandler(parser, on ? XMLScanner.characters : nil)
    }

    private func readNamespace(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        var index = 0
        while let name = attributes[index], let value = attributes[index + 1] {
            index += 2
            guard String(cString: name).utf8.starts(with: "xmlns".utf8) else { continue }
            let found = String(cString: value)
            let message = ISOMessage(namespace: found)
            if message?.text.utf8.starts(with: family.utf8) == true
                || namespace == nil && name[5] == 0
            {
                namespace = found
            }
        }
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
}
