import Formats

/// A file of remittance advices, which name no account and move no money: it is read for what is
/// wrong with it, and waits.
struct AdviceImport {
    let file: InputFile
    let kind: AdviceFormat

    /// The findings of the file, with the one that keeps it waiting first.
    func held() throws -> Held {
        let (format, found) = kind == .edi ? try survey() : try read()
        let waits = Finding(ImportFinding.adviceNotApplied, at: file.name, value: format)
        return Held(format: format.isEmpty ? nil : format, findings: [waits] + found)
    }

    /// Advice by advice, as EDI files may be long.
    private func survey() throws -> (String, [Finding]) {
        var reader = EDIReader()
        var findings: [Finding] = []
        let take = { (event: AdviceEvent) in
            if case .finding(let finding) = event { findings.append(finding) }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        return (reader.format, findings)
    }

    private func read() throws -> (String, [Finding]) {
        let reading = try AdviceReading(file, kind)
        return (reading.format, reading.findings)
    }
}
