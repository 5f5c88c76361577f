// Fuzzes the reader of ERP extracts: never a trap, and the same answer however the file is cut into
// pieces.
import Formats
import Ledger

private struct Heard: Equatable {
    var rows: [ExtractRow] = []
    var findings: [Finding] = []
    var rejected: [Int] = []

    mutating func take(_ event: ExtractEvent) {
        switch event {
        case .header: break
        case .row(let row): rows.append(row)
        case .finding(let finding): findings.append(finding)
        case .rejected(_, let line): rejected.append(line)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtracts(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    var whole = Heard()
    var reader = ExtractReader()
    reader.feed(bytes) { whole.take($0) }
    reader.finish { whole.take($0) }

    // The first byte says how long the pieces are.
    var pieces = Heard()
    var second = ExtractReader()
    let length = Int(bytes.first ?? 1) % 31 + 1
    var place = 0
    while place < count {
        let end = min(place + length, count)
        second.feed(UnsafeRawBufferPointer(rebasing: bytes[place..<end])) { pieces.take($0) }
        place = end
    }
    second.finish { pieces.take($0) }
    precondition(whole == pieces, "pieces of \(length) read otherwise than the whole")

    // Terms read back as they are written.
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    if let terms = PaymentTerms(text) {
        precondition(PaymentTerms(terms.description) == terms, "terms \(text)")
        _ = terms.dueOn(from: Day(number: 20_000))
    }
    return 0
}
