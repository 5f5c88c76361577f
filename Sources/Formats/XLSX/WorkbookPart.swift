import CExpat

/// One XML part of a workbook, told its elements as they come. Each kind of part overrides what it
/// listens to.
class WorkbookPart {
    /// The text of the string or value being read: UTF-8.
    final var text: [UInt8] = []
    fileprivate(set) final var fault: WorkbookFault?
    fileprivate final var parser: XML_Parser?

    func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {}
    func end(_ element: WorkbookElement) {}

    /// More text of the cell or shared string.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    /// Where in the workbook the part stands just now, for findings.
    var place: String { "" }

    /// Gives up the part and so the workbook.
    final func refuse(_ kind: WorkbookFinding, value: String? = nil) {
        guard fault == nil else { return }
        fault = WorkbookFault(kind, at: place, value: value)
        if let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
    }
}

/// expat set up for one part: stops at a document type declaration, at markup beyond its bound, and
/// at the first error.
final class WorkbookPartParser {
    private let expat: XML_Parser
    private let part: WorkbookPart
    private let name: String
    private let limits: WorkbookLimits
    private var decoder = XMLDecoder()
    private var elements: [WorkbookElement] = [.outside]
    private var failure: WorkbookFinding?
    /// Bytes given to expat, always UTF-8.
    private var given = 0

    /// `name` is the part's in the archive.
    init(_ part: WorkbookPart, name: String, limits: WorkbookLimits) throws(WorkbookFault) {
        guard let expat = XML_ParserCreate("UTF-8") else {
            throw WorkbookFault(.xmlBroken, at: name, detail: "no memory")
        }
        self.expat = expat
        self.part = part
        self.name = name
        self.limits = limits
        part.parser = expat
        XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            expat,
            { user, name, attributes in
                guard let name, let attributes else { return }
                WorkbookPartParser.with(user) { $0.begin(name, attributes) }
            },
            { user, _ in WorkbookPartParser.with(user) { $0.end() } })
        XML_SetCharacterDataHandler(expat) { user, bytes, count in
            guard let bytes else { return }
            WorkbookPartParser.with(user) { $0.characters(bytes, Int(count)) }
        }
        XML_SetStartDoctypeDeclHandler(expat) { user, _, _, _, _ in
            WorkbookPartParser.with(user) { $0.stop(.doctype) }
        }
    }

    deinit {
        part.parser = nil
        XML_ParserFree(expat)
    }

    func parse(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault) {
        let problem = decoder.decode(bytes, into: give)
        // What the parser said of the text before the break comes first.
        try check()
        if let problem { throw fault(of: problem) }
    }

    func finish() throws(WorkbookFault) {
        let problem = decoder.finish(into: give)
        try check()
        if let problem { throw fault(of: problem) }
        if XML_Parse(expat, nil, 0, 1) == XML_STATUS_ERROR { stop(.xmlBroken) }
        try check()
    }

    private static func with(
        _ user: UnsafeMutableRawPointer?, _ body: (WorkbookPartParser) -> Void
    ) {
        guard let user else { return }
        Unmanaged<WorkbookPartParser>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
    }

    /// In pieces, so that markup that never ends is seen before it has been stored.
    private func give(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty, failure == nil, part.fault == nil {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(limits.tag))
            rest = rest.dropFirst(piece.count)
            given += piece.count
            let status = XML_Parse(
                expat, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), 0)
            if status == XML_STATUS_ERROR { return stop(.xmlBroken) }
            if given - Int(XML_GetCurrentByteIndex(expat)) > limits.tag { stop(.tagTooLong) }
        }
    }

    private func begin(
        _ name: UnsafePointer<XML_Char>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard failure == nil, part.fault == nil else { return }
        guard elements.count <= limits.depth else { return stop(.tooDeep) }
        let element = elements[elements.count - 1].child(XMLName(name))
        elements.append(element)
        if element != .ignored { part.begin(element, XMLAttributes(list: attributes)) }
    }

    private func end() {
        guard failure == nil, part.fault == nil, let element = elements.popLast() else { return }
        if element != .ignored { part.end(element) }
    }

    private func characters(_ bytes: UnsafePointer<XML_Char>, _ count: Int) {
        guard elements[elements.count - 1].hasText, failure == nil, part.fault == nil else {
            return
        }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            part.characters(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// The first failure is the one that is told; expat's own says only that it was stopped.
    private func stop(_ kind: WorkbookFinding) {
        guard failure == nil, part.fault == nil else { return }
        failure = kind
        XML_StopParser(expat, XML_Bool(XML_FALSE))
    }

    private func check() throws(WorkbookFault) {
        if let fault = part.fault { throw fault }
        guard let failure else { return }
        let text = XML_ErrorString(XML_GetErrorCode(expat)).map { String(cString: $0) }
        throw WorkbookFault(
            failure, at: "\(name), line \(XML_GetCurrentLineNumber(expat))",
            detail: failure == .xmlBroken ? text : nil)
    }

    private func fault(of problem: DecodingFailure) -> WorkbookFault {
        switch problem {
        case .unknownEncoding(let encoding):
            WorkbookFault(.encodingUnknown, at: name, value: encoding)
        case .broken(let offset):
            WorkbookFault(.encodingBroken, at: name, detail: "byte \(offset)")
        }
    }
}
