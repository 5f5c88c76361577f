import Ledger

/// Reads MT940 customer statements and MT942 interim reports (SWIFT User Handbook, category 9; what banks
/// make of them: docs/formats/mt940.md) from a file in pieces.
///
/// Each message is one ``Statement``, whose `sequence` is `number/page` as `:28C:` has it. An entry is
/// emitted once its `:86:` is complete. Entries of an MT942 are pending: the MT940 of the day books them.
public struct MT940Reader: StatementReader {
    /// `MT940`, or `MT942` where the first message is one.
    public private(set) var format = "MT940"

    private var lines = MT940Lines()
    private var message = MT940Message()
    private var seen = Seen()
    private var scratch = MT940Scratch()

    /// The field that is being read, without its tag, its lines joined by LF.
    private var field: [UInt8] = []
    private var tag: MT940Tag?
    private var fieldLine = 0
    private var fieldCut = false
    /// A `-` that ends the message, unless the next line shows that it was a broken line of `:86:`.
    private var dash = false

    private struct Seen {
        var messages = 0
        var findings = 0
        /// Of two lines outside of any message that follow each other only the first is told.
        var outside = false
        /// Inside a SWIFT message of a type that is not read.
        var foreign = false
        var interim: Bool?
    }

    public init() {}

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        var lines = MT940Lines()
        swap(&lines, &self.lines)
        lines.feed(bytes) { line($0, $1, $2, emit) }
        swap(&lines, &self.lines)
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var lines = MT940Lines()
        swap(&lines, &self.lines)
        lines.finish { line($0, $1, $2, emit) }
        endMessage(emit)
        if seen.messages == 0 { report(.noMessage, 1, nil, emit) }
    }

    private mutating func line(
        _ whole: MT940Bytes, _ number: Int, _ cut: Bool, _ emit: (StatementEvent) -> Void
    ) {
        if cut { report(.lineTooLong, number, whole, emit) }
        var line = whole
        // A byte order mark, or the control bytes some hosts put around a message.
        if line.has("\u{FEFF}") { line = line.from(3) }
        while line[0] < 0x20, line[0] != 0x09, !line.isEmpty { line = line.from(1) }
        if line[0] == UInt8(ascii: "{"), MT940Header.begins(line) {
            header(line, number, emit)
            return
        }
        if seen.foreign {
            if line.has("-}") { seen.foreign = false }
            return
        }
        let tagged = MT940Tag.read(line)
        if dash {
            dash = false
            switch tagged?.tag {
            case .line, .details, .closing: add(MT940Bytes.dash)
            default:
                if line.isEmpty {
                    dash = true
                    return
                }
                endMessage(emit)
            }
        }
        if let (tag, length) = tagged, !isText(tag, line) {
            begin(tag, line.from(length), number, emit)
        } else if line[0] == UInt8(ascii: "-"), message.isOpen, isEnd(line) {
            if line.has("-}") {
                endMessage(emit)
                header(line.from(2), number, emit)
            } else if tag == .details, !message.hasClosing {
                dash = true
            } else {
                endMessage(emit)
            }
        } else if message.isOpen {
            if !line.isEmpty { add(line) }
        } else if !line.trimmed.isEmpty {
            outside(line, number, emit)
        }
    }

    /// A `-` alone; behind the closing balance any line that begins with one (ING writes `-XXX`).
    private func isEnd(_ line: MT940Bytes) -> Bool {
        line.has("-}") || line.trimmed.count == 1 || (message.hasClosing && tag != .details)
            || (message.hasClosing && line.count <= 8)
    }

    /// Whether a line that looks like a field is the rest of a time broken at the column: `14` `:20:33`.
    private func isText(_ tag: MT940Tag, _ line: MT940Bytes) -> Bool {
        guard self.tag == .details, !message.hasClosing, let last = field.last, last.isDigit else {
            return tag == .unknown && self.tag == .details && !message.hasClosing
        }
        switch tag {
        case .reference, .relatedReference, .account, .number:
            return line[3] == UInt8(ascii: ":") && line[4] >= 0x30 && line[4] <= 0x35
                && line[5].isDigit && !line[6].isDigit
        case .unknown: return true
        default: return false
        }
    }

    private mutating func header(
        _ line: MT940Bytes, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        guard let header = MT940Header(line) else { return }
        if header.begins { endMessage(emit) }
        if let type = header.type {
            seen.foreign = header.isForeign
            seen.interim = type == 942
            if seen.foreign {
                seen.messages += 1
                report(.otherMessage, number, line, emit)
                if line.index(of: "-}") != nil { seen.foreign = false }
                return
            }
        }
        if let text = header.text, !seen.foreign { self.line(text, number, false, emit) }
    }

    /// A line before, between or after messages. Banks put sender and type there, which say only one thing.
    private mutating func outside(
        _ line: MT940Bytes, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        let bytes = line.trimmed
        if bytes.upTo(3).equals("940") || bytes.upTo(3).equals("942"), !bytes[3].isDigit {
            seen.interim = bytes[2] == UInt8(ascii: "2")
        }
        let plain =
            bytes.count <= 40
            && bytes.buffer.allSatisfy { $0.isDigit || $0.isCapital || $0 == 0x20 || $0 == 0x2D }
        if !plain, !seen.outside {
            seen.outside = true
            report(.lineOutside, number, bytes, emit)
        }
    }

    private mutating func begin(
        _ next: MT940Tag, _ rest: MT940Bytes, _ number: Int, _ emit: (StatementEvent) -> Void
    ) {
        if next == .details, tag == .details, message.entry != nil {
            // Old Rabobank files give each line of the text a field of its own.
            add(rest)
            return
        }
        if next == .type940 || next == .type942 {
            endMessage(emit)
            seen.interim = next == .type942
            return
        }
        endField(emit)
        if next != .details { emitEntry(emit) }
        if next == .reference && message.isOpen
            || message.hasClosing && !next.followsClosing
        {
            endMessage(emit)
        }
        if !message.isOpen {
            message = MT940Message(line: number)
            message.isInterim = seen.interim ?? false
            seen.messages += 1
            seen.outside = false
            if seen.messages == 1, message.isInterim { format = "MT942" }
        }
        tag = next
        fieldLine = number
        add(rest)
    }

    private mutating func add(_ line: MT940Bytes) {
        if tag == nil { return }
        if !field.isEmpty { field.append(0x0A) }
        let room = MT940Lines.limit - field.count
        if line.count > room { fieldCut = true }
        field.append(contentsOf: line.upTo(max(room, 0)).buffer)
    }

    private mutating func endField(_ emit: (StatementEvent) -> Void) {
        guard let tag else { return }
        self.tag = nil
        var taken: [UInt8] = []
        swap(&taken, &field)
        MT940Text.normalise(&taken)
        taken.withUnsafeBufferPointer { take(tag, MT940Bytes($0), emit) }
        taken.removeAll(keepingCapacity: true)
        swap(&taken, &field)
        fieldCut = false
    }

    private mutating func take(
        _ tag: MT940Tag, _ bytes: MT940Bytes, _ emit: (StatementEvent) -> Void
    ) {
        if fieldCut { report(.fieldTooLong, fieldLine, bytes, emit) }
        switch tag {
        case .line: entry(bytes, emit)
        case .details: details(bytes, emit)
        default:
            let interim = message.isInterim
            var found: [(MT940Finding, MT940Bytes)] = []
            message.take(tag, bytes) { found.append(($0, $1)) }
            for (kind, value) in found { report(kind, fieldLine, value, emit) }
            if message.isInterim, !interim, seen.messages == 1 { format = "MT942" }
        }
    }

    private mutating func entry(_ bytes: MT940Bytes, _ emit: (StatementEvent) -> Void) {
        open(emit)
        var found: [(MT940Finding, MT940Bytes)] = []
        let line = MT940Line.read(bytes, currency: message.statement.currency) {
            found.append(($0, $1))
        }
        for (kind, value) in found { report(kind, fieldLine, value, emit) }
        message.hold(line)
    }

    private mutating func details(_ bytes: MT940Bytes, _ emit: (StatementEvent) -> Void) {
        guard message.entry != nil else {
            // Behind the closing balance the text is about the statement; behind an entry that could not
            // be read it has had its finding.
            if !message.hasClosing, !message.entryLost {
                report(.textWithoutEntry, fieldLine, bytes, emit)
            }
            return
        }
        release(with: bytes, emit)
    }

    private mutating func emitEntry(_ emit: (StatementEvent) -> Void) {
        if message.entry != nil { release(with: .empty, emit) }
    }

    private mutating func release(
        with details: MT940Bytes, _ emit: (StatementEvent) -> Void
    ) {
        if let entry = message.release(with: details, &scratch) { emit(.entry(entry)) }
    }

    private mutating func open(_ emit: (StatementEvent) -> Void) {
        if message.begun { return }
        message.begun = true
        message.settleAccount()
        if message.statement.account.isEmpty {
            report(.accountMissing, message.line, nil, emit)
        }
        if message.statement.opening == nil, !message.isInterim {
            report(.openingMissing, message.line, nil, emit)
        }
        emit(.opened(message.statement))
    }

    private mutating func endMessage(_ emit: (StatementEvent) -> Void) {
        dash = false
        endField(emit)
        emitEntry(emit)
        seen.interim = message.isOpen ? nil : seen.interim
        guard message.isOpen else { return }
        open(emit)
        if message.statement.closing == nil, !message.isInterim {
            report(.cutOff, message.line, nil, emit)
        }
        if let difference = message.totalsDifference {
            report(.totalsDiffer, message.line, nil, detail: difference, emit)
        }
        emit(.closed(message.statement))
        message = MT940Message()
    }

    private mutating func report(
        _ kind: MT940Finding, _ line: Int, _ value: MT940Bytes?, detail: String? = nil,
        _ emit: (StatementEvent) -> Void
    ) {
        seen.findings += 1
        let limit = 10_000
        if seen.findings > limit + 1 { return }
        let kind = seen.findings > limit ? .tooManyFindings : kind
        emit(
            .finding(
                Finding(
                    kind, at: "line \(line)", value: value?.upTo(200).text, detail: detail)))
    }
}
