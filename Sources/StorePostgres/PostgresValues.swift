internal import CPQ
import Store

/// The values of one statement as libpq takes them: one block of bytes, and where each begins.
/// Numbers and texts go as text, blobs as they are.
struct PostgresValues {
    /// OIDs of bytea, int8 and text in pg_type; 0 leaves the type of a NULL to the server.
    let types: [Oid]
    private var bytes: [CChar] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [Value]) throws(Fault) {
        types = values.map { value in
            switch value {
            case .null: 0
            case .int: 20
            case .text: 25
            case .blob: 17
            }
        }
        for value in values {
            starts.append(value == .null ? nil : bytes.count)
            switch value {
            case .null: break
            case .int(let int): bytes += "\(int)".utf8CString
            case .text(let text):
                let before = bytes.count
                bytes += text.utf8CString
                if bytes.count - before != text.utf8.count + 1 || text.utf8.contains(0) {
                    throw Fault.nulInText
                }
            case .blob(let blob):
                blob.withUnsafeBytes { bytes += $0.bindMemory(to: CChar.self) }
            }
            let isBlob = if case .blob = value { true } else { false }
            lengths.append(
                isBlob ? Int32(clamping: bytes.count - (starts.last.flatMap(\.self) ?? 0)) : 0)
            formats.append(isBlob ? 1 : 0)
        }
        // An empty blob at the end still needs an address.
        bytes.append(0)
    }

    func send(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>
        ) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBufferPointer { block in
            let pointers = starts.map { start in
                start.flatMap { block.baseAddress?.advanced(by: $0) }
            }
            return body(Int32(starts.count), pointers, lengths, formats)
        }
    }
}
