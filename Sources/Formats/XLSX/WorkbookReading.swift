/// One workbook being read: from its directory to its parts, in the order in which they need each
/// other.
struct WorkbookReading {
    private let bytes: UnsafeRawBufferPointer
    private let limits: WorkbookLimits
    private let output: WorkbookOutput

    init(_ bytes: UnsafeRawBufferPointer, limits: WorkbookLimits, output: WorkbookOutput) {
        self.bytes = bytes
        self.limits = limits
        self.output = output
    }

    func run() throws(WorkbookFault) {
        let archive = try open()
        let main = try mainPart(archive)
        let directory = WorkbookDirectory(name: main, limits: limits)
        try read(main, of: archive, directory)
        let relations = try relationships(of: main, archive)

        var formats: [NumberFormat] = []
        if let part = relations[type: "styles"]?.target, archive.has(part) {
            let styles = StylesPart(name: part, limits: limits)
            try read(part, of: archive, styles)
            formats = styles.formats
        }
        let strings = try sharedStrings(relations, archive)

        var sheets = 0
        for sheet in directory.sheets {
            guard let relation = relations[id: sheet.id] else {
                throw WorkbookFault(.partMissing, at: main, value: sheet.name)
            }
            // Charts and dialogs have no cells.
            guard relation.type == "worksheet" else { continue }
            if sheet.isHidden {
                output.say(.sheetHidden, at: main, value: sheet.name)
                continue
            }
            sheets += 1
            output.begin(sheet: sheet.name)
            let part = SheetPart(
                name: sheet.name, strings, formats, directory.epoch, limits: limits,
                output: output)
            try read(relation.target, of: archive, part)
        }
        if sheets == 0 { output.say(.noSheet, at: main) }
    }

    private func open() throws(WorkbookFault) -> ZipArchive {
        let file = ByteRun(bytes.bindMemory(to: UInt8.self))
        if file.count > limits.file {
            throw WorkbookFault(.fileTooLarge, at: "file", value: "\(file.count)")
        }
        if CompoundFile.begins(file) { throw CompoundFile.fault(file) }
        guard file.has("PK") else { throw WorkbookFault(.notAWorkbook, at: "file") }
        return try ZipArchive(bytes, limits: limits, output: output)
    }

    private func mainPart(_ archive: ZipArchive) throws(WorkbookFault) -> String {
        let main: String
        if archive.has(RelationshipsPart.name(of: "")) {
            let relations = try relationships(of: "", archive)
            main = relations[type: "officeDocument"]?.target ?? "xl/workbook.xml"
        } else {
            main = "xl/workbook.xml"
        }
        if main.utf8.suffix(4).elementsEqual(".bin".utf8) {
            throw WorkbookFault(.olderFormat, at: "file", value: main)
        }
        guard archive.has(main) else { throw WorkbookFault(.notAWorkbook, at: "file") }
        return main
    }

    private func relationships(
        of part: String, _ archive: ZipArchive
    ) throws(WorkbookFault) -> RelationshipsPart {
        let relations = RelationshipsPart(of: part, limits: limits)
        try read(RelationshipsPart.name(of: part), of: archive, relations)
        return relations
    }

    private func sharedStrings(
        _ relations: RelationshipsPart, _ archive: ZipArchive
    ) throws(WorkbookFault) -> SharedStrings {
        guard let part = relations[type: "sharedStrings"]?.target, archive.has(part) else {
            return SharedStrings()
        }
        let strings = SharedStringsPart(name: part, limits: limits)
        try read(part, of: archive, strings)
        return strings.strings
    }

    private func read(
        _ name: String, of archive: ZipArchive, _ part: WorkbookPart
    ) throws(WorkbookFault) {
        let parser = try WorkbookPartParser(part, name: name, limits: limits)
        try archive.read(name) { bytes throws(WorkbookFault) in try parser.parse(bytes) }
        try parser.finish()
    }
}
