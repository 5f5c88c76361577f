/// What an extract says, in the order of the file.
public enum ExtractEvent: Sendable {
    /// The first event but for findings; it does not come where the header cannot be used.
    case header(ExtractKind, unknownColumns: [String])
    case row(ExtractRow)
    case finding(Finding)
    /// A row that cannot be used, after the findings that say why: it rejects the whole document
    /// that it belongs to, with rows that came before (lines of an invoice) and those to come. The
    /// document is nil where the row does not even name it.
    case rejected(document: String?, line: Int)
}

/// A row of any extract, with its values read.
public enum ExtractRow: Hashable, Sendable {
    case customer(CustomerRow)
    case invoice(InvoiceRow)
    case invoiceLine(InvoiceLineRow)
    case order(OrderRow)
    case delivery(DeliveryRow)
    case bankAccount(BankAccountRow)
    case rate(RateRow)
    case balance(BalanceRow)
    case holiday(HolidayRow)
}

/// Reads one extract of an ERP (docs/formats/extracts.md) that comes in pieces of any
/// length.
///
/// Every row is either an event of its own or rejected with findings that name row, column, value
/// and rule. A file has the same row twice: a warning, and it counts once; the same document
/// otherwise: an error. Memory does not grow with the file, but for sixteen bytes a row to know the
/// documents again. One reader reads one file; a copy of it reads the same one.
public struct ExtractReader {
    /// Nil until the header is read, and where it is not that of an extract.
    public private(set) var kind: ExtractKind?

    private let csv = CSVReader()
    private var cells: RowCells?
    private var unknownColumns: [String] = []
    private var seen = SeenRows()
    private var hasHeader = false
    private var log = FindingLog()

    public init() {}

    /// `csv:invoices`, for `acquit read --json`; nil until ``kind`` is known.
    public var format: String? { kind.map { "csv:" + $0.rawValue } }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (ExtractEvent) -> Void) {
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.pieceLength, bytes.count)
            csv.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            drain(emit)
            start = end
        }
    }

    public mutating func finish(emit: (ExtractEvent) -> Void) {
        csv.finish()
        drain(emit)
        if !hasHeader { log.say(Finding(ExtractFinding.csvFileEmpty, at: "row 1"), emit) }
        log.finish(emit)
    }

    private static let pieceLength = 1 << 16

    private mutating func drain(_ emit: (ExtractEvent) -> Void) {
        while let next = csv.next() {
            switch next {
            case .row(let row):
                if cells != nil { read(row, emit) } else if !hasHeader { readHeader(row, emit) }
            case .broken(let kind, let line):
                // A broken header leaves nothing by which the rows could be read.
                hasHeader = true
                log.say(Finding(kind, at: "row \(line)"), emit)
                if cells != nil { emit(.rejected(document: nil, line: line)) }
            case .unendedLine(let line):
                log.say(Finding(ExtractFinding.csvLastLineNotEnded, at: "row \(line)"), emit)
            }
        }
    }

    private mutating func readHeader(_ row: CSVRow, _ emit: (ExtractEvent) -> Void) {
        // `sep=;` is a line for spreadsheets.
        if row.isBlank || row[0].equals("sep=") { return }
        hasHeader = true
        for field in 0..<row.count {
            if let problem = TextCheck.problem(in: row[field].trimmed, breaks: true) {
                let value = TextCheck.shown(row[field].trimmed)
                log.say(Finding(problem, at: "header, column \(field + 1)", value: value), emit)
                return
            }
        }
        let read = ExtractHeader.read(row)
        if let header = read.document {
            kind = header.kind
            cells = RowCells(header, row: row)
            unknownColumns = header.unknown.map { header.names[$0] }
            emit(.header(header.kind, unknownColumns: unknownColumns))
        }
        for finding in read.findings { log.say(finding, emit) }
    }

    private mutating func read(_ row: CSVRow, _ emit: (ExtractEvent) -> Void) {
        cells!.row = row
        if !isWhole(row, emit) { return }
        guard let typed = typedRow() else {
            let findings = cells!.findings
            cells!.findings = []
            reject(row, findings, emit)
            return
        }
        let header = cells!.header
        let key = header.kind.key[0]
        let place = { header.place(line: row.line, column: key) }
        switch seen.see(row, header) {
        case .new: emit(.row(typed))
        case .repeated(let line):
            let value = row[header.field(of: key)].trimmed.text
            log.say(
                Finding(
                    ExtractFinding.rowRepeated, at: place(), value: value, detail: "row \(line)"),
                emit)
        case .contradicted(let line):
            let value = row[header.field(of: key)].trimmed.text
            let finding = Finding(
                ExtractFinding.rowContradicts, at: place(), value: value, detail: "row \(line)")
            reject(row, [finding], emit)
        }
    }

    /// Whether the row has a field for each column and nothing but text in them; empty lines are
    /// passed over.
    private mutating func isWhole(_ row: CSVRow, _ emit: (ExtractEvent) -> Void) -> Bool {
        let header = cells!.header
        var findings: [Finding] = []
        if row.count != header.names.count {
            if row.isBlank { return false }
            let detail = "\(row.count) ≠ \(header.names.count)"
            if row.count < header.names.count {
                findings.append(
                    Finding(
                        ExtractFinding.fieldsMissing, at: "row \(row.line)", detail: detail))
            } else if let surplus = (header.names.count..<row.count)
                .first(where: { !row[$0].trimmed.isEmpty })
            {
                findings.append(
                    Finding(
                        ExtractFinding.fieldsSurplus, at: "row \(row.line)",
                        value: TextCheck.shown(row[surplus].trimmed), detail: detail))
            }
        } else if row[0].trimmed.isEmpty, row.isBlank {
            return false
        }
        if row.hasHighBytes || row.hasControlBytes {
            findings += TextCheck.problems(in: row, header)
        }
        if findings.isEmpty { return true }
        reject(row, findings, emit)
        return false
    }

    private mutating func typedRow() -> ExtractRow? {
        let extras = cells!.extras(unknownColumns)
        return switch kind {
        case .customers: CustomerRow(&cells!, extras: extras).map { .customer($0) }
        case .invoices: InvoiceRow(&cells!, extras: extras).map { .invoice($0) }
        case .invoiceLines: InvoiceLineRow(&cells!, extras: extras).map { .invoiceLine($0) }
        case .orders: OrderRow(&cells!, extras: extras).map { .order($0) }
        case .deliveries: DeliveryRow(&cells!, extras: extras).map { .delivery($0) }
        case .bankAccounts: BankAccountRow(&cells!, extras: extras).map { .bankAccount($0) }
        case .rates: RateRow(&cells!, extras: extras).map { .rate($0) }
        case .balances: BalanceRow(&cells!, extras: extras).map { .balance($0) }
        case .holidays: HolidayRow(&cells!, extras: extras).map { .holiday($0) }
        case nil: nil
        }
    }

    private mutating func reject(
        _ row: CSVRow, _ findings: [Finding], _ emit: (ExtractEvent) -> Void
    ) {
        for finding in findings { log.say(finding, emit) }
        let header = cells!.header
        let document = TextCheck.shown(row[header.field(of: header.kind.key[0])].trimmed)
        emit(.rejected(document: document, line: row.line))
    }
}
