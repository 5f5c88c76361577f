import Formats

/// Whatever the bytes are, the reader comes to an end, says the same however they are cut, and what
/// it says can be printed and written; what was written is read without an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPain(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    _ = recognise(prefix: bytes)
    let whole = read(bytes, piece: max(count, 1))
    let pieces = read(bytes, piece: 1 + (count + Int(bytes.last ?? 0)) % 61)
    precondition(pieces.document == whole.document, "pieces are read otherwise than the whole")
    precondition(pieces.findings == whole.findings, "pieces have other findings than the whole")
    _ = readJSON(whole, file: "fuzz")
    // One way of writing each time, so that more files are tried.
    var writing = PaymentWriting()
    writing.signs = count % 2 == 0 ? .kept : .latin
    let isOld = (bytes.last ?? 0) % 2 == 0
    if let order = whole.document.order {
        check(PaymentOrderWriter(isOld ? .v03 : .v09, writing: writing).write(order).bytes)
    }
    if let status = whole.document.status {
        check(PaymentStatusWriter(isOld ? .v03 : .v10, writing: writing).write(status).bytes)
    }
    return 0
}

private func read(_ bytes: UnsafeRawBufferPointer, piece: Int) -> Parsed<PaymentFile> {
    var reader = PainReader()
    var collector = PaymentCollector()
    for at in stride(from: 0, to: bytes.count, by: piece) {
        let part = UnsafeRawBufferPointer(rebasing: bytes[at..<min(at + piece, bytes.count)])
        reader.feed(part) { collector.add($0) }
    }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}

private func check(_ written: [UInt8]?) {
    guard let written else { return }
    let again = readPayments(written)
    precondition(again.isClean, "what was written is wrong: \(again.findings)")
}
