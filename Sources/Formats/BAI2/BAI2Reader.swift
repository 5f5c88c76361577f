import Ledger

/// Reads BAI2 statements (Cash Management Balance Reporting Specifications, Version 2, of the Bank
/// Administration Institute; with ASC X9 since 2008; what banks make of them:
/// docs/formats/bai2.md) from a file in pieces.
///
/// Each account of a group (record 03) is one ``Statement`` of the group's as-of day, each
/// transaction (record 16) one entry, whose `code` is its type of three digits. An entry is emitted
/// once its continuations (record 88) are complete.
public struct BAI2Reader: StatementReader {
    private var lines = BAI2Lines()
    private var assembly = BAI2Assembly()

    public init() {}

    public var format: String { "BAI2" }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        var lines = BAI2Lines()
        swap(&lines, &self.lines)
        lines.feed(bytes) { assembly.take($0, emit) }
        swap(&lines, &self.lines)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var lines = BAI2Lines()
        swap(&lines, &self.lines)
        lines.finish { assembly.take($0, emit) }
        assembly.finish(emit)
    }
}
