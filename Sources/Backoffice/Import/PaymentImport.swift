import Formats

/// A file of payment orders, or of the answers to them. What is ordered has not moved, and waits;
/// what a bank answers to a payment file of ours is taken into it. All else is read for what is
/// wrong with it, and waits.
struct PaymentImport {
    let file: InputFile

    func run(_ context: ImportContext) throws -> String {
        var reader = PainReader()
        var collector = PaymentCollector()
        let take = { (event: PaymentEvent) in collector.add(event) }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        let parsed = collector.finish(format: reader.format)
        guard let status = parsed.document.status,
            try RefundAnswers(context).take(status, of: file)
        else { throw try held() }
        for finding in parsed.findings { context.note(finding) }
        return reader.format
    }

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
