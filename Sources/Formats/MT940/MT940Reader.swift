import Ledger

/// Reads MT940 customer statements and MT942 interim reports (SWIFT User Handbook, category 9;
/// what banks make of them: docs/formats/mt940.md) from a file in pieces.
///
/// Each message is one ``Statement``, whose `sequence` is `number/page` as `:28C:` has it. An
/// entry is emitted once its `:86:` is complete. Entries of an MT942 are pending: the MT940 of the
/// day books them.
public struct MT940Reader: StatementReader {
    private var lines = TextLines()
    private var assembly = MT940Assembly()
    /// A `-` that ends the message, unless the next line shows that it was a broken line of `:86:`.
    private var dash = false
    /// Of lines outside of any message that follow each other only the first is told.
    private var outside = false
    /// Inside a SWIFT message of a type that is not read.
    private var foreign = false

    public init() {}

    /// `MT940`, or `MT942` where the first message is one.
    public var format: String { assembly.isInterim ? "MT942" : "MT940" }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        var lines = TextLines()
        swap(&lines, &self.lines)
        lines.feed(bytes) { line($0, $1, $2, emit) }
        swap(&lines, &self.lines)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var lines = TextLines()
        swap(&lines, &self.lines)
        lines.finish { line($0, $1, $2, emit) }
        assembly.endMessage(emit)
        if assembly.messages == 0 { assembly.report(.noMessage, 1, nil, emit) }
    }

    private mutating func line(
        _ whole: ByteRun, _ number: Int, _ cut: Bool, _ emit: (StatementEvent) -> Void
    ) {
        if cut { assembly.report(.lineTooLong, number, whole, emit) }
        // A byte order mark, or the control bytes some hosts put around a message.
        var line = whole
        if line.has("\u{FEFF}") { line = line.from(3) }
        while line[0] < 0x20, line[0] != 0x09, !line.isEmpty { line = line.from(1) }
        if MT940Header.begins(line) {
            header(line, number, emit)
        } else if foreign {
            if line.has("-}") { foreign = false }
        } else {
            text(line, number, emit)
        }
    }

    private mutating func header(
        _ line: ByteRun, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        dash = false
        guard let header = MT940Header(line) else { return }
        if header.begins { assembly.endMessage(emit) }
        if let type = header.type {
            foreign = header.isForeign
            assembly.expectInterim(type == 942)
            if foreign {
                assembly.report(.otherMessage, number, line, emit)
                if line.index(of: "-}") != nil { foreign = false }
            }
        }
        if let rest = header.text, !foreign { text(rest, number, emit) }
    }

    /// A line of the message's text, or outside of any message.
    private mutating func text(
        _ line: ByteRun, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        let tagged = MT940Tag.read(line)
        if dash {
            if line.isEmpty { return }
            dash = false
            switch tagged?.tag {
            case .line, .details, .closing: assembly.add(.dash)
            default: assembly.endMessage(emit)
            }
        }
        if let (tag, length) = tagged, !assembly.isText(tag, line) {
            outside = false
            assembly.begin(
                tag, page: line[3] == UInt8(ascii: "M"), line.from(length), number, emit)
        } else if assembly.ends(with: line) {
            if line.has("-}") {
                assembly.endMessage(emit)
                header(line.from(2), number, emit)
            } else if assembly.tag == .details, !assembly.message.hasClosing {
                dash = true
            } else {
                assembly.endMessage(emit)
            }
        } else if assembly.message.isOpen {
            if !line.isEmpty { assembly.add(line) }
        } else if !line.trimmed.isEmpty {
            stray(line.trimmed, number, emit)
        }
    }

    /// A line before, between or after messages. Banks put sender and type there (`ABNANL2A`,
    /// `940`), which tell us only the type.
    private mutating func stray(
        _ line: ByteRun, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        if line.has("940") || line.has("942"), !line[3].isDigit {
            assembly.expectInterim(line.has("942"))
        }
        var plain = line.count <= 40
        for byte in line.buffer
        where !byte.isDigit && !byte.isCapital && byte != 0x20 && byte != 0x2D {
            plain = false
        }
        if !plain, !outside {
            outside = true
            assembly.report(.lineOutside, number, line, emit)
        }
    }
}
