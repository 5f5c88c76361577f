/// Reads rows from a CSV file that comes in pieces (RFC 4180), in any encoding and with any
/// separator that docs/formats/extracts.md names, both found by content.
///
/// ```
/// reader.feed(piece)                     // at most some hundred kilobytes
/// while let next = reader.next() { … }   // until nil, then feed again
/// reader.finish()                        // and take the last rows
/// ```
/// A row lives in the reader's buffer until the next call, so the file's length never shows in
/// memory. Lines may end in LF, CRLF or CR; quoted fields may hold separators, line breaks and
/// doubled quotes; a quote inside an unquoted field (`17" rack`) is a letter like any other.
/// Nothing depends on where the pieces are cut.
public final class CSVReader {
    public enum Next {
        case row(CSVRow)
        /// A row that cannot be told apart; reading goes on at the next line.
        case broken(ExtractFinding, line: Int)
        /// The file's last line has no line end. Its row follows.
        case unendedLine(Int)
    }

    public static let longestField = 1 << 16
    public static let longestRow = 1 << 20
    public static let mostColumns = 512

    enum Mode: UInt8 { case rowStart, fieldStart, plain, quoted, quoteClosed, skipping, over }

    let buffer = ByteBuffer()
    private var decoder = TextDecoder()
    private var search: SeparatorSearch
    private(set) var separator: UInt8?

    // The row being read. Places are offsets in the buffer, except the spans, which count from the
    // row's start.
    var mode = Mode.rowStart
    var place = 0
    var rowStart = 0
    var fieldStart = 0
    var fieldEnd = 0
    var fieldHasDoubles = false
    var hasHigh = false
    var hasControl = false
    var afterReturn = false
    var fields = 0
    let spans = UnsafeMutablePointer<CSVRow.Span>.allocate(capacity: CSVReader.mostColumns)
    let kinds = UnsafeMutablePointer<ByteKind>.allocate(capacity: 256)

    /// The line being read, and the one on which the row began.
    var line = 1
    var rowLine = 1
    private var isFinished = false
    private var saidUnended = false

    /// `preamble`: how many lines may stand before the header, when the separator is looked for.
    public init(preamble: Int = 0) { search = SeparatorSearch(lines: preamble + 1) }

    deinit {
        spans.deallocate()
        kinds.deallocate()
    }

    /// The encoding, once a mark or a byte beyond ASCII has shown it.
    var encoding: TextEncoding? { decoder.encoding }

    public func feed(_ bytes: UnsafeRawBufferPointer) {
        dropUsed()
        if isFinished { return }
        decoder.decode(bytes.bindMemory(to: UInt8.self), into: buffer)
    }

    /// No more bytes come; ``next()`` gives the last row.
    public func finish() {
        dropUsed()
        decoder.finish(into: buffer)
        isFinished = true
    }

    /// Nil when more bytes are needed, or when the finished file has no more rows.
    public func next() -> Next? {
        if separator == nil {
            let bytes = UnsafeBufferPointer(start: UnsafePointer(buffer.base), count: buffer.count)
            guard let found = search.look(at: bytes, isWhole: isFinished) else { return nil }
            separator = found
            ByteKind.fill(kinds, separator: found)
        }
        return scan() ?? (isFinished ? last() : nil)
    }

    private func dropUsed() {
        let used = mode == .skipping || mode == .over ? place : rowStart
        buffer.drop(used)
        place -= used
        rowStart = 0
        fieldStart -= used
        fieldEnd -= used
    }

    private func last() -> Next? {
        switch mode {
        case .over, .rowStart, .skipping:
            mode = .over
            return nil
        case .quoted:
            mode = .over
            return .broken(.csvQuoteNotClosed, line: rowLine)
        case .fieldStart, .plain, .quoteClosed:
            if !saidUnended {
                saidUnended = true
                return .unendedLine(line)
            }
            if mode == .fieldStart { fieldStart = place }
            if mode != .quoteClosed { fieldEnd = place }
            guard addField() else { return tooManyColumns() }
            mode = .over
            return .row(row())
        }
    }

    private func tooManyColumns() -> Next {
        mode = .over
        return .broken(.csvTooManyColumns, line: rowLine)
    }
}
