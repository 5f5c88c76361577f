import Formats

/// Whatever the bytes are, the reader comes to an end, and says the same however they are cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOFX(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    let whole = events(bytes, piece: max(count, 1))
    let cut = events(bytes, piece: 1 + Int(bytes.last ?? 0) % 17)
    precondition(whole == cut, "the same file read otherwise in pieces")
    return 0
}

private func events(_ bytes: UnsafeRawBufferPointer, piece: Int) -> [String] {
    var seen: [String] = []
    var reader = OFXReader()
    func take(_ event: StatementEvent) {
        switch event {
        case .opened(let statement): seen.append("opened \(statement.account)")
        case .entry(let entry): seen.append("\(entry)")
        case .closed(let statement): seen.append("closed \(statement)")
        case .finding(let finding):
            seen.append("\(finding.code) \(finding.place) \(finding.value ?? "")")
        }
    }
    var at = 0
    while at < bytes.count {
        let end = min(at + piece, bytes.count)
        reader.feed(UnsafeRawBufferPointer(rebasing: bytes[at..<end]), emit: take)
        at = end
    }
    reader.finish(emit: take)
    return seen
}
