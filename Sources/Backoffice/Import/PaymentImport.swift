import Formats

/// A file of payment orders, or of the answers to them: what is ordered has not moved, and what a
/// bank answers is about an order that the books do not have. It is read for what is wrong with it,
/// and waits.
struct PaymentImport {
    let file: InputFile

    /// The findings of the file, with the one that keeps it waiting first.
    func held() throws -> Held {
        var reader = PainReader()
        var findings: [Finding] = []
        let take = { (event: PaymentEvent) in
            if case .finding(let finding) = event { findings.append(finding) }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        let format = reader.format.isEmpty ? nil : reader.format
        let waits = Finding(ImportFinding.paymentFileNotImported, at: file.name, value: format)
        return Held(format: format, findings: [waits] + findings)
    }
}
