/// Reads the bank-to-customer messages of ISO 20022: report (camt.052), statement (camt.053) and
/// notification (camt.054), versions .001.01 to .001.14, of any size, in memory that does not grow
/// with the file.
///
/// What is read and what is passed over stands in docs/formats/camt.md.
public struct CamtReader: StatementReader {
    /// `camt.053.001.08`; empty until the message has begun.
    public var format: String { reading?.message.pointee.format ?? "" }

    private let reading: XMLReading<CamtDocument>?

    public init() { self.init(limits: CamtLimits()) }

    init(limits: CamtLimits) {
        reading = XMLReading(tree: CamtDocument.tree, limits: limits.xml) {
            CamtDocument($0, limits: limits)
        }
    }

    public mutating func feed(
        _ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void
    ) {
        reading?.feed(bytes, emit: emit)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) { reading?.finish(emit: emit) }
}
