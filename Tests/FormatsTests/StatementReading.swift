import Formats
import Ledger

/// A reader that needs nothing to begin.
protocol PlainReader: StatementReader { init() }

extension MT940Reader: PlainReader {}
extension BAI2Reader: PlainReader {}
extension LockboxReader: PlainReader {}
extension OFXReader: PlainReader {}

typealias MT940Reading = StatementReading<MT940Reader>
typealias BAI2Reading = StatementReading<BAI2Reader>
typealias LockboxReading = StatementReading<LockboxReader>
typealias OFXReading = StatementReading<OFXReader>

/// Gives a file in pieces of `size` bytes, the last one perhaps shorter.
func inPieces(_ bytes: [UInt8], of size: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { all in
        var rest = all[...]
        while !rest.isEmpty {
            let next = rest.prefix(size)
            body(UnsafeRawBufferPointer(rebasing: next))
            rest = rest.dropFirst(next.count)
        }
    }
}

/// A file read whole, or in pieces of `piece` bytes.
struct StatementReading<Reader: StatementReader>: Equatable {
    let format: String
    let statements: [Statement]
    let findings: [Finding]

    var entries: [StatementEntry] { statements.flatMap(\.entries) }
    var codes: [String] { findings.map(\.code) }
    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    init(_ bytes: [UInt8], piece: Int = .max, with reader: Reader) {
        var reader = reader
        var collector = BankFileCollector()
        inPieces(bytes, of: piece) { part in reader.feed(part) { collector.add($0) } }
        reader.finish { collector.add($0) }
        let parsed = collector.finish(format: reader.format)
        format = parsed.document.format
        statements = parsed.document.statements
        findings = parsed.findings
    }
}

extension StatementReading where Reader: PlainReader {
    init(_ text: String, piece: Int = .max) { self.init(Array(text.utf8), piece: piece) }

    init(_ bytes: [UInt8], piece: Int = .max) {
        self.init(bytes, piece: piece, with: Reader())
    }
}

extension StatementEntry {
    var detail: PaymentDetail { details.first ?? PaymentDetail() }
    var other: PaymentDetail.Party { detail.payer ?? detail.payee ?? PaymentDetail.Party() }
    func references(_ type: String) -> [String] {
        detail.references.filter { $0.type == type }.map(\.value)
    }
}
