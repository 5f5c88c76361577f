import Ledger

/// Reads remittance advices, ASC X12 820 (004010) and UN/EDIFACT REMADV (D.96A), from a file in
/// pieces (what is made of them: docs/formats/edi.md).
///
/// Each transaction set or message is one ``RemittanceAdvice``, emitted at its end; others in the
/// interchange are left out with a finding. Never throws and never traps: whatever is wrong comes
/// out as a finding. Memory is one segment (64 KiB) and one advice (100,000 lines).
public struct EDIReader: Sendable {
    private var scanner = EDIScanner()
    private var assembly = EDIAssembly()

    public init() {}

    /// `EDI-820` or `REMADV`; empty until the first tag, and where there is none.
    public var format: String {
        switch scanner.syntax {
        case .x12: "EDI-820"
        case .edifact: "REMADV"
        case nil: ""
        }
    }

    /// Takes the next bytes of the file; `emit` is called in its order.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (AdviceEvent) -> Void) {
        scanner.feed(bytes) { assembly.take($0, emit) }
    }

    /// Ends the file. Then no more events come.
    public mutating func finish(emit: (AdviceEvent) -> Void) {
        scanner.finish { assembly.take($0, emit) }
        assembly.finish(scanner.syntax, emit)
    }
}

/// Hands segments to the syntax they are of, and what comes of them on.
private struct EDIAssembly: Sendable {
    private var x12 = X12Remittance()
    private var edifact = EdifactRemittance()
    private var log = EDILog()
    private var last = "segment 1"

    mutating func take(_ event: EDIScanner.Event, _ emit: (AdviceEvent) -> Void) {
        switch event {
        case .finding(let kind, let place, let value): log.note(kind, at: place, value)
        case .segment(let segment, .x12):
            last = segment.place
            x12.take(segment, &log)
        case .segment(let segment, .edifact):
            last = segment.place
            edifact.take(segment, &log)
        }
        flush(emit)
    }

    mutating func finish(_ syntax: EDIScanner.Syntax?, _ emit: (AdviceEvent) -> Void) {
        x12.finish(at: last, &log)
        edifact.finish(at: last, &log)
        if syntax != nil, !x12.hasAdvice, !edifact.hasAdvice { log.note(.noAdvice, at: last) }
        flush(emit)
    }

    private mutating func flush(_ emit: (AdviceEvent) -> Void) {
        if log.events.isEmpty { return }
        for event in log.events { emit(event) }
        log.events.removeAll(keepingCapacity: true)
    }
}

/// Reads a whole file of advices.
public func readAdvices(_ bytes: UnsafeRawBufferPointer) -> Parsed<AdviceFile> {
    var reader = EDIReader()
    var collector = AdviceCollector()
    reader.feed(bytes) { collector.add($0) }
    reader.finish { collector.add($0) }
    return collector.finish(format: reader.format)
}

/// Puts the events of an ``EDIReader`` together into one document, for `acquit read` and the tests.
public struct AdviceCollector {
    private var file = AdviceFile(format: "")
    private var findings: [Finding] = []

    public init() {}

    public mutating func add(_ event: AdviceEvent) {
        switch event {
        case .advice(let advice): file.advices.append(advice)
        case .finding(let finding): findings.append(finding)
        }
    }

    /// What has been read, of the exact `format`; empty where that never became known.
    public consuming func finish(format: String) -> Parsed<AdviceFile> {
        file.format = format
        return Parsed(file, findings: findings)
    }
}
