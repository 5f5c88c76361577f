/// Reads the payment messages of ISO 20022 between customer and bank: orders to pay (pain.001) and
/// to collect (pain.008), and the answers to them (pain.002), of any size, in memory that hardly
/// grows with the file: eight bytes for each of a million ids.
///
/// What is read and what is passed over stands in docs/formats/pain.md.
public struct PainReader {
    /// `pain.001.001.09`; empty until the message has begun.
    public var format: String { reading?.message.pointee.format ?? "" }

    private let reading: XMLReading<PainDocument>?

    public init() { self.init(limits: PainLimits()) }

    init(limits: PainLimits) {
        reading = XMLReading(tree: PainDocument.tree, limits: limits.xml) {
            PainDocument($0, limits: limits)
        }
    }

    /// `emit` is called in file order. After ``finish(emit:)`` no more events come; whatever is
    /// wrong comes out as a finding.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (PaymentEvent) -> Void) {
        reading?.feed(bytes, emit: emit)
    }

    public mutating func finish(emit: (PaymentEvent) -> Void) { reading?.finish(emit: emit) }
}

/// Puts the events of a ``PainReader`` together into one document, for `acquit read` and the tests.
public struct PaymentCollector {
    private var order: PaymentOrderFile?
    private var status: PaymentStatusFile?
    private var findings: [Finding] = []

    public init() {}

    public mutating func add(_ event: PaymentEvent) {
        switch event {
        case .order(let head):
            order = PaymentOrderFile()
            order?.head = head
        case .group(let group): order?.groups.append(group)
        case .transfer(let transfer):
            guard let last = order?.groups.indices.last else { return }
            order?.groups[last].transfers.append(transfer)
        case .status(let head):
            status = PaymentStatusFile()
            status?.head = head
        case .groupStatus(let group): status?.groups.append(group)
        case .transferStatus(let transfer):
            guard let last = status?.groups.indices.last else { return }
            status?.groups[last].transfers.append(transfer)
        case .finding(let finding): findings.append(finding)
        }
    }

    /// What has been read, of the exact `format`; empty where that never became known.
    public consuming func finish(format: String) -> Parsed<PaymentFile> {
        var file = PaymentFile(format: format)
        file.order = order
        file.status = status
        return Parsed(file, findings: findings)
    }
}

/// Reads a whole file of payments.
public func readPayments(_ bytes: [UInt8]) -> Parsed<PaymentFile> {
    var reader = PainReader()
    var collector = PaymentCollector()
    bytes.withUnsafeBytes { reader.feed($0) { collector.add($0) } }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}
