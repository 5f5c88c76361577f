/// Cuts SGML and XML alike into tags and text, in pieces of any size; keeps at most an unfinished
/// tag.
///
/// A `<` that begins no tag is text, and so is one that another `<` follows before any `>`: banks
/// write `A < B` into names without escaping it.
struct OFXScanner {
    /// Longer than any tag or XML declaration that a bank writes.
    static let longestTag = 4 << 10

    private enum Mode { case text, markup, comment, data }

    private var mode = Mode.text
    /// What stands behind the `<` of an unfinished tag.
    private var held: [UInt8] = []
    /// How much of `-->` or `]]>` has been seen.
    private var ending = 0

    /// The line that is being read, from 1; CRLF, LF and CR end lines.
    private(set) var line = 1
    private var lineOfTag = 1
    private var offset = 0
    private var lastCR = -1

    mutating func feed(
        _ all: ByteRun, _ document: inout OFXDocument, _ emit: (StatementEvent) -> Void
    ) {
        var at = 0
        while at < all.count, !document.stopped {
            switch mode {
            case .text: at = text(all, at, &document, emit)
            case .markup:
                at = held.isEmpty ? tag(all, at, &document, emit) : rest(all, at, &document, emit)
            case .comment: at = skip(all, at, mark: UInt8(ascii: "-"))
            case .data: at = data(all, at, &document)
            }
        }
        offset &+= all.count
    }

    /// Text up to the next `<`, and the tag there if all of it is at hand.
    private mutating func text(
        _ all: ByteRun, _ start: Int, _ document: inout OFXDocument,
        _ emit: (StatementEvent) -> Void
    ) -> Int {
        let stop = all.index(of: UInt8(ascii: "<"), after: start) ?? all.count
        let text = all.part(start, stop)
        count(text, at: start)
        guard stop < all.count else {
            document.text(text)
            return stop
        }
        lineOfTag = line
        if let tag = wholeTag(all, stop + 1) {
            document.tag(tag, after: text, line: lineOfTag, emit)
            return stop + 2 + tag.count
        }
        mode = .markup
        document.text(text)
        return stop + 1
    }

    /// A tag of which all is at hand; else as much as there is, kept for the next piece.
    private mutating func tag(
        _ all: ByteRun, _ start: Int, _ document: inout OFXDocument,
        _ emit: (StatementEvent) -> Void
    ) -> Int {
        if let tag = wholeTag(all, start) {
            mode = .text
            document.tag(tag, line: lineOfTag, emit)
            return start + tag.count + 1
        }
        guard Self.beginsMarkup(all[start]) else {
            document.text(.less)
            mode = .text
            return start
        }
        return rest(all, start, &document, emit)
    }

    /// What stands from `start` to before a `>`, where that is a tag, on one line and not too long.
    private func wholeTag(_ all: ByteRun, _ start: Int) -> ByteRun? {
        guard all[start].isLetter || all[start] == UInt8(ascii: "/") else { return nil }
        let bytes = all.part(start, start + Self.longestTag + 1)
        var length = 0
        for byte in bytes.buffer {
            if byte == UInt8(ascii: ">") { return bytes.upTo(length) }
            if byte < 0x20 || byte == UInt8(ascii: "<") { return nil }
            length += 1
        }
        return nil
    }

