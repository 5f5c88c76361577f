import Formats
import Ledger
import Receivables
import Store

/// Imports one CSV extract: rows go in batches through the commands of their duty.
struct ExtractImport {
    let context: ImportContext
    let file: InputFile
    let kind: ExtractKind

    /// Rows decided together; a batch is loaded once and written once.
    private static let batch = 10_000

    init(_ context: ImportContext, file: InputFile, kind: ExtractKind) {
        self.context = context
        self.file = file
        self.kind = kind
    }

    func run() throws -> String {
        var reader = ExtractReader()
        var rows: [ExtractRow] = []
        let take = { (event: ExtractEvent) in
            switch event {
            case .header: break
            case .row(let row): rows.append(row)
            case .finding(let finding): context.note(finding)
            case .rejected: context.rows += 1
            }
        }
        var invoiceLines = InvoiceLineImport(context)
        try file.read { piece in
            reader.feed(piece, emit: take)
            if rows.count >= Self.batch {
                try put(rows, &invoiceLines)
                rows.removeAll(keepingCapacity: true)
            }
        }
        reader.finish(emit: take)
        try put(rows, &invoiceLines)
        try invoiceLines.finish()
        return "csv:\(kind.rawValue)"
    }

    private func put(_ rows: [ExtractRow], _ invoiceLines: inout InvoiceLineImport) throws {
        if rows.isEmpty { return }
        context.rows += Int64(rows.count)
        switch kind {
        case .customers: try CustomerImport(context).put(rows)
        case .invoices: try InvoiceImport(context).put(rows)
        case .invoiceLines: invoiceLines.put(rows)
        case .orders, .deliveries: try OrderImport(context).put(rows)
        case .bankAccounts, .rates, .balances, .holidays: try MasterImport(context).put(rows)
        }
        try context.flush()
    }
}
