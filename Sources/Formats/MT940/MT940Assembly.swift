import Ledger

/// Puts fields together from lines, entries from fields, and statements from entries.
struct MT940Assembly {
    private(set) var message = MT940Message()
    /// The field that is being read; nil between messages.
    private(set) var tag: MT940Tag?
    private(set) var messages = 0
    /// Whether the first message is an MT942.
    private(set) var isInterim = false

    /// The field's content without its tag, its lines joined by LF.
    private var field: [UInt8] = []
    private var fieldLine = 0
    private var fieldCut = false
    /// Whether the field is `:60M:` or `:62M:`, a balance between two pages.
    private var isPage = false
    private var interimExpected = false
    private var findings = 0
    private var scratch = MT940Scratch()

    /// What the lines before a message say about its type.
    mutating func expectInterim(_ interim: Bool) { interimExpected = interim }

    /// Whether a line that looks like a field is the rest of a broken line of `:86:`, such as a
    /// time broken at the column: `14` and `:20:33`.
    func isText(_ next: MT940Tag, _ line: ByteRun) -> Bool {
        guard tag == .details, !message.hasClosing else { return false }
        switch next {
        case .unknown: return true
        case .reference, .relatedReference, .account, .number:
            return field.last?.isDigit == true && line[3] == UInt8(ascii: ":") && line[4] >= 0x30
                && line[4] <= 0x35 && line[5].isDigit && !line[6].isDigit
        default: return false
        }
    }

    /// A `-` alone or `-}`; behind the closing balance any short line that begins with a `-`
    /// (ING's `-XXX`).
    func ends(with line: ByteRun) -> Bool {
        guard line[0] == UInt8(ascii: "-"), message.isOpen else { return false }
        return line[1] == UInt8(ascii: "}") || line.trimmed.count == 1
            || message.hasClosing && (tag != .details || line.count <= 8)
    }

    mutating func begin(
        _ next: MT940Tag, page: Bool = false, _ rest: ByteRun, _ number: Int,
        _ emit: (StatementEvent) -> Void
    ) {
        if next == .details, tag == .details, message.entry != nil {
            // Old Rabobank files give each line of the text a field of its own.
            add(rest)
            return
        }
        endField(emit)
        if next != .details, next != .nonSwift { release(with: .empty, emit) }
        if next == .type940 || next == .type942 {
            endMessage(emit)
            interimExpected = next == .type942
            return
        }
        if next == .reference || message.hasClosing && !next.followsClosing { endMessage(emit) }
        if !message.isOpen {
            message = MT940Message(line: number, interim: interimExpected)
            messages += 1
            if messages == 1 { isInterim = message.isInterim }
        }
        tag = next
        isPage = page
        fieldLine = number
        add(rest)
    }

    /// Adds a line to the field; a line where no field is open is lost on purpose (behind an
    /// unread one).
    mutating func add(_ line: ByteRun) {
        if tag == nil { return }
        if !field.isEmpty { field.append(0x0A) }
        let room = max(TextLines.limit - field.count, 0)
        if line.count > room { fieldCut = true }
        field.append(contentsOf: line.upTo(room).buffer)
    }

    mutating func endMessage(_ emit: (StatementEvent) -> Void) {
        endField(emit)
        release(with: .empty, emit)
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
        interimExpected = false
    }

    mutating func report(
        _ kind: MT940Finding, _ line: Int, _ value: ByteRun?, detail: String? = nil,
        _ emit: (StatementEvent) -> Void
    ) {
        let limit = 10_000
        if findings > limit { return }
        findings += 1
        let kind = findings > limit ? .tooManyFindings : kind
        let value = value?.upTo(200).text
        emit(.finding(Finding(kind, at: "line \(line)", value: value, detail: detail)))
    }

    private mutating func endField(_ emit: (StatementEvent) -> Void) {
        guard let tag else { return }
        self.tag = nil
        var taken: [UInt8] = []
        swap(&taken, &field)
        UndeclaredText.normalise(&taken)
        taken.withUnsafeBufferPointer { take(tag, ByteRun($0), emit) }
        taken.removeAll(keepingCapacity: true)
        swap(&taken, &field)
        fieldCut = false
    }

    private mutating func take(
        _ tag: MT940Tag, _ bytes: ByteRun, _ emit: (StatementEvent) -> Void
    ) {
        if fieldCut { report(.fieldTooLong, fieldLine, bytes, emit) }
        var found: [(MT940Finding, ByteRun)] = []
        switch tag {
        case .line:
            open(emit)
            message.hold(
                MT940Line.read(bytes, currency: message.statement.currency) {
                    found.append(($0, $1))
                })
        case .details where message.entry != nil: release(with: bytes, emit)
        // Behind the closing balance the text is about the statement; behind an entry that could
        // not be read it has had its finding.
        case .details where !message.hasClosing:
            if !message.entryLost { found.append((.textWithoutEntry, bytes)) }
        case .nonSwift where message.entry != nil: releaseNonSwift(bytes, emit)
        default:
            message.take(tag, bytes, isPage: isPage) { found.append(($0, $1)) }
            if messages == 1 { isInterim = message.isInterim }
        }
        for (kind, value) in found { report(kind, fieldLine, value, emit) }
    }

    private mutating func release(
        with details: ByteRun, _ emit: (StatementEvent) -> Void
    ) {
        if let entry = message.release(with: details, &scratch) { emit(.entry(entry)) }
    }

    /// `:NS:` in the place of `:86:`: lines 01 to 14 are the text, the others the bank's own.
    private mutating func releaseNonSwift(_ bytes: ByteRun, _ emit: (StatementEvent) -> Void) {
        var text: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let stop = bytes.index(of: 0x0A, after: at) ?? bytes.count
            let line = bytes.part(at, stop)
            let number = Int(line[0] &- 0x30) * 10 + Int(line[1] &- 0x30)
            if line.upTo(2).isDigits, line.count > 2, (1...14).contains(number) {
                if !text.isEmpty { text.append(0x0A) }
                text.append(contentsOf: line.from(2).buffer)
            }
            at = stop + 1
        }
        text.withUnsafeBufferPointer { release(with: ByteRun($0), emit) }
    }

    private mutating func open(_ emit: (StatementEvent) -> Void) {
        if message.begun { return }
        message.begin()
        if message.statement.account.isEmpty {
            report(.accountMissing, message.line, nil, emit)
        }
        if message.statement.opening == nil, !message.isInterim {
            report(.openingMissing, message.line, nil, emit)
        }
        emit(.opened(message.statement))
    }
}
