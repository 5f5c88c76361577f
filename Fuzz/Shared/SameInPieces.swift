import Formats

/// Whatever the bytes are, the reader comes to an end, what it says can be printed, and it says the
/// same however the file is cut.
func saysTheSameInPieces<Reader: StatementReader>(
    _ start: UnsafePointer<UInt8>?, _ count: Int, _ make: () -> Reader
) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    _ = recognise(prefix: bytes)
    let whole = readBankFile(bytes, with: make())
    _ = readJSON(whole, file: "fuzz")

    var reader = make()
    var collector = BankFileCollector()
    let piece = 1 + (count + Int(bytes.last ?? 0)) % 61
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
