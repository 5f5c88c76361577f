/// Reads lockbox files (Lockbox Communications Standards for Banks, of the Bank Administration
/// Institute; what banks make of them: docs/formats/lockbox.md) from a file in pieces.
///
/// Each batch of a lockbox is one ``Statement`` without balances: `account` is the number of the
/// lockbox (not of a bank account), `id` that number, the day of deposit and the batch. Each check
/// (record 6) is one entry of code `LOCKBOX`, emitted once its overflow lines (record 4) are
/// complete. Amounts are US dollars.
public struct LockboxReader: StatementReader {
    private var lines = TextLines()
    private var assembly = LockboxAssembly()

    public init() {}

    public var format: String { "lockbox" }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        var lines = TextLines()
        swap(&lines, &self.lines)
        lines.feed(bytes) { assembly.take($0, $1, isCut: $2, emit) }
        swap(&lines, &self.lines)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var lines = TextLines()
        swap(&lines, &self.lines)
        lines.finish { assembly.take($0, $1, isCut: $2, emit) }
        assembly.finish(lastLine: lines.number, emit)
    }
}
