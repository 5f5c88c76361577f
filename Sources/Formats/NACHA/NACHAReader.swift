import Ledger

/// Reads files of the US Automated Clearing House (Nacha Operating Rules, appendix on record
/// formats; what is made of them: docs/formats/nacha.md) from a file in pieces.
///
/// Each batch is one ``Statement`` without balances. Its `id` is the batch number and the company
/// identification, `0000001/1234567890`, its `sequence` the modifier that tells the files of a day
/// apart, its `account` that of the receiver where all entries have the same, known when it is
/// closed. An entry with its addenda is one entry, whose `code` is the standard entry class and the
/// transaction code, `CCD/22`. Amounts are in US dollars, as the receiver's account has them:
/// credits positive.
public struct NACHAReader: StatementReader {
    private var lines = NACHALines()
    private var assembly = NACHAAssembly()

    public init() {}

    public var format: String { "NACHA" }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        var lines = NACHALines()
        swap(&lines, &self.lines)
        lines.feed(bytes) { assembly.take($0, emit) }
        swap(&lines, &self.lines)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var lines = NACHALines()
        swap(&lines, &self.lines)
        lines.finish { assembly.take($0, emit) }
        assembly.finish(emit)
    }
}

/// Hands records to the books, and what was found in them on.
private struct NACHAAssembly {
    private var books = NACHABooks()
    private var log = NACHALog()

    mutating func take(_ line: NACHALines.Line, _ emit: (StatementEvent) -> Void) {
        log.place = line.place
        let record = NACHARecord(line.bytes)
        if record.isBlank { return }
        record.checkLength(isCut: line.isCut, &log)
        books.take(record, &log, emit)
        flush(emit)
    }

    mutating func finish(_ emit: (StatementEvent) -> Void) {
        books.finish(&log, emit)
        flush(emit)
    }

    private mutating func flush(_ emit: (StatementEvent) -> Void) {
        if log.findings.isEmpty { return }
        for finding in log.findings { emit(.finding(finding)) }
        log.findings.removeAll(keepingCapacity: true)
    }
}
