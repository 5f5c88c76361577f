import Formats

/// Reads a workbook that is a file by itself: its sheets, with the advices in them.
public func readWorkbook(_ bytes: [UInt8], name: String) -> Parsed<AdviceFile> {
    var reading = AttachmentReading(name: name)
    reading.addWorkbook(bytes)
    let found = findAdvices(in: reading.sources)
    var file = AdviceFile(format: "xlsx")
    file.advices = found.document
    return Parsed(file, findings: reading.findings + found.findings)
}

/// Reads one attachment by its content; its name and type are only the sender's words.
struct AttachmentReading {
    private(set) var sources: [AdviceSource] = []
    private(set) var findings: [Finding] = []
    private let name: String

    private static let mostRows = 100_000

    init(name: String) { self.name = name }

    init(_ attachment: MailAttachment, name: String, program: Program) {
        self.name = name
        let bytes = attachment.bytes
        if let page = attachment.page {
            sources = page.sources(named: name)
            return
        }
        switch AttachmentKind(bytes, type: attachment.type) {
        case .pdf: add(PDFReader.pages(bytes, place: name, by: program))
        case .workbook: addWorkbook(bytes)
        case .table: addTable(bytes)
        case .text:
            let text = MailText.linesEnded(MailText.decode(bytes, nil).text)
            sources.append(AdviceSource(name: name, content: .text(text)))
        case .edi: say(.otherFile, "EDI")
        case .otherFile(let kind): say(.otherFile, kind)
        case .archive: say(.archive, attachment.type)
        case .image: say(.image, attachment.type)
        case .tnef: say(.tnef, attachment.type)
        case .sealed: say(.encrypted, attachment.type)
        case .unknown: break
        }
    }

    private mutating func say(_ finding: MailFinding, _ value: String) {
        findings.append(Finding(finding, at: name, value: value))
    }

    private mutating func add(_ pages: Parsed<[String]>) {
        findings += pages.findings
        for (number, page) in pages.document.enumerated() {
            sources.append(AdviceSource(name: "\(name) page \(number + 1)", content: .text(page)))
        }
    }

    mutating func addWorkbook(_ bytes: [UInt8]) {
        var reader = WorkbookReader(bytes)
        var sheet = ""
        var rows: [[String]] = []
        var sheets: [(String, [[String]])] = []
        var found: [Finding] = []
        reader.read { event in
            switch event {
            case .sheet(let next):
                if !rows.isEmpty { sheets.append((sheet, rows)) }
                (sheet, rows) = (next, [])
            case .row(let row):
                if rows.count < Self.mostRows { rows.append(row.cells.map(\.text)) }
            case .finding(let finding): found.append(finding)
            }
        }
        if !rows.isEmpty { sheets.append((sheet, rows)) }
        for (sheet, rows) in sheets {
            sources.append(AdviceSource(name: "\(name) \(sheet)", content: .rows(rows)))
        }
        findings += found.map { $0.inside(name) }
    }

    private mutating func addTable(_ bytes: [UInt8]) {
        let reader = CSVReader()
        var rows: [[String]] = []
        let take = { [name] (next: CSVReader.Next) -> Finding? in
            switch next {
            case .row(let row):
                if rows.count < Self.mostRows, !row.isBlank {
                    rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
                }
                return nil
            case .broken(let kind, let line):
                return Finding(kind, at: "\(name), line \(line)")
            case .unendedLine: return nil
            }
        }
        bytes.withUnsafeBytes { bytes in
            var at = 0
            while at < bytes.count {
                let piece = bytes[at..<min(at + 1 << 18, bytes.count)]
                reader.feed(UnsafeRawBufferPointer(rebasing: piece))
                while let next = reader.next() { findings += [take(next)].compactMap { $0 } }
                at = piece.endIndex
            }
        }
        reader.finish()
        while let next = reader.next() { findings += [take(next)].compactMap { $0 } }
        findings = Array(findings.prefix(MailLimits.findings))
        sources.append(AdviceSource(name: name, content: .rows(rows)))
    }
}

extension Finding {
    /// The same, found in a file inside another one.
    fileprivate func inside(_ name: String) -> Finding {
        Finding(
            code: code, severity: severity, place: "\(name), \(place)", value: value, en: en, zh: zh
        )
    }
}
