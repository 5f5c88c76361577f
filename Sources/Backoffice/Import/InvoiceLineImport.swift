import Formats
import Ledger
import Receivables
import Store

/// Records the rows of `invoice-lines.csv` once their sums agree with the invoices' net amounts
/// (BR-CO-10).
struct InvoiceLineImport {
    let context: ImportContext
    private var lines: [String: [InvoiceLineRow]] = [:]

    init(_ context: ImportContext) { self.context = context }

    mutating func put(_ rows: [ExtractRow]) {
        for case .invoiceLine(let row) in rows { lines[row.invoice, default: []].append(row) }
    }

    /// Lines come in any order, so they are held against their invoices at the end of the file.
    func finish() throws {
        if lines.isEmpty { return }
        var missing = Set(lines.keys)
        for entity in context.entities.values.sorted(by: { $0.id < $1.id }) {
            let session = try context.session(entity.id)
            var names = Names()
            names.itemNumbers = missing
            try session.load(names)
            for number in missing.sorted() {
                guard let item = session.books.item(entity.id, number: number) else { continue }
                missing.remove(number)
                try record(lines[number] ?? [], of: item, session)
            }
        }
        for number in missing.sorted() {
            let line = lines[number]?.first?.line ?? 0
            context.note(.invoiceUnknown, at: "row \(line), invoice", value: number)
        }
    }

    private func record(
        _ rows: [InvoiceLineRow], of item: OpenItem, _ session: Session
    ) throws {
        // Wider than money, since a file may hold any number of lines.
        var sum: Int128 = 0
        var recorded: [InvoiceLine] = []
        for row in rows {
            guard let net = row.net.money(item.currency) else {
                context.note(
                    .amountBeyondCurrency, at: "row \(row.line), net", value: "\(row.net)")
                continue
            }
            sum += Int128(net.minor)
            recorded.append(
                InvoiceLine(
                    line: row.number, item: row.item, description: row.description,
                    quantity: row.quantity?.description, unit: row.unit,
                    price: row.price?.description, net: net.minor, taxCategory: row.taxCategory,
                    taxRate: row.taxRate?.description))
        }
        let net = Money(minor: abs(item.original) - abs(item.tax), item.currency)
        if sum != Int128(net.minor) {
            let text = Decimals.text(sum, exponent: item.currency.exponent)
            context.note(
                .invoiceLinesDoNotFoot, at: "invoice \(item.number)", value: text,
                detail: "\(text) ≠ \(net.plain)")
        }
        let known = try context.connection.int(
            "SELECT COUNT(*) FROM invoiceLine WHERE item = $1", [.int(item.id.raw)])
        if known ?? 0 > 0 || context.failed { return }
        context.new += Int64(recorded.count)
        session.take(.invoiceLinesRecorded(session.entity, item.id, recorded))
    }
}
