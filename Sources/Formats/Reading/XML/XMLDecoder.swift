/// Makes an XML file of any encoding UTF-8: by its byte order mark, by zero bytes, by its
/// declaration.
///
/// expat itself reads only UTF-8, UTF-16, ISO-8859-1 and ASCII; banks also send GB18030 and
/// Windows-1252.
struct XMLDecoder {
    private var head: [UInt8] = []
    private var decoder: DeclaredText?
    private var failed = false

    /// Longer than any XML declaration that a bank writes.
    private static let headLength = 256

    mutating func decode(
        _ bytes: UnsafeRawBufferPointer, into text: (UnsafeRawBufferPointer) -> Void
    ) -> DecodingFailure? {
        if failed { return nil }
        if decoder != nil { return pass(bytes, into: text) }
        let first = bytes.prefix(Self.headLength - head.count)
        head += first
        guard head.count == Self.headLength else { return nil }
        return begin(into: text)
            ?? pass(UnsafeRawBufferPointer(rebasing: bytes[first.endIndex...]), into: text)
    }

    mutating func finish(into text: (UnsafeRawBufferPointer) -> Void) -> DecodingFailure? {
        if failed { return nil }
        if decoder == nil, let failure = begin(into: text) { return failure }
        return decoder?.finish()
    }

    private mutating func begin(into text: (UnsafeRawBufferPointer) -> Void) -> DecodingFailure? {
        let start = head
        head = []
        return start.withUnsafeBytes { start in
            let marked = TextEncoding.marked(start.bindMemory(to: UInt8.self))
            do throws(DecodingFailure) {
                let name = if let marked { marked.0.rawValue } else { try Self.declared(start) }
                decoder = try DeclaredText(name)
            } catch {
                failed = true
                return error
            }
            return pass(UnsafeRawBufferPointer(rebasing: start[(marked?.mark ?? 0)...]), into: text)
        }
    }

    private mutating func pass(
        _ bytes: UnsafeRawBufferPointer, into text: (UnsafeRawBufferPointer) -> Void
    ) -> DecodingFailure? {
        let failure = decoder?.decode(bytes, into: text)
        if failure != nil { failed = true }
        return failure
    }

    /// What `<?xml … encoding="…"?>` says; UTF-8 where it says nothing.
    private static func declared(_ bytes: UnsafeRawBufferPointer) throws(DecodingFailure)
        -> String
    {
        let head = Array(bytes.prefix(headLength))
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">"))
        else { return "UTF-8" }
        let word = Array("encoding".utf8)
        var index = 5
        while index + word.count < end, !head[index...].starts(with: word) { index += 1 }
        guard index + word.count < end else { return "UTF-8" }
        let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        guard let open = head[index..<end].firstIndex(where: quotes.contains),
            let close = head[(open + 1)..<end].firstIndex(of: head[open])
        else { return "UTF-8" }
        // Capitals, for comparing: the names have no other case to lose.
        let name = String(
            decoding: head[(open + 1)..<close].map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 },
            as: UTF8.self)
        switch name {
        // Expat would have refused ASCII beyond 127; as UTF-8 it is checked as well.
        case "UTF-8", "UTF8", "US-ASCII", "ASCII": return "UTF-8"
        // A UTF-16 file was seen by its zeros: these bytes are UTF-8, whatever they say.
        case "UTF-16", "UTF-16LE", "UTF-16BE", "UCS-2": return "UTF-8"
        // GB18030 holds its two forerunners.
        case "GB2312", "GBK", "GB18030": return "GB18030"
        default:
            guard isAccepted(name) else { throw .unknownEncoding(name) }
            return name
        }
    }

    /// Single-byte sets only: a stateful encoding could hide markup from those who look at the
    /// bytes.
    private static func isAccepted(_ name: String) -> Bool {
        for family in ["ISO-8859-", "WINDOWS-125", "CP125"]
        where name.utf8.starts(with: family.utf8) {
            let rest = name.utf8.dropFirst(family.utf8.count)
            return (1...2).contains(rest.count) && rest.allSatisfy { (0x30...0x39).contains($0) }
        }
        return false
    }
}
