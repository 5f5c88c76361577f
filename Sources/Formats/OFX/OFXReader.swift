import Ledger

/// Reads OFX and QFX statements, versions 1.x (SGML) and 2.x (XML), of bank accounts and credit
/// cards (OFX 1.6 and 2.2, chapter 11) from a file in pieces.
///
/// Each `STMTRS` and `CCSTMTRS` is one ``Statement``: amounts as they are signed, credits positive.
/// OFX has no opening balance. What is read and what is passed over: docs/formats/ofx.md.
public struct OFXReader: StatementReader {
    private var decoder = XMLDecoder()
    private var scanner = OFXScanner()
    private var document = OFXDocument()
    private var isFinished = false

    public init() {}

    public var format: String { "OFX" }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        if isFinished || document.stopped { return }
        var decoder = XMLDecoder()
        swap(&decoder, &self.decoder)
        let failure = decoder.decode(bytes) { scan($0, emit) }
        swap(&decoder, &self.decoder)
        if let failure { refuse(failure, emit) }
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        if isFinished { return }
        isFinished = true
        if document.stopped { return }
        var decoder = XMLDecoder()
        swap(&decoder, &self.decoder)
        if let failure = decoder.finish(into: { scan($0, emit) }) { refuse(failure, emit) }
        document.finish(line: scanner.line, emit)
    }

    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, _ emit: (StatementEvent) -> Void
    ) {
        scanner.feed(ByteRun(bytes.bindMemory(to: UInt8.self)), &document, emit)
    }

    private mutating func refuse(
        _ failure: DecodingFailure, _ emit: (StatementEvent) -> Void
    ) {
        switch failure {
        case .unknownEncoding(let name):
            document.refuse(.encodingUnknown, scanner.line, detail: name, emit)
        case .broken(let offset):
            document.refuse(.encodingBroken, scanner.line, detail: "byte \(offset)", emit)
        }
    }
}
