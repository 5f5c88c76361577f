import Formats

/// The sheet of a workbook that a profile fits, or its first one, to be tried.
struct WorkbookRows {
    private(set) var rows: [TableRow] = []
    private(set) var findings: [Finding] = []

    /// Rows of a sheet that are looked at.
    private static let most = 100_000

    /// Nil where the file is no workbook.
    init?(_ path: String, _ profiles: [BankProfile]) throws {
        var bytes: [UInt8] = []
        try InputFile.read(path) { piece in
            // One byte more than a workbook may have, so that its reader says that it is too long.
            bytes.append(contentsOf: piece.prefix(max(0, (32 << 20) + 1 - bytes.count)))
        }
        let isWorkbook = bytes.withUnsafeBytes { WorkbookReader.isWorkbook(prefix: $0) }
        if !isWorkbook { return nil }
        var sheets: [[TableRow]] = []
        var said: [Finding] = []
        var reader = WorkbookReader(bytes)
        reader.read { event in
            switch event {
            case .sheet: sheets.append([])
            case .row(let row):
                if let last = sheets.indices.last, sheets[last].count < Self.most {
                    sheets[last].append(row)
                }
            case .finding(let finding): said.append(finding)
            }
        }
        findings = said
        rows = sheets.first { Self.fits($0, profiles) } ?? sheets.first ?? []
    }

    private static func fits(_ rows: [TableRow], _ profiles: [BankProfile]) -> Bool {
        var reader = ProfileReader(profiles)
        for row in rows.prefix(200) { reader.take(row) { _ in } }
        if reader.fit == nil { reader.finish { _ in } }
        return reader.fit != nil
    }
}
