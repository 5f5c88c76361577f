import CExpat

/// expat set up for one file: stops at a document type declaration, at markup beyond its bound, and
/// at the first error; hands elements and text on to ``XMLWalk``.
///
/// expat was chosen because it refuses every truncated or broken file, streams, and takes time
/// linear in the file; its namespace processing is left off, as it costs a string for each element.
final class XMLScanner {
    let walk: XMLWalk
    /// Why expat stopped, in its own words, and the fault that this is.
    var onFailure: (XMLFault, _ detail: String?) -> Void = { _, _ in }
    private let expat: XML_Parser
    /// Bytes given to expat, always UTF-8.
    private var given = 0

    static let characters: XML_CharacterDataHandler = { user, bytes, count in
        guard let bytes else { return }
        walk(user) { $0.characters(bytes, count: Int(count)) }
    }

    /// Nil where there is no memory.
    init?(tree: XMLTree, family: StaticString, limits: XMLLimits) {
        guard let expat = XML_ParserCreate("UTF-8") else { return nil }
        self.expat = expat
        walk = XMLWalk(expat, tree: tree, family: family, limits: limits)
        XML_SetUserData(expat, Unmanaged.passUnretained(walk).toOpaque())
        XML_SetElementHandler(
            expat,
            { user, name, attributes in
                guard let name, let attributes else { return }
                XMLScanner.walk(user) { $0.begin(name, attributes) }
            },
            { user, _ in XMLScanner.walk(user) { $0.end() } })
        XML_SetStartDoctypeDeclHandler(expat) { user, name, _, _, _ in
            XMLScanner.walk(user) { $0.onFault(.doctype, name.map { String(cString: $0) }) }
        }
        XML_SetCommentHandler(expat) { user, _ in XMLScanner.walk(user) { $0.passOver() } }
        XML_SetProcessingInstructionHandler(expat) { user, _, _ in
            XMLScanner.walk(user) { $0.passOver() }
        }
    }

    deinit { XML_ParserFree(expat) }

    @inline(__always)
    private static func walk(_ user: UnsafeMutableRawPointer?, _ body: (XMLWalk) -> Void) {
        guard let user else { return }
        Unmanaged<XMLWalk>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
    }

    /// In pieces, so that markup that never ends is seen before it has been stored.
    func parse(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty, !walk.stopped {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(walk.limits.tag))
            rest = rest.dropFirst(piece.count)
            given += piece.count
            let status = XML_Parse(
                expat, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), 0)
            if status == XML_STATUS_ERROR { return onFailure(.broken, reason) }
            // Expat keeps an unfinished tag or comment; text it hands on.
            if given - Int(XML_GetCurrentByteIndex(expat)) > walk.limits.tag {
                walk.onFault(.tagTooLong, nil)
            }
        }
    }

    func finish() {
        guard !walk.stopped else { return }
        if XML_Parse(expat, nil, 0, 1) == XML_STATUS_ERROR { onFailure(.truncated, reason) }
    }

    private var reason: String? {
        XML_ErrorString(XML_GetErrorCode(expat)).map { String(cString: $0) }
    }
}
