import Formats

/// Whatever the bytes are, the reader comes to an end, and says the same however they are cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEDI(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    let whole = events(bytes, piece: max(count, 1))
    let cut = events(bytes, piece: 1 + Int(bytes.last ?? 0) % 17)
    precondition(whole == cut, "the same file read otherwise in pieces")
    return 0
}

private func events(_ bytes: UnsafeRawBufferPointer, piece: Int) -> [AdviceEvent] {
    var seen: [AdviceEvent] = []
    var reader = EDIReader()
    var at = 0
    while at < bytes.count {
        let end = min(at + piece, bytes.count)
        reader.feed(UnsafeRawBufferPointer(rebasing: bytes[at..<end])) { seen.append($0) }
        at = end
    }
    reader.finish { seen.append($0) }
    return seen
}
