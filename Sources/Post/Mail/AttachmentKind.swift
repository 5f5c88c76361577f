import Formats

/// What an attachment is, by its first bytes; by its declared type only where they say nothing.
enum AttachmentKind: Equatable {
    case pdf, workbook, table, text, edi, archive, image, tnef, sealed, unknown
    /// A file that is read by itself, of that kind.
    case otherFile(String)

    init(_ bytes: [UInt8], type: String) {
        self = bytes.withUnsafeBytes { Self.kind($0, type: type) }
    }

    private static func kind(_ bytes: UnsafeRawBufferPointer, type: String) -> AttachmentKind {
        // Which stands for "beyond the limits" too: that was said.
        if bytes.isEmpty { return .unknown }
        let begins = { (mark: [UInt8]) in bytes.starts(with: mark) }
        if begins([0x78, 0x9F, 0x3E, 0x22]) { return .tnef }
        if sealedTypes.contains(type) || begins(Array("-----BEGIN PGP MESSAGE-----".utf8)) {
            return .sealed
        }
        if WorkbookReader.isWorkbook(prefix: UnsafeRawBufferPointer(rebasing: bytes.prefix(4096))) {
            return .workbook
        }
        if archives.contains(where: begins) { return .archive }
        if type.hasPrefix("image/") || images.contains(where: begins) { return .image }
        switch recognise(prefix: bytes) {
        case .pdf: return .pdf
        case .csv: return .table
        case .edi: return .edi
        case .mail: return .unknown
        case let kind?: return .otherFile(kind.rawValue)
        case nil: break
        }
        return type == "text/plain" ? .text : .unknown
    }

    private static let sealedTypes = ["application/pkcs7-mime", "application/x-pkcs7-mime"]

    private static let archives: [[UInt8]] = [
        [0x50, 0x4B, 3, 4], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B],
    ]

    private static let images: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
        [0x4D, 0x4D, 0, 0x2A],
    ]
}
