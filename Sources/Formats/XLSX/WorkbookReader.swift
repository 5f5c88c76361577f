/// What a workbook says, in the order of its sheets and rows.
public enum WorkbookEvent: Sendable, Equatable {
    /// A visible sheet begins.
    case sheet(String)
    case row(TableRow)
    case finding(Finding)
}

/// Reads the workbooks of spreadsheets (ECMA-376, ISO/IEC 29500, transitional and strict): the
/// cells of each visible sheet as text.
///
/// Rows are handed on one by one; shared strings are kept. The file is in memory, at most 32 MB of
/// it, as the directory of an archive stands at its end; whatever it holds, reading it takes less
/// than 256 MB. What is read and what is passed over stands in docs/formats/xlsx.md.
public struct WorkbookReader {
    private let bytes: [UInt8]
    private let limits: WorkbookLimits

    public init(_ bytes: [UInt8]) { self.init(bytes, limits: WorkbookLimits()) }

    init(_ bytes: [UInt8], limits: WorkbookLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Whether a file that begins so may be a workbook. True also for compound files, which older
    /// workbooks and those with a password are: reading them says what to do.
    public static func isWorkbook(prefix: UnsafeRawBufferPointer) -> Bool {
        let head = ByteRun(prefix.bindMemory(to: UInt8.self))
        if CompoundFile.begins(head) { return true }
        guard head.has("PK\u{3}\u{4}") else { return false }
        if head.index(of: "xl/") != nil { return true }
        let isPackage =
            head.index(of: "[Content_Types].xml") != nil || head.index(of: "_rels/.rels") != nil
        return isPackage && head.index(of: "word/") == nil && head.index(of: "ppt/") == nil
            && head.index(of: "visio/") == nil
    }

    /// Reads everything; `emit` is called in file order. Never throws and never traps: whatever is
    /// wrong comes out as a finding. What is beyond a bound or damaged ends the reading there.
    public mutating func read(emit: (WorkbookEvent) -> Void) {
        withoutActuallyEscaping(emit) { emit in
            let output = WorkbookOutput(limits: limits, emit: emit)
            bytes.withUnsafeBytes { bytes in
                do throws(WorkbookFault) {
                    try WorkbookReading(bytes, limits: limits, output: output).run()
                } catch {
                    output.say(error)
                }
            }
        }
    }
}
