import CExpat
import Ledger

/// Reads the bank-to-customer messages of ISO 20022: report (camt.052), statement (camt.053) and
/// notification (camt.054), versions .001.01 to .001.14, of any size, in memory that does not grow
/// with the file.
///
/// What is read and what is passed over stands in docs/formats/camt.md.
public struct CamtReader: StatementReader {
    /// `camt.053.001.08`; empty until the message has begun.
    public var format: String { parser?.document.pointee.format ?? "" }

    private let limits: CamtLimits
    private let parser: CamtParser?
    private var decoder = XMLDecoder()
    private var size = 0
    private var isFinished = false

    public init() { self.init(limits: CamtLimits()) }

    init(limits: CamtLimits) {
        self.limits = limits
        parser = CamtParser(limits: limits)
    }

    public mutating func feed(
        _ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void
    ) {
        guard let parser, !isFinished else { return }
        size += bytes.count
        let isTooLarge = size > limits.file
        parser.speaking(emit) { document in
            guard !isTooLarge else { return document.pointee.refuse(.fileTooLarge) }
            if let failure = decoder.decode(bytes, into: parser.parse) {
                document.pointee.refuse(failure)
            }
        }
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        guard let parser, !isFinished else { return }
        isFinished = true
        parser.speaking(emit) { document in
            if let failure = decoder.finish(into: parser.parse) {
                document.pointee.refuse(failure)
            }
            parser.finish()
            document.pointee.finish()
        }
    }
}
