/// Puts records together from physical ones and their continuations, and says where findings are.
struct BAI2Assembly {
    private var books = BAI2Books()
    /// The record that is being read; nil before the first.
    private var code: BAI2Code?
    /// Its content behind the code, without the slashes at the ends of its lines, which are marked.
    private var record: [UInt8] = []
    private var recordLine = 0
    private var recordCut = false
    /// Of its physical records: how many, and how the last one ends.
    private var lines = 0
    private var hasSlash = false
    private var isFull = false

    private var log = BAI2Log()
    private var findings = 0
    private var lastLine = 0

    mutating func take(_ line: BAI2Lines.Line, _ emit: (StatementEvent) -> Void) {
        lastLine = line.number
        if line.isCut { report(.lineTooLong, line.number, line.bytes, emit) }
        var bytes = line.bytes
        if bytes.has("\u{FEFF}") { bytes = bytes.from(3) }
        bytes = bytes.trimmed
        if bytes.isEmpty { return }
        guard let next = BAI2Code(bytes) else {
            report(.recordUnknown, line.number, bytes, emit)
            return
        }
        if next == .continuation {
            proceed(bytes, line, emit)
            return
        }
        end(emit)
        if next == .unknown { report(.recordUnknown, line.number, bytes, emit) }
        code = next
        recordLine = line.number
        add(bytes.from(3), line)
    }

    mutating func finish(_ emit: (StatementEvent) -> Void) {
        end(emit)
        books.finish(&log, emit)
        tell(max(lastLine, 1), emit)
    }

    private mutating func proceed(
        _ bytes: ByteRun, _ line: BAI2Lines.Line, _ emit: (StatementEvent) -> Void
    ) {
        guard code != nil else {
            report(.recordMisplaced, line.number, bytes, emit)
            return
        }
        if record.count < BAI2Lines.limit {
            record.append(isFull && !hasSlash ? BAI2Fields.glue : BAI2Fields.mark)
        }
        add(bytes.from(3), line)
    }

    private mutating func add(_ content: ByteRun, _ line: BAI2Lines.Line) {
        lines += 1
        let last = content.count - 1
        hasSlash = content[last] == UInt8(ascii: "/")
        // A line that ends in blanks ends a word, too.
        isFull = line.isFull && line.bytes[line.bytes.count - 1] > 0x20
        let kept = hasSlash ? content.upTo(last) : content
        let room = max(BAI2Lines.limit - record.count, 0)
        if kept.count > room { recordCut = true }
        record.append(contentsOf: kept.upTo(room).buffer)
    }

    /// The record is complete.
    private mutating func end(_ emit: (StatementEvent) -> Void) {
        guard let code else { return }
        self.code = nil
        var taken: [UInt8] = []
        swap(&taken, &record)
        UndeclaredText.normalise(&taken)
        taken.withUnsafeBufferPointer {
            let bytes = ByteRun($0)
            if recordCut { log.note(.recordTooLong, bytes) }
            let hasText = books.take(code, bytes, lines: lines, &log, emit)
            if !hasSlash, !hasText, code != .unknown { log.note(.slashMissing, bytes) }
        }
        taken.removeAll(keepingCapacity: true)
        swap(&taken, &record)
        recordCut = false
        lines = 0
        tell(recordLine, emit)
    }

    private mutating func tell(_ line: Int, _ emit: (StatementEvent) -> Void) {
        if log.found.isEmpty { return }
        for one in log.found { say(one.kind, line, one.value, one.detail, emit) }
        log.clear()
    }

    private mutating func report(
        _ kind: BAI2Finding, _ line: Int, _ value: ByteRun, _ emit: (StatementEvent) -> Void
    ) {
        say(kind, line, value.upTo(200).text, nil, emit)
    }

    private mutating func say(
        _ kind: BAI2Finding, _ line: Int, _ value: String?, _ detail: String?,
        _ emit: (StatementEvent) -> Void
    ) {
        let limit = 10_000
        if findings > limit { return }
        findings += 1
        let kind = findings > limit ? .tooManyFindings : kind
        emit(.finding(Finding(kind, at: "line \(line)", value: value, detail: detail)))
    }
}
