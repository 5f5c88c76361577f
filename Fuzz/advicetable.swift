import Formats

/// Whatever a mail says, looking for advices in it comes to an end, says the same twice, and what
/// it says can be printed. The first byte tells how the text comes: as a body, as two pages, as
/// cells.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAdviceTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let form = bytes.first else { return 0 }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let sources: [AdviceSource]
    switch form % 3 {
    case 0: sources = [AdviceSource(name: "body", content: .text(text))]
    case 1:
        let half = text.unicodeScalars.count / 2
        var first = String.UnicodeScalarView()
        first.append(contentsOf: text.unicodeScalars.prefix(half))
        var second = String.UnicodeScalarView()
        second.append(contentsOf: text.unicodeScalars.dropFirst(half))
        sources = [
            AdviceSource(name: "avis.pdf page 1", content: .text(String(first))),
            AdviceSource(name: "avis.pdf page 2", content: .text(String(second))),
        ]
    default:
        let rows = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { row in
            row.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        sources = [AdviceSource(name: "remit.xlsx Sheet1", content: .rows(rows))]
    }
    let found = findAdvices(in: sources)
    let again = findAdvices(in: sources)
    precondition(found.document == again.document, "the same sources give other advices")
    precondition(found.findings == again.findings, "the same sources give other findings")
    precondition(found.findings.count <= 1_001, "more findings than are listed")
    for advice in found.document {
        precondition(!advice.lines.isEmpty, "an advice of nothing")
        for line in advice.lines {
            precondition(line.number != nil, "a line without a document")
            precondition((line.text?.utf8.count ?? 0) <= 2_000, "a text that is too long")
        }
    }
    var file = AdviceFile(format: "mail")
    file.advices = found.document
    _ = readJSON(Parsed(file, findings: found.findings), file: "fuzz")
    return 0
}
