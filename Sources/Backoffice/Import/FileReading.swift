import Formats
import Ledger
import Profiles

/// Reads any supported file for `acquit read --json`, without books.
public enum FileReading {
    public struct Result: Sendable {
        /// One JSON object, with a line end.
        public let text: String
        public let hasErrors: Bool
    }

    /// `profiles` are those that tables of banks may be read by.
    public static func json(
        _ path: String, profiles: [BankProfile] = ProfileShelf.builtIn.profiles
    ) throws -> Result {
        let file = try InputFile(path, profiles: profiles)
        switch file.kind {
        case .statement(let kind): return try statement(file, kind)
        case .advice(let kind):
            let reading = try AdviceReading(file, kind)
            return Result(
                text: String(decoding: reading.json, as: UTF8.self),
                hasErrors: reading.findings.contains { $0.severity == .error })
        case .payment: return try payments(file)
        case .extract: return try extract(file)
        case nil:
            let finding = Finding(
                file.size == 0 ? ImportFinding.fileEmpty : .formatUnknown, at: file.name)
            return Result(
                text: """
                    {"file": \(JSONText.quoted(file.name)), "format": null, \
                    "findings": [\(self.finding(finding))]}

                    """, hasErrors: true)
        }
    }

    private static func statement(_ file: InputFile, _ kind: StatementFormat) throws -> Result {
        var reader = kind.reader()
        var collector = BankFileCollector()
        var footing = Footing()
        var feet: [Finding] = []
        let take = { (event: StatementEvent) in
            collector.add(event)
            switch event {
            case .opened: footing = Footing()
            case .entry(let entry): footing.add(entry)
            case .closed(let statement): feet += footing.check(statement)
            case .finding: break
            }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        var parsed = collector.finish(format: reader.format)
        parsed.findings += feet
        let bytes = readJSON(parsed, file: file.name)
        return Result(text: String(decoding: bytes, as: UTF8.self), hasErrors: !parsed.isClean)
    }

    private static func payments(_ file: InputFile) throws -> Result {
        var reader = PainReader()
        var collector = PaymentCollector()
        try file.read { reader.feed($0) { collector.add($0) } }
        reader.finish { collector.add($0) }
        let parsed = collector.finish(format: reader.format)
        let bytes = readJSON(parsed, file: file.name)
        return Result(text: String(decoding: bytes, as: UTF8.self), hasErrors: !parsed.isClean)
    }

    private static func extract(_ file: InputFile) throws -> Result {
        var reader = ExtractReader()
        var invoices: [String] = []
        var rows = 0
        var findings: [Finding] = []
        let take = { (event: ExtractEvent) in
            switch event {
            case .row(let row):
                rows += 1
                if case .invoice(let invoice) = row { invoices.append(json(invoice)) }
            case .finding(let finding): findings.append(finding)
            case .header, .rejected: break
            }
        }
        try file.read { reader.feed($0, emit: take) }
        reader.finish(emit: take)
        var text = "{\"file\": \(JSONText.quoted(file.name)), "
        text += "\"format\": \(reader.format.map(JSONText.quoted) ?? "null"), \"rows\": \(rows), "
        if reader.kind == .invoices {
            text += "\"invoices\": [\(invoices.joined(separator: ", "))], "
        }
        text += "\"findings\": [\(findings.map(finding).joined(separator: ", "))]}\n"
        return Result(text: text, hasErrors: findings.contains { $0.severity == .error })
    }

    private static func json(_ invoice: InvoiceRow) -> String {
        var fields = [
            "\"invoice\": \(JSONText.quoted(invoice.invoice))",
            "\"entity\": \(JSONText.quoted(invoice.entity))",
            "\"type\": \"\(invoice.type.rawValue)\"",
            "\"customer\": \(JSONText.quoted(invoice.customer))",
            "\"issued\": \"\(invoice.issuedOn)\"",
        ]
        if let due = invoice.dueOn { fields.append("\"due\": \"\(due)\"") }
        fields.append("\"currency\": \"\(invoice.gross.currency)\"")
        if let net = invoice.net { fields.append("\"net\": \"\(net.plain)\"") }
        if let tax = invoice.tax { fields.append("\"tax\": \"\(tax.plain)\"") }
        fields.append("\"gross\": \"\(invoice.gross.plain)\"")
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func finding(_ finding: Finding) -> String {
        """
        {"code": \(JSONText.quoted(finding.code)), \
        "severity": "\(finding.severity.rawValue)", \
        "where": \(JSONText.quoted(finding.place)), \
        "message": \(JSONText.quoted(finding.en))\
        \(finding.value.map { ", \"value\": " + JSONText.quoted($0) } ?? "")}
        """
    }
}

extension FileReading {
    /// Reads a bank file entry by entry and counts them, or advices, or transfers; for benchmarks
    /// of the readers, which recognise the file beforehand.
    public static func entryCount(_ path: String) throws -> () throws -> Int64 {
        let file = try InputFile(path)
        return { try count(file) }
    }

    private static func count(_ file: InputFile) throws -> Int64 {
        var count: Int64 = 0
        switch file.kind {
        case .statement(let kind)?:
            try file.statements(kind) { if case .entry = $0 { count += 1 } }
        case .advice(.edi)?:
            var reader = EDIReader()
            let take = { (event: AdviceEvent) in if case .advice = event { count += 1 } }
            try file.read { reader.feed($0, emit: take) }
            reader.finish(emit: take)
        case .payment?:
            var reader = PainReader()
            let take = { (event: PaymentEvent) in if case .transfer = event { count += 1 } }
            try file.read { reader.feed($0, emit: take) }
            reader.finish(emit: take)
        default: break
        }
        return count
    }
}
