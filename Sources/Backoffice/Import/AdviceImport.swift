import Formats

/// A file of remittance advices, which name no account and move no money: it is read for what is
/// wrong with it, and waits.
struct AdviceImport {
    let file: InputFile
    let kind: AdviceFormat

    /// The findings of the file, with the one that keeps it waiting first.
    func held() throws -> Held {
        let reading = try AdviceReading(file, kind)
        let waits = Finding(
            ImportFinding.adviceNotApplied, at: file.name, value: reading.format ?? "")
        return Held(format: reading.format, findings: [waits] + reading.findings)
    }
}
