import Formats

/// A file of remittance advices, which name no account and move no money: it is read for what is
/// wrong with it, and waits.
struct AdviceImport {
    let file: InputFile

    /// The findings of the file, with the one that keeps it waiting first.
    func held() throws -> Held {
        var reader = EDIReader()
        var findings: [Finding] = []
        let take = { (event: AdviceEvent) in
            if case .finding(let finding) = event { findings.append(finding) }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        let waits = Finding(ImportFinding.adviceNotApplied, at: file.name, value: reader.format)
        return Held(
            format: reader.format.isEmpty ? nil : reader.format, findings: [waits] + findings)
    }
}
