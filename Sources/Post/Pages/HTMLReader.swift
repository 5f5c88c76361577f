internal import CXML2

/// Reads the text and the tables of data of an HTML page, by libxml2's parser, which takes whatever
/// people call HTML.
///
/// Runs where a mail is taken apart, in a process of its own. No tree is made: the parser's events
/// are followed with a stack of the open elements.
enum HTMLReader {
    /// - Parameter page: in UTF-8.
    static func page(_ page: [UInt8]) -> Page {
        let walk = PageWalk()
        var handler = xmlSAXHandler()
        handler.startElement = { walk, name, attributes in
            guard let walk = pageWalk(walk), let name else { return }
            var found: [(String, String)] = []
            var at = 0
            while let attributes, let key = attributes[at], found.count < 64 {
                found.append((text(key), attributes[at + 1].map { text($0) } ?? ""))
                at += 2
            }
            walk.start(text(name), found)
        }
        handler.endElement = { walk, name in
            guard let walk = pageWalk(walk), let name else { return }
            walk.end(text(name))
        }
        handler.characters = { walk, bytes, count in
            guard let walk = pageWalk(walk), let bytes else { return }
            walk.say(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        // Scripts and styles come as CDATA, and are left out with whatever else does.
        // The mark says that it is UTF-8, whatever the page says of itself.
        ([0xEF, 0xBB, 0xBF] + page).withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self)
            guard let context = htmlCreateMemoryParserCtxt(start.baseAddress, Int32(start.count))
            else { return }
            htmlCtxtUseOptions(
                context,
                Int32(
                    HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
                        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_RECOVER.rawValue
                        | HTML_PARSE_IGNORE_ENC.rawValue))
            let own = context.pointee.sax
            withUnsafeMutablePointer(to: &handler) { handler in
                context.pointee.sax = handler
                context.pointee.userData = Unmanaged.passUnretained(walk).toOpaque()
                htmlParseDocument(context)
            }
            context.pointee.sax = own
            htmlFreeParserCtxt(context)
        }
        return walk.finish()
    }
}

// Handlers of C can hold nothing, so the walk comes to them as a pointer.

private func pageWalk(_ walk: UnsafeMutableRawPointer?) -> PageWalk? {
    walk.map { Unmanaged<PageWalk>.fromOpaque($0).takeUnretainedValue() }
}

private func text(_ bytes: UnsafePointer<xmlChar>) -> String { String(cString: bytes) }
