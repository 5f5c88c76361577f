/// Puts the events of a ``StatementReader`` together into one document, for `acquit read` and the
/// tests.
///
/// A statement that never ends, because the file is cut, stands with what was read of it.
public struct BankFileCollector {
    public private(set) var statements: [Statement] = []
    public private(set) var findings: [Finding] = []
    private var entries: [StatementEntry] = []
    private var open: Statement?

    public init() {}

    public mutating func add(_ event: StatementEvent) {
        switch event {
        case .opened(let statement):
            closeUnfinished()
            open = statement
        case .entry(let entry): entries.append(entry)
        case .closed(let statement):
            open = statement
            closeUnfinished()
        case .finding(let finding): findings.append(finding)
        }
    }

    /// What has been read, of the exact `format`; empty where that never became known.
    public consuming func finish(format: String) -> Parsed<BankFile> {
        closeUnfinished()
        var file = BankFile(format: format)
        file.statements = statements
        return Parsed(file, findings: findings)
    }

    private mutating func closeUnfinished() {
        guard var statement = open else { return }
        statement.entries = entries
        statements.append(statement)
        open = nil
        entries = []
    }
}

/// Reads a whole bank file with `reader`.
public func readBankFile(
    _ bytes: UnsafeRawBufferPointer, with reader: some StatementReader
) -> Parsed<BankFile> {
    var reader = reader
    var collector = BankFileCollector()
    reader.feed(bytes) { collector.add($0) }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}

public func readBankFile(_ bytes: [UInt8], with reader: some StatementReader) -> Parsed<BankFile> {
    bytes.withUnsafeBytes { readBankFile($0, with: reader) }
}
