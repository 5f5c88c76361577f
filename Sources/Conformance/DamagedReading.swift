import Formats
import Profiles

/// The readers of this process; what is read in one of its own (mails, PDF) has none here.
enum DamagedReading: Hashable {
    case statement(FileKind)
    case payments, advices, extract

    /// The reader that recognises the bytes, as the import chooses it.
    init?(recognising bytes: UnsafeRawBufferPointer) {
        switch recognise(prefix: bytes) {
        case .mail, .pdf: return nil
        case .pain: self = .payments
        case .edi: self = .advices
        case .csv, nil:
            let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 20))
            if ExtractKind.recognise(start: start) != nil {
                self = .extract
            } else if recognise(prefix: bytes) == .csv
                || ProfileReader.fits(start: start, Self.profiles)
            {
                self = .statement(.csv)
            } else {
                return nil
            }
        case let kind?: self = .statement(kind)
        }
    }

    private static let profiles = ProfileShelf.builtIn.profiles

    /// Reads the bytes to their end, and forgets what they say.
    func read(_ bytes: UnsafeRawBufferPointer) {
        switch self {
        case .payments:
            var reader = PainReader()
            reader.feed(bytes) { _ in }
            reader.finish { _ in }
        case .advices:
            var reader = EDIReader()
            reader.feed(bytes) { _ in }
            reader.finish { _ in }
        case .extract:
            var reader = ExtractReader()
            reader.feed(bytes) { _ in }
            reader.finish { _ in }
        case .statement(let kind):
            guard var reader = Self.reader(of: kind) else { return }
            reader.feed(bytes) { _ in }
            reader.finish { _ in }
        }
    }

    private static func reader(of kind: FileKind) -> (any StatementReader)? {
        switch kind {
        case .camt: CamtReader()
        case .mt940: MT940Reader()
        case .bai2: BAI2Reader()
        case .lockbox: LockboxReader()
        case .nacha: NACHAReader()
        case .ofx: OFXReader()
        case .csv: ProfileReader(profiles)
        case .xlsx: WorkbookTables(profiles)
        case .mail, .pdf, .pain, .edi: nil
        }
    }
}
