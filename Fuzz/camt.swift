/// libFuzzer over the camt reader: fed whole and in pieces, which must say the same, and printed as
/// JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCamt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    _ = recognise(prefix: bytes)
    let whole = readBankFile(bytes, with: CamtReader())
    _ = readJSON(whole, file: "fuzz")

    var reader = CamtReader()
    var collector = BankFileCollector()
    let piece = 1 + count % 61
    for at in stride(from: 0, to: count, by: piece) {
        let part = UnsafeRawBufferPointer(rebasing: bytes[at..<min(at + piece, count)])
        reader.feed(part) { collector.add($0) }
    }
    reader.finish { collector.add($0) }
    let pieces = collector.finish(format: reader.format)
    precondition(pieces.document == whole.document, "pieces are read otherwise than the whole")
    precondition(pieces.findings == whole.findings, "pieces have other findings than the whole")
    return 0
}
