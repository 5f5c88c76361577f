/// Why reading a workbook ends before its end.
struct WorkbookFault: Error {
    let finding: Finding

    init(
        _ kind: WorkbookFinding, at place: String, value: String? = nil, detail: String? = nil
    ) {
        finding = Finding(kind, at: place, value: value, detail: detail)
    }
}

/// Where the readers of the parts send rows and findings, counted against the bounds of the whole
/// workbook.
final class WorkbookOutput {
    private let limits: WorkbookLimits
    private let emit: (WorkbookEvent) -> Void
    private var findings = 0
    private var cells = 0
    private var text = 0

    init(limits: WorkbookLimits, emit: @escaping (WorkbookEvent) -> Void) {
        self.limits = limits
        self.emit = emit
    }

    func begin(sheet: String) { emit(.sheet(sheet)) }

    func add(_ row: TableRow) { emit(.row(row)) }

    /// Whether `more` cells still fit into the bound.
    func takes(cells more: Int) -> Bool {
        cells += more
        return cells <= limits.cells
    }

    func takes(text more: Int) -> Bool {
        text += more
        return text <= limits.read
    }

    /// Past the bound one finding says that there are more; their places are not put into words.
    func say(
        _ kind: WorkbookFinding, at place: @autoclosure () -> String,
        value: @autoclosure () -> String? = nil, detail: String? = nil
    ) {
        guard findings <= limits.findings else { return }
        findings += 1
        let isListed = findings <= limits.findings
        emit(
            .finding(
                isListed
                    ? Finding(kind, at: place(), value: value(), detail: detail)
                    : Finding(WorkbookFinding.findingsTooMany, at: place())))
    }

    /// What ended the reading is told however many findings there are.
    func say(_ fault: WorkbookFault) { emit(.finding(fault.finding)) }
}