    private static func beginsMarkup(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    /// Byte by byte: tags that two pieces or lines share, declarations, comments, CDATA.
    private mutating func rest(
        _ all: ByteRun, _ start: Int, _ document: inout OFXDocument,
        _ emit: (StatementEvent) -> Void
    ) -> Int {
        var at = start
        while at < all.count {
            let byte = all[at]
            if held.first != UInt8(ascii: "!"), held.first != UInt8(ascii: "?"),
                byte == UInt8(ascii: "<")
            {
                giveBack(&document)
                lineOfTag = line
                return at + 1
            }
            count(byte, at)
            at += 1
            if byte == UInt8(ascii: ">") {
                end(&document, emit)
                return at
            }
            held.append(byte)
            guard held.count <= Self.longestTag else {
                document.refuse(.tagTooLong, lineOfTag, emit)
                return at
            }
            if held[0] == UInt8(ascii: "!"), !isDeclaration(&document, emit) { return at }
        }
        return at
    }

    /// What was held is text after all; the `<` just read may begin a tag.
    private mutating func giveBack(_ document: inout OFXDocument) {
        document.text(.less)
        held.withUnsafeBufferPointer { document.text(ByteRun($0)) }
        held.removeAll(keepingCapacity: true)
    }

    /// Whether more of what stands behind `<!` is needed to know what it is.
    private mutating func isDeclaration(
        _ document: inout OFXDocument, _ emit: (StatementEvent) -> Void
    ) -> Bool {
        if held.count < 2 { return true }
        let (next, whole): (Mode, StaticString)
        switch held[1] {
        case UInt8(ascii: "-"): (next, whole) = (.comment, "!--")
        case UInt8(ascii: "["): (next, whole) = (.data, "![CDATA[")
        case let byte where byte.isLetter:
            // A document type or an entity: nothing of a bank needs one.
            held.withUnsafeBufferPointer {
                document.refuse(.doctype, lineOfTag, value: ByteRun($0), emit)
            }
            return false
        default:
            giveBack(&document)
            mode = .text
            return false
        }
        let isPrefix = held.withUnsafeBufferPointer { ByteRun($0).begins(whole) }
        guard isPrefix else {
            giveBack(&document)
            mode = .text
            return false
        }
        guard held.count == whole.utf8CodeUnitCount else { return true }
        held.removeAll(keepingCapacity: true)
        mode = next
        ending = 0
        return false
    }

    private mutating func end(
        _ document: inout OFXDocument, _ emit: (StatementEvent) -> Void
    ) {
        mode = .text
        var taken: [UInt8] = []
        swap(&taken, &held)
        taken.withUnsafeBufferPointer { buffer in
            let tag = ByteRun(buffer)
            if tag[0] == UInt8(ascii: "!") {
                document.text(.less)
                document.text(tag)
                document.text(.greater)
            } else if tag[0] != UInt8(ascii: "?") {
                document.tag(tag, line: lineOfTag, emit)
            }
        }
        taken.removeAll(keepingCapacity: true)
        swap(&taken, &held)
    }

    /// To behind `-->`.
    private mutating func skip(_ all: ByteRun, _ start: Int, mark: UInt8) -> Int {
        var at = start
        while at < all.count {
            let byte = all[at]
            count(byte, at)
            at += 1
            if byte == mark {
                ending = min(ending + 1, 2)
            } else if byte == UInt8(ascii: ">"), ending == 2 {
                mode = .text
                break
            } else {
                ending = 0
            }
        }
        return at
    }

    /// Text as it stands, to `]]>`; the brackets before the end are taken off again.
    private mutating func data(_ all: ByteRun, _ start: Int, _ document: inout OFXDocument)
        -> Int
    {
        let end = skip(all, start, mark: UInt8(ascii: "]"))
        let isOver = mode == .text
        document.literal(all.part(start, end))
        if isOver { document.dropLast(3) }
        return end
    }

    private mutating func count(_ bytes: ByteRun, at start: Int) {
        var at = start
        for byte in bytes.buffer {
            count(byte, at)
            at += 1
        }
    }

    @inline(__always) private mutating func count(_ byte: UInt8, _ at: Int) {
        if byte > 0x0D { return }
        if byte == 0x0D {
            line &+= 1
            lastCR = offset &+ at
        } else if byte == 0x0A, lastCR < 0 || lastCR != offset &+ at &- 1 {
            line &+= 1
        }
    }
}

extension ByteRun {
    /// `<` and `>` alone, where they turn out to be text.
    fileprivate static var less: ByteRun { of("<") }
    fileprivate static var greater: ByteRun { of(">") }

    private static func of(_ text: StaticString) -> ByteRun {
        ByteRun(
            UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Whether `text` begins with these bytes.
    fileprivate func begins(_ text: StaticString) -> Bool {
        guard count <= text.utf8CodeUnitCount else { return false }
        for place in 0..<count where self[place] != text.utf8Start[place] { return false }
        return true
    }
}
