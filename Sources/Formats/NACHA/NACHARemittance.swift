import Ledger

/// The payment related information of an entry: the addenda 05 (17 of IAT), each of 80 columns, and
/// what they are when joined: often segments of X12 820 without their envelope, or all of it.
struct NACHARemittance {
    private var joined: [UInt8] = []
    private var lines: [String] = []

    mutating func add(_ record: NACHARecord) {
        let field = record.whole(4...83)
        // One blank in the last column may part two words; more of them fill up a record that its
        // sender did not.
        var length = field.count
        while length > 0, field[length - 1] <= 0x20 { length -= 1 }
        joined.append(contentsOf: field.upTo(length == 79 ? field.count : length).buffer)
        if let text = NACHARecord.text(field) { lines.append(text) }
    }

    /// Where there are segments RMR, a line of remittance is a segment, whatever the addenda cut,
    /// and each RMR is a document; else a line is the text of one addenda.
    func complete(_ detail: inout PaymentDetail) {
        if lines.isEmpty { return }
        let found = joined.withUnsafeBufferPointer { Self.read(ByteRun($0)) }
        guard let found else {
            detail.remittance += lines
            return
        }
        detail.documents = found.documents
        detail.remittance += found.segments
    }

    private static func read(
        _ joined: ByteRun
    ) -> (documents: [PaymentDetail.ReferredDocument], segments: [String])? {
        guard let first = joined.index(of: "RMR") else { return nil }
        let element = joined[first + 3]
        let text = joined.trimmed
        let isWhole = text.has("ISA")
        let terminator = isWhole ? Self.terminator(ofHeader: text) : Self.terminator(text)
        guard element > 0x20, !element.isLetter, !element.isDigit, element != terminator else {
            return nil
        }
        var reader = isWhole ? EDIReader() : Self.reader(element, terminator)
        var documents: [PaymentDetail.ReferredDocument] = []
        let take = { (event: AdviceEvent) in
            // The envelope is the sender's affair: of the findings none is about money.
            if case .advice(let advice) = event { documents += advice.lines.map(document) }
        }
        reader.feed(UnsafeRawBufferPointer(text.buffer), emit: take)
        reader.finish(emit: take)
        if documents.isEmpty { return nil }
        return (documents, Self.segments(text, terminator))
    }

    private static func document(_ line: AdviceLine) -> PaymentDetail.ReferredDocument {
        let type =
            switch line.type {
            case "IV": "CINV"
            case "CM": "CREN"
            case "DM": "DEBN"
            default: line.type
            }
        return .init(
            type: type, number: line.number, amount: line.net ?? line.adjustment ?? line.gross)
    }

    /// Segments end in `\`, as Nacha's conventions have it, or `~`.
    private static func terminator(_ text: ByteRun) -> UInt8 {
        for byte in text.buffer where byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "~") {
            return byte
        }
        return UInt8(ascii: "~")
    }

    /// Of an interchange header, the byte behind the one behind its sixteenth separator.
    private static func terminator(ofHeader text: ByteRun) -> UInt8 {
        var at = 3
        for _ in 1..<16 { at = text.index(of: text[3], after: at + 1) ?? text.count }
        return text[at + 2]
    }

    /// A reader that has an interchange header, which says the separators, and the beginning of an
    /// 820 behind it. The usual two are made once.
    private static func reader(_ element: UInt8, _ terminator: UInt8) -> EDIReader {
        switch (element, terminator) {
        case (UInt8(ascii: "*"), UInt8(ascii: "\\")): byConvention
        case (UInt8(ascii: "*"), UInt8(ascii: "~")): withTilde
        default: begun(element, terminator)
        }
    }

    private static let byConvention = begun(UInt8(ascii: "*"), UInt8(ascii: "\\"))
    private static let withTilde = begun(UInt8(ascii: "*"), UInt8(ascii: "~"))

    private static func begun(_ element: UInt8, _ terminator: UInt8) -> EDIReader {
        let component = element == UInt8(ascii: ">") ? UInt8(ascii: ":") : UInt8(ascii: ">")
        var header = Array("ISA".utf8)
        for width in [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1] {
            header.append(element)
            header.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
        }
        header += [element, component, terminator]
        header += Array("ST".utf8) + [element] + Array("820".utf8)
        header += [element, UInt8(ascii: "0"), terminator]
        var reader = EDIReader()
        header.withUnsafeBytes { reader.feed($0) { _ in } }
        return reader
    }

    private static func segments(_ text: ByteRun, _ terminator: UInt8) -> [String] {
        var segments: [String] = []
        var at = 0
        while at < text.count {
            let stop = text.index(of: terminator, after: at) ?? text.count
            if let segment = NACHARecord.text(text.part(at, stop)) { segments.append(segment) }
            at = stop + 1
        }
        return segments
    }
}
