import Formats
import Post

/// The kinds of file that hold remittance advices.
enum AdviceFormat {
    case edi, mail, pdf, workbook
}

/// A file of advices, read for what it says and for what is wrong with it.
struct AdviceReading {
    /// As `acquit read` prints it.
    let json: [UInt8]
    /// Empty where the file is none that it seemed to be.
    let format: String
    let advices: [RemittanceAdvice]
    let findings: [Finding]

    init(_ file: InputFile, _ kind: AdviceFormat) throws {
        switch kind {
        case .edi:
            var reader = EDIReader()
            var collector = AdviceCollector()
            try file.read { reader.feed($0) { collector.add($0) } }
            reader.finish { collector.add($0) }
            self.init(collector.finish(format: reader.format), file)
        case .pdf: self.init(readPDF(try file.whole(), name: file.name), file)
        case .workbook: self.init(readWorkbook(try file.whole(), name: file.name), file)
        case .mail:
            let parsed = readMail(try file.whole())
            self.init(
                json: readJSON(parsed, file: file.name),
                format: parsed.document.message == nil ? "" : "mail",
                advices: parsed.document.advices.map(\.advice), findings: parsed.findings)
        }
    }

    private init(_ parsed: Parsed<AdviceFile>, _ file: InputFile) {
        self.init(
            json: readJSON(parsed, file: file.name), format: parsed.document.format,
            advices: parsed.document.advices, findings: parsed.findings)
    }

    private init(
        json: [UInt8], format: String, advices: [RemittanceAdvice], findings: [Finding]
    ) {
        self.json = json
        self.format = format
        self.advices = advices
        self.findings = findings
    }
}
