/// Reads the tables of a workbook by profiles: each visible sheet is a table of its own.
///
/// The workbook is in memory, at most 32 MB of it; its rows are not.
public struct WorkbookTables: StatementReader {
    private let profiles: [BankProfile]
    private var bytes: [UInt8] = []
    public private(set) var format = ""

    private let limits: WorkbookLimits

    public init(_ profiles: [BankProfile]) { self.init(profiles, limits: WorkbookLimits()) }

    init(_ profiles: [BankProfile], limits: WorkbookLimits) {
        self.profiles = profiles
        self.limits = limits
    }

    /// Whether a profile fits one of its sheets.
    public static func fits(_ bytes: [UInt8], _ profiles: [BankProfile]) -> Bool {
        // A header stands near the top, so that most are known by their first rows.
        var limits = WorkbookLimits()
        limits.cells = 50_000
        for limits in [limits, WorkbookLimits()] {
            var reader = WorkbookTables(profiles, limits: limits)
            reader.bytes = bytes
            var isWhole = true
            reader.finish { event in
                if case .finding(let finding) = event,
                    finding.code == WorkbookFinding.cellsTooMany.rawValue
                {
                    isWhole = false
                }
            }
            if !reader.format.isEmpty { return true }
            if isWhole { return false }
        }
        return false
    }

    public mutating func feed(_ bytes: UnsafeRawBufferPointer, emit: (StatementEvent) -> Void) {
        // One byte more than a workbook may have, so that its reader says that it is too long.
        let room = (32 << 20) + 1 - self.bytes.count
        self.bytes.append(contentsOf: bytes.prefix(max(0, room)))
    }

    public mutating func finish(emit: (StatementEvent) -> Void) {
        var workbook = WorkbookReader(bytes, limits: limits)
        bytes = []
        var sheet: Sheet?
        var unfit: [Finding] = []
        var format = ""
        func close() {
            guard var done = sheet else { return }
            done.finish(emit)
            if done.reader.fit == nil {
                unfit += done.findings
            } else if format.isEmpty {
                format = done.reader.format
            }
            sheet = nil
        }
        workbook.read { event in
            switch event {
            case .sheet:
                close()
                sheet = Sheet(reader: ProfileReader(profiles))
            case .row(let row): sheet?.take(row, emit)
            case .finding(let finding): emit(.finding(finding))
            }
        }
        close()
        self.format = format
        // A sheet that no profile fits is a note beside the table; where none fits, they are all.
        if format.isEmpty { for finding in unfit { emit(.finding(finding)) } }
    }

    /// One sheet. What is said before a profile is found to fit waits until then.
    private struct Sheet {
        var reader: ProfileReader
        var findings: [Finding] = []

        mutating func take(_ row: TableRow, _ emit: (StatementEvent) -> Void) {
            var said: [StatementEvent] = []
            reader.take(row) { said.append($0) }
            pass(said, emit)
        }

        mutating func finish(_ emit: (StatementEvent) -> Void) {
            var said: [StatementEvent] = []
            reader.finish { said.append($0) }
            pass(said, emit)
        }

        private mutating func pass(_ said: [StatementEvent], _ emit: (StatementEvent) -> Void) {
            for event in said {
                if case .finding(let finding) = event, reader.fit == nil {
                    findings.append(finding)
                } else {
                    emit(event)
                }
            }
        }
    }
}
