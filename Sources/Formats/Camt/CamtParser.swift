import CExpat

/// expat set up for one camt file: stops at a document type declaration, at markup beyond its
/// bound, and at the first error; hands elements and text on to ``CamtDocument``.
///
/// expat was chosen because it refuses every truncated or broken file, streams, and takes time
/// linear in the file; its namespace processing is left off, as it costs a string for each element.
final class CamtParser {
    let expat: XML_Parser
    let document: UnsafeMutablePointer<CamtDocument>
    private let limits: CamtLimits
    /// Bytes given to expat, always UTF-8.
    private var given = 0

    static let characters: XML_CharacterDataHandler = { user, bytes, count in
        guard let user, let bytes else { return }
        user.assumingMemoryBound(to: CamtDocument.self).pointee
            .characters(bytes, count: Int(count))
    }

    /// Nil where there is no memory.
    init?(limits: CamtLimits) {
        guard let expat = XML_ParserCreate("UTF-8") else { return nil }
        self.expat = expat
        self.limits = limits
        document = .allocate(capacity: 1)
        document.initialize(to: CamtDocument(parser: expat, limits: limits))
        XML_SetUserData(expat, document)
        XML_SetElementHandler(
            expat,
            { user, name, attributes in
                guard let user, let name, let attributes else { return }
                user.assumingMemoryBound(to: CamtDocument.self).pointee.begin(name, attributes)
            },
            { user, _ in
                guard let user else { return }
                user.assumingMemoryBound(to: CamtDocument.self).pointee.end()
            })
        XML_SetStartDoctypeDeclHandler(expat) { user, name, _, _, _ in
            guard let user else { return }
            user.assumingMemoryBound(to: CamtDocument.self).pointee
                .refuse(.doctype, value: name.map { String(cString: $0) })
        }
        XML_SetCommentHandler(expat) { user, _ in
            guard let user else { return }
            user.assumingMemoryBound(to: CamtDocument.self).pointee.passOver()
        }
        XML_SetProcessingInstructionHandler(expat) { user, _, _ in
            guard let user else { return }
            user.assumingMemoryBound(to: CamtDocument.self).pointee.passOver()
        }
    }

    deinit {
        XML_ParserFree(expat)
        document.pointee.deallocate()
        document.deinitialize(count: 1)
        document.deallocate()
    }

    /// Lets the document speak to `emit` for the time of `body`.
    func speaking(
        _ emit: (StatementEvent) -> Void, _ body: (UnsafeMutablePointer<CamtDocument>) -> Void
    ) {
        withoutActuallyEscaping(emit) { emit in
            document.pointee.emit = emit
            body(document)
            document.pointee.emit = nil
        }
    }

    /// In pieces, so that markup that never ends is seen before it has been stored.
    func parse(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty, !document.pointee.stopped {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(limits.tag))
            rest = rest.dropFirst(piece.count)
            given += piece.count
            let status = XML_Parse(
                expat, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), 0)
            if status == XML_STATUS_ERROR { return fail(.xmlBroken) }
            // Expat keeps an unfinished tag or comment; text it hands on.
            if given - Int(XML_GetCurrentByteIndex(expat)) > limits.tag {
                document.pointee.refuse(.tagTooLong)
            }
        }
    }

    func finish() {
        guard !document.pointee.stopped else { return }
        if XML_Parse(expat, nil, 0, 1) == XML_STATUS_ERROR { return fail(.truncated) }
    }

    private func fail(_ finding: CamtFinding) {
        let text = XML_ErrorString(XML_GetErrorCode(expat)).map { String(cString: $0) }
        document.pointee.refuse(finding, detail: text)
    }
}
